package tw.gov.mocs.hub.application;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestPki;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.demo.DemoCard;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;

/** An agency with its card and the people of the ministry, on a running core. */
public final class Ministry {

  static final Actor ADMINISTRATOR = new Actor("admin", "a1".repeat(32), null);
  static final Actor REVIEWER = new Actor("reviewer", "a2".repeat(32), null);
  static final Actor SECOND = new Actor("reviewer-2", "a3".repeat(32), null);
  static final ServiceCode CODES = new ServiceCode("SQ_COM_01");
  static final ServiceCode STAFFING = new ServiceCode("SQ_PA_001");

  private static final AtomicInteger NEXT = new AtomicInteger();

  final Applications applications;
  final Reviews reviews;
  final Grants grants;
  final GrantControl control;
  public final Agency agency;
  public final DemoCard card;
  public final Applicant applicant;

  private final Agencies agencies;
  private final ApplicationContext core;
  private final TestPki pki;
  private final Instant now;
  private final LocalDate today;

  public Ministry(ApplicationContext core) {
    this(core, Instant.now());
  }

  Ministry(ApplicationContext core, Instant now) {
    this(core, now, TestPki.shared());
  }

  /** On a core that trusts this authority. */
  public Ministry(ApplicationContext core, Instant now, TestPki pki) {
    this.core = core;
    this.pki = pki;
    applications = core.getBean(Applications.class);
    reviews = core.getBean(Reviews.class);
    grants = core.getBean(Grants.class);
    control = core.getBean(GrantControl.class);
    today = RocDate.dayOf(now);
    agencies = core.getBean(Agencies.class);
    this.now = now;
    AgencyCode code = new AgencyCode("P%06d".formatted(NEXT.incrementAndGet()));
    agency = agencies.register(code, "測試機關", null, null, ADMINISTRATOR);
    card = register(ADMINISTRATOR);
    applicant = applicant(card);
  }

  /** The same person with another account of the same card. */
  public static Actor anew(Actor person) {
    return new Actor(person.name() + "-anew", person.certificateThumbprint(), null);
  }

  /** Whoever holds this card of the agency. */
  Applicant applicant(DemoCard holder) {
    String thumbprint = Certificates.thumbprint(holder.certificate());
    return new Applicant(
        agency.id(), holder.certificate(), new Actor(agency.code().value(), thumbprint, null));
  }

  /** Registers one more card of the agency. */
  DemoCard register(Actor confirmer) {
    return register(confirmer, CertificateUse.LOGIN);
  }

  DemoCard register(Actor confirmer, CertificateUse use) {
    DemoCard fresh = pki.card("SERIALNUMBER=P" + NEXT.incrementAndGet() + ",C=TW", now);
    agencies.registerCertificate(agency.code(), fresh.certificate(), Set.of(use), confirmer);
    return fresh;
  }

  /** Registers a certificate to encrypt to. */
  public X509Certificate registerEncryption(Actor confirmer) {
    X509Certificate fresh =
        pki.encryption("SERIALNUMBER=P" + NEXT.incrementAndGet() + ",C=TW", now);
    agencies.registerCertificate(
        agency.code(), fresh, Set.of(CertificateUse.ENCRYPTION), confirmer);
    return fresh;
  }

  /** Grants the agency a file with this content; the number of its application. */
  public ApplicationNumber grantFile(Extract extract, Actor reviewer) {
    Application pending = submit(draft(Samples.fileContent(period(), "本機關現職人員")));
    GrantTerms terms = GrantTerms.of(period(), Quota.DEFAULT, extract);
    reviews.approve(number(pending), pending.version(), terms, "可", reviewer);
    return number(pending);
  }

  /** What the log says of an application. */
  List<String> logged(ApplicationNumber number) {
    return LoggedActs.of(core, number.value());
  }

  ServicePeriod period() {
    return new ServicePeriod(today, today.plusDays(30));
  }

  /** Two services that are not about persons, of the initial catalogue. */
  ApplicationContent content() {
    return Samples.content(
        period(),
        List.of(
            new ServiceRequest(CODES, List.of("codeType", "code", "codeName"), "必需"),
            ServiceRequest.whole(STAFFING, "必需")));
  }

  Application draft() {
    return draft(content());
  }

  Application draft(ApplicationContent content) {
    return applications.begin(content, "102.12", applicant);
  }

  public Application pending() {
    return submit(draft());
  }

  /** Signs a draft with the card and submits it. */
  Application submit(Application draft) {
    SigningRequest asked = prepare(draft);
    return applications.submit(asked.nonce(), signed(asked), applicant);
  }

  SigningRequest prepare(Application draft) {
    return applications.prepare(draft.id(), draft.version(), applicant);
  }

  CardSignature signed(SigningRequest asked) {
    return new CardSignature.Cms(card.sign(asked.statement()));
  }

  /** Part of what {@link #content()} asks for. */
  GrantTerms terms() {
    return terms(Quota.DEFAULT);
  }

  GrantTerms terms(Quota quota) {
    ServiceGrant codes =
        new ServiceGrant(
            CODES,
            Map.of("codeType", new FieldGrant(true, true), "codeName", new FieldGrant(true, false)),
            List.of(
                new RowCondition("codeType", RowCondition.Operator.IN, List.of("RANK", "GRADE")),
                new RowCondition("code", RowCondition.Operator.EQUAL, List.of("A"))),
            false);
    return GrantTerms.of(period(), List.of(Samples.ADDRESS), quota, List.of(codes));
  }

  public Application granted() {
    Application pending = pending();
    return reviews.approve(number(pending), pending.version(), terms(), "可", REVIEWER);
  }

  Application waiting() {
    Application pending = pending();
    GrantTerms many = terms(new Quota(10, 2_000_000));
    return reviews.approve(number(pending), pending.version(), many, "可", REVIEWER);
  }

  public static ApplicationNumber number(Application application) {
    return application.number().orElseThrow();
  }
}
