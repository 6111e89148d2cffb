package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.CardSignature;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.application.SigningRequest;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueEditor;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceDraft;
import tw.gov.mocs.hub.demo.DemoCard;
import tw.gov.mocs.hub.trust.CertificateUse;

/** The people of the ministry and the agencies, who do their work through the hub's own doors. */
final class Ministry {

  static final AgencyCode A = new AgencyCode("A01000000A");
  static final AgencyCode B = new AgencyCode("A02000000B");
  static final AgencyCode SUSPENDED = new AgencyCode("A03000000C");
  static final Actor ADMINISTRATOR = new Actor("admin", null, null);
  static final Actor REVIEWER = new Actor("reviewer", null, null);
  private static final Actor SECOND_REVIEWER = new Actor("reviewer-2", null, null);

  private final Agencies agencies;
  private final Applications applications;
  private final Reviews reviews;
  private final Grants grants;
  private final Catalogue catalogue;
  private final CatalogueEditor editor;
  private final Clock clock;
  private final Map<AgencyCode, Identity> cards = new ConcurrentHashMap<>();

  Ministry(ApplicationContext core, Clock clock) {
    agencies = core.getBean(Agencies.class);
    applications = core.getBean(Applications.class);
    reviews = core.getBean(Reviews.class);
    grants = core.getBean(Grants.class);
    catalogue = core.getBean(Catalogue.class);
    editor = core.getBean(CatalogueEditor.class);
    this.clock = clock;
  }

  /** Registers the agencies of the tests with their certificates. */
  void register() {
    agencies.register(A, "測試機關甲", null, null, ADMINISTRATOR);
    register(A, Identity.AGENCY, CertificateUse.CALL, CertificateUse.LOGIN);
    register(A, Identity.P256, CertificateUse.CALL);
    register(A, Identity.P384, CertificateUse.CALL);
    register(A, Identity.RSA_4096, CertificateUse.CALL);
    register(A, Identity.LOGIN_ONLY, CertificateUse.LOGIN);
    register(A, Identity.REVOKED, CertificateUse.CALL);
    register(A, Identity.ENCRYPTING, CertificateUse.ENCRYPTION);
    agencies.register(B, "測試機關乙", null, null, ADMINISTRATOR);
    register(B, Identity.AGENCY_B, CertificateUse.CALL, CertificateUse.LOGIN);
    agencies.register(SUSPENDED, "測試機關丙", null, null, ADMINISTRATOR);
    register(SUSPENDED, Identity.OF_SUSPENDED, CertificateUse.CALL);
    agencies.suspend(SUSPENDED, "測試", ADMINISTRATOR);
  }

  /** From now on the answers of a service are encrypted. */
  void encryptAnswersOf(String service) {
    ServiceDraft now =
        ServiceDraft.of(catalogue.current().find(new ServiceCode(service)).orElseThrow());
    editor.publish(
        new ServiceDraft(
            now.code(),
            now.name(),
            now.nameEn(),
            now.category(),
            now.description(),
            now.descriptionEn(),
            now.table(),
            now.fields(),
            now.requiredCriteria(),
            now.keepRequest(),
            true),
        ADMINISTRATOR);
  }

  /** A further agency whose calls are signed so and whose answers may be encrypted to these. */
  void registerAgency(AgencyCode code, Identity calling, Identity... encryption) {
    agencies.register(code, "測試機關", null, null, ADMINISTRATOR);
    register(code, calling, CertificateUse.CALL, CertificateUse.LOGIN);
    for (Identity each : encryption) {
      register(code, each, CertificateUse.ENCRYPTION);
    }
  }

  private void register(AgencyCode agency, Identity identity, CertificateUse... uses) {
    agencies.registerCertificate(agency, identity.certificate(), Set.of(uses), ADMINISTRATOR);
    if (Set.of(uses).contains(CertificateUse.LOGIN)) {
      cards.putIfAbsent(agency, identity);
    }
  }

  /** What is asked for and granted, with everything in it until a test says otherwise. */
  GrantDraft draft() {
    return new GrantDraft(catalogue.current(), clock.instant());
  }

  /** Leads an application through its life until it is in force. */
  ApplicationNumber grant(GrantDraft wanted) {
    Identity identity = requireNonNull(cards.get(wanted.agency()), "a card for logging in");
    DemoCard card = new DemoCard(identity.chain(), identity.key());
    Applicant applicant =
        new Applicant(
            agencies.find(wanted.agency()).orElseThrow().id(),
            card.certificate(),
            new Actor(wanted.agency().value(), null, null));
    Application draft = applications.begin(wanted.content(), "102.12", applicant);
    SigningRequest asked = applications.prepare(draft.id(), draft.version(), applicant);
    Application pending =
        applications.submit(
            asked.nonce(), new CardSignature.Cms(card.sign(asked.statement())), applicant);
    ApplicationNumber number = pending.number().orElseThrow();
    Application decided = reviews.approve(number, pending.version(), wanted.terms(), "可", REVIEWER);
    if (decided.status() == ApplicationStatus.SECOND_REVIEW) {
      reviews.confirm(number, decided.version(), "可", SECOND_REVIEWER);
    }
    return number;
  }

  Grant grantOf(ApplicationNumber number) {
    return grants.find(number).orElseThrow();
  }
}
