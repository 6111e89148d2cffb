package tw.gov.mocs.hub.demo;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ApplicationLine;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.Audience;
import tw.gov.mocs.hub.application.CardSignature;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.ConnectingSystem;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.application.GrantExpiry;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.GrantTerms;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.application.SigningRequest;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * What an agency of the demo has applied for besides what it uses: of each kind two applications in
 * each state, led there as an agency and the ministry lead them.
 */
@Component
public class SampleHistory {

  private static final Actor REVIEWER = new Actor("demo-reviewer", null, null);

  private static final int OF_EACH = 2;

  /** What becomes of an application. */
  private enum Story {
    PENDING,
    APPROVED,
    PARTLY_APPROVED,
    REJECTED,
    WITHDRAWN,
    EXPIRED,
    // Each is a draft of its card, too.
    RETURNED;

    /** The name of the one that is told of an application. */
    static String of(ApplicationLine line) {
      return line.grantStatus() == GrantStatus.EXPIRED ? EXPIRED.name() : line.status().name();
    }
  }

  private static final List<Cidr> LOOPBACK = List.of(new Cidr("127.0.0.0/8"));
  // Neither is about persons: one reviewer decides.
  private static final ServiceCode STAFFING = new ServiceCode("SQ_PA_001");
  private static final List<ServiceCode> SERVICES = List.of(new ServiceCode("SQ_COM_01"), STAFFING);
  private static final Set<String> REFUSED_FIELDS = Set.of("staffingRemark", "approvalDocNo");

  /** What a reviewer would have counted among {@link SampleRecords#DEFAULT_PERSONS}. */
  private static final long STAFF_ROWS = 240;

  private static final Extract OWN_STAFF =
      new Extract(
          Extract.Format.CSV,
          STAFF_ROWS,
          List.of(
              new ExtractTable(
                  "TA_CURRENT_STAFF",
                  List.of("agencyCode", "fullName"),
                  List.of(
                      new RowCondition(
                          "agencyCode",
                          RowCondition.Operator.EQUAL,
                          List.of(RowCondition.OWN_AGENCY))))));

  private final Applications applications;
  private final Reviews reviews;
  private final SampleLetters letters;
  private final GrantExpiry expiry;
  private final Agencies agencies;
  private final Catalogue catalogue;
  private final Clock clock;

  SampleHistory(
      Applications applications,
      Reviews reviews,
      SampleLetters letters,
      GrantExpiry expiry,
      Agencies agencies,
      Catalogue catalogue,
      Clock clock) {
    this.applications = applications;
    this.reviews = reviews;
    this.letters = letters;
    this.expiry = expiry;
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Makes what is missing: those that the agency has already count.
   *
   * @param card of the agency, registered for logging in
   */
  public void make(DemoCard card) {
    Agency agency = agencyOf(card);
    Applicant applicant = applicant(agency, card);
    Map<List<Object>, Long> there =
        applications.search(ApplicationSearch.all(agency.id(), 1, 1_000)).items().stream()
            .collect(
                Collectors.groupingBy(
                    line -> List.of(String.valueOf(line.method()), Story.of(line)),
                    Collectors.counting()));
    for (DeliveryMethod method : DeliveryMethod.values()) {
      for (Story story : Story.values()) {
        long have = there.getOrDefault(List.of(String.valueOf(method), story.name()), 0L);
        for (long missing = have; missing < OF_EACH; missing++) {
          lead(submit(content(method, story), card, applicant), story, applicant);
        }
      }
    }
    expiry.expire(today());
  }

  /** Applies for one more file and has it granted with this content; the application's number. */
  public ApplicationNumber grantFile(DemoCard card, Extract extract) {
    Application pending =
        submit(
            content(DeliveryMethod.ONE_TIME_FILE, Story.APPROVED),
            card,
            applicant(agencyOf(card), card));
    ApplicationNumber number = pending.number().orElseThrow();
    int version = letters.record(pending, REVIEWER).version();
    ServicePeriod period = requireNonNull(pending.content().period(), "period");
    GrantTerms terms = GrantTerms.of(period, Quota.DEFAULT, extract);
    Application reviewed = reviews.approve(number, version, terms, "示範審核", REVIEWER);
    if (reviewed.status() == ApplicationStatus.SECOND_REVIEW) {
      reviews.confirm(number, reviewed.version(), "示範覆核", SampleApplications.SECOND_REVIEWER);
    }
    return number;
  }

  private static Applicant applicant(Agency agency, DemoCard card) {
    return new Applicant(
        agency.id(),
        card.certificate(),
        card.chain(),
        new Actor(agency.code().value(), Certificates.thumbprint(card.certificate()), null));
  }

  private Agency agencyOf(DemoCard card) {
    return agencies
        .findCertificate(card.certificate())
        .map(RegisteredCertificate::agencyId)
        .map(agencies::get)
        .orElseThrow(() -> new HubException(ErrorCode.CERTIFICATE_NOT_REGISTERED, "a demo card"));
  }

  private Application submit(ApplicationContent content, DemoCard card, Applicant applicant) {
    Application draft = applications.begin(content, SampleApplications.TERMS_VERSION, applicant);
    SigningRequest asked = applications.prepare(draft.id(), draft.version(), applicant);
    CardSignature signature = new CardSignature.Cms(card.sign(asked.statement()));
    return applications.submit(asked.nonce(), signature, applicant);
  }

  private void lead(Application pending, Story story, Applicant applicant) {
    ApplicationNumber number = pending.number().orElseThrow();
    boolean decided = !Set.of(Story.PENDING, Story.WITHDRAWN, Story.RETURNED).contains(story);
    int version = decided ? letters.record(pending, REVIEWER).version() : pending.version();
    switch (story) {
      case APPROVED -> reviews.approve(number, version, terms(pending, false), "", REVIEWER);
      case EXPIRED -> {
        ServicePeriod over = over(pending);
        String note = "使用期間核定至前次盤點結束為止。";
        reviews.approve(number, version, terms(pending, over, false), note, REVIEWER, over.to());
      }
      case PARTLY_APPROVED ->
          reviews.approve(number, version, terms(pending, true), partly(pending), REVIEWER);
      case REJECTED -> reviews.reject(number, version, "所敘法源依據未涵蓋申請之資料，請補充後重新申請。", REVIEWER);
      case WITHDRAWN -> applications.withdraw(number, version, "示範：改以另案申請", applicant);
      case RETURNED -> reviews.sendBack(number, version, "請補充介接用途所依據之業務，並確認法規依據之條次。", REVIEWER);
      case PENDING -> {
        // As it was submitted.
      }
    }
  }

  private static String partly(Application pending) {
    return pending.content().method() == DeliveryMethod.WEB_SERVICE
        ? "代碼之意義得由申請服務之欄位說明查得，不予提供；機關編制資料之備考及核定文號與所敘用途無關，不予提供；使用期間核定為三個月。"
        : "現職人員基本資料僅提供機關代碼及姓名，其餘欄位與所敘用途無關，不予提供；使用期間核定為三個月。";
  }

  private GrantTerms terms(Application pending, boolean partly) {
    ServicePeriod asked = requireNonNull(pending.content().period(), "period");
    return terms(
        pending,
        partly ? new ServicePeriod(asked.from(), asked.from().plusMonths(3)) : asked,
        partly);
  }

  /** A period that nobody takes for one that goes on. */
  private static ServicePeriod over(Application pending) {
    ServicePeriod asked = requireNonNull(pending.content().period(), "period");
    return new ServicePeriod(asked.from(), asked.to().minusMonths(1));
  }

  private GrantTerms terms(Application pending, ServicePeriod period, boolean partly) {
    if (pending.content().method() != DeliveryMethod.WEB_SERVICE) {
      return GrantTerms.of(period, Quota.DEFAULT, OWN_STAFF);
    }
    List<ServiceGrant> services =
        partly
            ? List.of(granted(STAFFING, REFUSED_FIELDS))
            : SERVICES.stream().map(service -> granted(service, Set.of())).toList();
    return GrantTerms.of(period, LOOPBACK, Quota.DEFAULT, services);
  }

  private ServiceGrant granted(ServiceCode service, Set<String> refused) {
    Map<String, FieldGrant> fields =
        catalogue.current().find(service).orElseThrow().fields().stream()
            .filter(field -> !refused.contains(field.xmlName()))
            .collect(
                Collectors.toMap(
                    field -> field.xmlName(),
                    field -> new FieldGrant(true, field.criterion() != null)));
    return new ServiceGrant(service, fields, List.of(), false);
  }

  private ApplicationContent content(DeliveryMethod method, Story story) {
    boolean web = method == DeliveryMethod.WEB_SERVICE;
    LocalDate from = story == Story.EXPIRED ? today().minusMonths(6) : today();
    return new ApplicationContent(
        "示範聯絡人",
        "02-8236-6666",
        "demo@example.gov.tw",
        new ServicePeriod(from, story == Story.EXPIRED ? today() : from.plusYears(1)),
        web ? "示範：比對本機關編制與職稱代碼" : "示範：辦理人力盤點之一次性統計",
        "公務人員任用法",
        "人事管理（代號 002）",
        web
            ? new ConnectingSystem(
                "示範編制管理系統", "Linux", "Java 17", "PostgreSQL", "localhost", LOOPBACK)
            : null,
        Set.of(Audience.AGENCY_INTERNAL),
        method,
        web ? "" : "申請一次性現職人員基本資料",
        web ? SERVICES.stream().map(code -> ServiceRequest.whole(code, "")).toList() : List.of());
  }

  private LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }
}
