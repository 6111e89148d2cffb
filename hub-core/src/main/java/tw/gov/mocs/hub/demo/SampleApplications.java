package tw.gov.mocs.hub.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.Audience;
import tw.gov.mocs.hub.application.CardSignature;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.ConnectingSystem;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.GrantTerms;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.RowCondition.Operator;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.application.SigningRequest;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * The demo's applications, led through their whole life by an agency and two reviewers: agency A is
 * granted every service with all its fields, agency B a few, without restricted fields and only the
 * rows of the agency itself.
 */
@Component
public class SampleApplications {

  private static final Actor REVIEWER = new Actor("demo-reviewer", null, null);
  static final Actor SECOND_REVIEWER = new Actor("demo-reviewer-2", null, null);
  private static final List<Cidr> LOOPBACK = List.of(new Cidr("127.0.0.0/8"), new Cidr("::1"));
  private static final List<Cidr> EVERYWHERE = List.of();
  static final String TERMS_VERSION = "1";
  private static final String OWN_AGENCY_FIELD = "agencyCode";
  private static final Set<ServiceCode> FEW =
      Set.of(
          new ServiceCode("SQ_COM_01"), new ServiceCode("SQ_TA_001"), new ServiceCode("SQ_TA_002"));

  private final Applications applications;
  private final Reviews reviews;
  private final SampleLetters letters;
  private final Grants grants;
  private final Agencies agencies;
  private final Catalogue catalogue;
  private final Clock clock;

  SampleApplications(
      Applications applications,
      Reviews reviews,
      SampleLetters letters,
      Grants grants,
      Agencies agencies,
      Catalogue catalogue,
      Clock clock) {
    this.applications = applications;
    this.reviews = reviews;
    this.letters = letters;
    this.grants = grants;
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * The numbers of the two granted applications.
   *
   * @param agencyA 申請案號 of agency A
   * @param agencyB 申請案號 of agency B
   */
  public record Numbers(ApplicationNumber agencyA, ApplicationNumber agencyB) {}

  /**
   * Makes them, unless the agency has a grant in force.
   *
   * @param agencyA its card, registered for logging in
   * @param agencyB the same of the other
   * @param quota of each
   */
  public Numbers make(DemoCard agencyA, DemoCard agencyB, Quota quota) {
    return new Numbers(
        make(agencyA, "示範人事系統", LOOPBACK, service -> true, SampleApplications::everything, quota),
        make(
            agencyB,
            "示範任免系統",
            LOOPBACK,
            service -> FEW.contains(service.code()),
            this::ownRows,
            quota));
  }

  /**
   * One application for every service with all its fields, granted from everywhere; none is made
   * while the agency has a grant in force.
   *
   * @param card of the agency, registered for logging in
   * @param system the name of what connects
   */
  public ApplicationNumber makeOpen(DemoCard card, String system, Quota quota) {
    return make(card, system, EVERYWHERE, service -> true, SampleApplications::everything, quota);
  }

  private ApplicationNumber make(
      DemoCard card,
      String system,
      List<Cidr> addresses,
      Predicate<ExchangeService> asked,
      Decision decision,
      Quota quota) {
    RegisteredCertificate registered =
        agencies
            .findCertificate(card.certificate())
            .orElseThrow(
                () ->
                    new HubException(
                        ErrorCode.CERTIFICATE_NOT_REGISTERED, "the card of " + system));
    Agency agency = agencies.get(registered.agencyId());
    return inForce(agency)
        .orElseGet(() -> apply(agency, card, system, addresses, open(asked), decision, quota));
  }

  private Optional<ApplicationNumber> inForce(Agency agency) {
    return grants.of(agency.id()).stream()
        .filter(grant -> grant.status() == GrantStatus.ACTIVE)
        .filter(grant -> grant.period().contains(today()))
        .map(Grant::applicationNo)
        .findFirst();
  }

  private List<ExchangeService> open(Predicate<ExchangeService> asked) {
    return catalogue.current().services().values().stream()
        .filter(service -> service.status() == ServiceStatus.OPEN)
        .filter(asked)
        .toList();
  }

  private ApplicationNumber apply(
      Agency agency,
      DemoCard card,
      String system,
      List<Cidr> addresses,
      List<ExchangeService> services,
      Decision decision,
      Quota quota) {
    Applicant applicant =
        new Applicant(
            agency.id(),
            card.certificate(),
            card.chain(),
            new Actor(agency.code().value(), Certificates.thumbprint(card.certificate()), null));
    Application draft = applications.begin(content(system, services), TERMS_VERSION, applicant);
    SigningRequest asked = applications.prepare(draft.id(), draft.version(), applicant);
    Application pending =
        applications.submit(
            asked.nonce(), new CardSignature.Cms(card.sign(asked.statement())), applicant);
    ApplicationNumber number = pending.number().orElseThrow();
    GrantTerms terms =
        GrantTerms.of(period(), addresses, quota, services.stream().map(decision::on).toList());
    int version = letters.record(pending, REVIEWER).version();
    Application reviewed = reviews.approve(number, version, terms, "示範審核", REVIEWER);
    if (reviewed.status() == ApplicationStatus.SECOND_REVIEW) {
      reviews.confirm(number, reviewed.version(), "示範覆核", SECOND_REVIEWER);
    }
    return number;
  }

  private ApplicationContent content(String system, List<ExchangeService> services) {
    return new ApplicationContent(
        "示範聯絡人",
        "02-8236-6666",
        "demo@example.gov.tw",
        period(),
        "示範：查驗本機關人員之銓審、考績與退撫資料",
        "公務人員任用法、公務人員考績法、公務人員退休資遣撫卹法",
        "人事管理（代號 002）",
        new ConnectingSystem(system, "Linux", "Java 17", "PostgreSQL", "localhost", LOOPBACK),
        Set.of(Audience.AGENCY_INTERNAL),
        DeliveryMethod.WEB_SERVICE,
        "",
        services.stream()
            .map(service -> ServiceRequest.whole(service.code(), "示範：辦理法定審查所必需"))
            .toList());
  }

  private ServicePeriod period() {
    return new ServicePeriod(today(), today().plusYears(1));
  }

  private LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }

  private static ServiceGrant everything(ExchangeService service) {
    return new ServiceGrant(service.code(), fields(service.fields()), List.of(), false);
  }

  private ServiceGrant ownRows(ExchangeService service) {
    List<Field> fields =
        service.fields().stream()
            .filter(field -> field.dataClass() != DataClass.RESTRICTED)
            .toList();
    boolean ofAgencies = service.findField(OWN_AGENCY_FIELD).isPresent();
    List<RowCondition> conditions =
        ofAgencies
            ? List.of(
                new RowCondition(
                    OWN_AGENCY_FIELD, Operator.EQUAL, List.of(RowCondition.OWN_AGENCY)))
            : List.of();
    return new ServiceGrant(service.code(), fields(fields), conditions, false);
  }

  private static Map<String, FieldGrant> fields(Collection<Field> fields) {
    return fields.stream()
        .collect(
            Collectors.toMap(
                Field::xmlName, field -> new FieldGrant(true, field.criterion() != null)));
  }

  /** What the reviewer decides on each service. */
  private interface Decision {
    ServiceGrant on(ExchangeService service);
  }
}
