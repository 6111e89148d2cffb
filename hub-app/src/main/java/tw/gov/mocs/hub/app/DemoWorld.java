package tw.gov.mocs.hub.app;

import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.Accounts;
import tw.gov.mocs.hub.agency.AdministratorProposal;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueEditor;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceDraft;
import tw.gov.mocs.hub.delivery.Deliveries;
import tw.gov.mocs.hub.delivery.SealForm;
import tw.gov.mocs.hub.demo.DemoCard;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.DemoPki.Identity;
import tw.gov.mocs.hub.demo.SampleApplications;
import tw.gov.mocs.hub.demo.SampleContent;
import tw.gov.mocs.hub.demo.SampleHistory;
import tw.gov.mocs.hub.demo.SampleIncidents;
import tw.gov.mocs.hub.demo.SampleNotices;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateUse;

/** Who and what there is in the demo; made once, by the same doors that production uses. */
public final class DemoWorld {

  /** 示範機關甲. */
  public static final AgencyCode AGENCY_A = new AgencyCode("A01000000A");

  /** 示範機關乙. */
  static final AgencyCode AGENCY_B = new AgencyCode("A02000000B");

  private static final Actor ADMINISTRATOR = new Actor("demo-admin", null, null);
  private static final String SCHEMA = "PERSONNEL";

  private final HubProcess hub;
  private final DemoPki pki;

  public DemoWorld(HubProcess hub, DemoPki pki) {
    this.hub = hub;
    this.pki = pki;
  }

  /** Whether it was made in an earlier run. */
  boolean isThere() {
    return hub.get(Agencies.class).find(AGENCY_B).isPresent();
  }

  /** The agencies with their certificates, and the accounts of the ministry's people. */
  public void register() {
    Agencies agencies = hub.get(Agencies.class);
    agencies.register(AGENCY_A, "示範機關甲", "Demo Agency A", DemoPki.AGENCY_A_OID, ADMINISTRATOR);
    register(AGENCY_A, pki.agencyA(), Set.of(CertificateUse.LOGIN, CertificateUse.CALL));
    register(AGENCY_A, pki.agencyANext(), Set.of(CertificateUse.LOGIN, CertificateUse.CALL));
    register(AGENCY_A, pki.agencyARevoked(), Set.of(CertificateUse.LOGIN, CertificateUse.CALL));
    register(AGENCY_A, pki.agencyAEncryption(), Set.of(CertificateUse.ENCRYPTION));
    Accounts accounts = hub.get(Accounts.class);
    accounts.createFirstAdministrator("demo-admin", "示範管理者", leaf(pki.admin()), Actor.HUB);
    secondAdministrator(hub.get(AccountControl.class));
    account(accounts, "demo-reviewer", "示範審核人員", Role.REVIEWER, pki.reviewer());
    account(accounts, "demo-reviewer-2", "示範覆核人員", Role.REVIEWER, pki.reviewer2());
    account(accounts, "demo-auditor", "示範稽核人員", Role.AUDITOR, pki.auditor());
    agencies.register(AGENCY_B, "示範機關乙", "Demo Agency B", DemoPki.AGENCY_B_OID, ADMINISTRATOR);
    register(AGENCY_B, pki.agencyB(), Set.of(CertificateUse.LOGIN, CertificateUse.CALL));
  }

  /** Of one service whole requests are kept, so that auditors have something to open. */
  void keepRequests() {
    ExchangeService service =
        hub.get(Catalogue.class).current().find(new ServiceCode("SQ_TA_002")).orElseThrow();
    ServiceDraft now = ServiceDraft.of(service);
    hub.get(CatalogueEditor.class)
        .publish(
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
                true,
                now.encryptAnswer()),
            ADMINISTRATOR);
  }

  /** The sample records of so many persons, into a schema of the hub's own database. */
  public void loadRecords(DataSource hubDatabase, int persons) {
    try {
      SampleRecords.load(
          hubDatabase, SCHEMA, persons, RocDate.dayOf(hub.get(Clock.class).instant()));
    } catch (SQLException e) {
      throw new IllegalStateException("the sample records cannot be loaded", e);
    }
  }

  /** The sample applications, through their whole life, with this quota each. */
  public void apply(Quota quota) {
    hub.get(SampleApplications.class)
        .make(DemoCard.of(pki.agencyA()), DemoCard.of(pki.agencyB()), quota);
  }

  /** What agency A has applied for besides: some in each state. */
  void fillHistory() {
    hub.get(SampleHistory.class).make(DemoCard.of(pki.agencyA()));
  }

  /** Begins the file of agency A once; the records that it is made from must be there. */
  void startFile() {
    ApplicationNumber number = applicationOf(AGENCY_A, DeliveryMethod.ONE_TIME_FILE);
    Deliveries deliveries = hub.get(Deliveries.class);
    if (deliveries.of(number).isEmpty()) {
      // Each account of the demo has another duty for this agency, or will be tried at one.
      deliveries.start(number, SealForm.GCM, Actor.operator("demo"));
    }
  }

  /** The announcements and downloads of the portal. */
  public void publish() {
    hub.get(SampleContent.class).make();
  }

  /** The sample incidents of agency A, one of them about its granted application. */
  public void report() {
    hub.get(SampleIncidents.class).make(AGENCY_A, applicationOf(AGENCY_A));
  }

  /** What became of some of the mail. */
  public void tell() {
    hub.get(SampleNotices.class).make(applicationOf(AGENCY_A));
  }

  /** The services that can be asked about a person by his number. */
  public List<String> servicesOfPersons() {
    return hub.get(Catalogue.class).current().services().values().stream()
        .filter(
            service ->
                service.fields().stream()
                    .anyMatch(field -> field.xmlName().equals("idNo") && field.criterion() != null))
        .map(service -> service.code().value())
        .toList();
  }

  /** The granted Web Service application of an agency. */
  public ApplicationNumber applicationOf(AgencyCode code) {
    return applicationOf(code, DeliveryMethod.WEB_SERVICE);
  }

  private ApplicationNumber applicationOf(AgencyCode code, DeliveryMethod method) {
    Agency agency = hub.get(Agencies.class).find(code).orElseThrow();
    return hub.get(Grants.class).of(agency.id()).stream()
        .map(Grant::applicationNo)
        .filter(number -> number.value().startsWith(method.prefix()))
        .min(Comparator.comparing(ApplicationNumber::value))
        .orElseThrow();
  }

  private void register(AgencyCode agency, Identity identity, Set<CertificateUse> uses) {
    hub.get(Agencies.class).registerCertificate(agency, leaf(identity), uses, ADMINISTRATOR);
  }

  private void account(
      Accounts accounts, String name, String displayName, Role role, Identity identity) {
    accounts.create(name, displayName, role, null, leaf(identity), ADMINISTRATOR);
  }

  /** Proposed by the first, confirmed by the operator: nobody else could yet. */
  private void secondAdministrator(AccountControl accounts) {
    AdministratorProposal proposal =
        accounts
            .create(
                "demo-admin-2",
                "示範管理者二",
                Role.ADMINISTRATOR,
                null,
                leaf(pki.admin2()),
                "示範",
                ADMINISTRATOR)
            .orElseThrow();
    accounts.confirm(proposal.id(), Actor.operator("demo"));
  }

  private static X509Certificate leaf(Identity identity) {
    return KeyFiles.certificates(identity.certificate()).get(0);
  }
}
