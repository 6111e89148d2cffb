package tw.gov.mocs.hub.application;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateUse;

/** An agency with its card and the people of the ministry, on a running core. */
public final class Ministry {

  static final Actor ADMINISTRATOR = new Actor("admin", null, null);
  static final Actor REVIEWER = new Actor("reviewer", null, null);
  static final Actor SECOND = new Actor("reviewer-2", null, null);
  static final ServiceCode CODES = new ServiceCode("SQ_COM_01");
  static final ServiceCode STAFFING = new ServiceCode("SQ_PA_001");

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final KeyPair KEYS = KeyPairs.ec("secp256r1");

  final Applications applications;
  final Reviews reviews;
  final Grants grants;
  final GrantControl control;
  public final Agency agency;
  public final RegisteredCertificate card;
  public final Actor applicant;

  private final Agencies agencies;
  private final JdbcTemplate jdbc;
  private final Instant now;
  private final LocalDate today;

  public Ministry(ApplicationContext core) {
    this(core, Instant.now());
  }

  Ministry(ApplicationContext core, Instant now) {
    applications = core.getBean(Applications.class);
    reviews = core.getBean(Reviews.class);
    grants = core.getBean(Grants.class);
    control = core.getBean(GrantControl.class);
    today = RocDate.dayOf(now);
    agencies = core.getBean(Agencies.class);
    jdbc = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
    this.now = now;
    AgencyCode code = new AgencyCode("P%06d".formatted(NEXT.incrementAndGet()));
    agency = agencies.register(code, "測試機關", null, null, ADMINISTRATOR);
    card = register(ADMINISTRATOR);
    applicant = new Actor(code.value(), card.thumbprint(), null);
  }

  /** Registers one more certificate of the agency. */
  RegisteredCertificate register(Actor confirmer) {
    Instant from = now.minus(Duration.ofDays(1));
    Instant to = now.plus(Duration.ofDays(1000));
    CertificateAuthority issuer = CertificateAuthority.root("CN=Issuer,C=TW", KEYS, from, to);
    String subject = "SERIALNUMBER=P" + NEXT.incrementAndGet() + ",C=TW";
    return agencies.registerCertificate(
        agency.code(),
        issuer.issue(
            CertificateRequest.of(subject, KEYS.getPublic(), from, to)
                .keyUsage(KeyUsage.digitalSignature)),
        Set.of(CertificateUse.LOGIN),
        confirmer);
  }

  /** What the log says of an application, whether or not it has found its place in a chain. */
  List<String> logged(ApplicationNumber number) {
    return jdbc.queryForList(
        "SELECT action FROM audit_act WHERE subject = ?"
            + " UNION ALL SELECT action FROM audit_act_outbox WHERE subject = ?",
        String.class,
        number.value(),
        number.value());
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
    return applications.draft(agency.code(), content());
  }

  public Application pending() {
    Application draft = draft();
    return applications.submit(draft.id(), draft.version(), card, applicant);
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

  Application granted() {
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
