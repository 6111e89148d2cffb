package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.application.ContentFault.Reason;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The life of an application, without a database. */
class ApplicationTest {

  private static final Actor FIRST = new Actor("first", "ab".repeat(32), null);

  @Test
  void draftMayLeaveEverythingOut() {
    Application draft = Samples.draft(ApplicationContent.NONE);
    assertThat(draft.status()).isEqualTo(ApplicationStatus.DRAFT);
    assertThat(draft.number()).isEmpty();
  }

  @Test
  void draftRefusesTextThatIsTooLong() {
    refuses(ErrorCode.VALUE_INVALID, () -> Samples.draft(Samples.fileContent("長".repeat(4_001))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"someone", "王@mocs.gov.tw", "a,b@mocs.gov.tw", "a@-mocs.gov.tw"})
  void draftRefusesAMailAddressThatNoNoticeCouldGoTo(String mail) {
    refuses(ErrorCode.VALUE_INVALID, () -> Samples.draft(contact(mail)));
    assertThat(Samples.draft(contact("someone@mocs.gov.tw")).content().contactMail())
        .isEqualTo("someone@mocs.gov.tw");
  }

  private static ApplicationContent contact(String mail) {
    return new ApplicationContent(
        "",
        "",
        mail,
        null,
        "",
        "",
        "",
        ConnectingSystem.NONE,
        Set.of(),
        null,
        "",
        List.of(),
        List.of());
  }

  @Test
  void submissionNamesEveryFaultAtOnce() {
    Application draft = Samples.draft(ApplicationContent.NONE);
    assertThat(draft.faults(Samples.catalogue(), Samples.TODAY))
        .extracting(ContentFault::place)
        .containsExactlyInAnyOrder(
            "contactName",
            "contactPhone",
            "contactMail",
            "purpose",
            "legalBasis",
            "specificPurpose",
            "audiences",
            "method",
            "period");
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> draft.submit(Samples.submission(), Samples.catalogue()))
        .satisfies(e -> assertThat(e.detail()).contains("contactName", "audiences", "period"));
  }

  @Test
  void submissionNeedsAJustificationForRestrictedFields() {
    assertThat(faults(ServiceRequest.whole(Samples.PERSONS, "")))
        .containsExactly(new ContentFault("services.SQ_TA_003.justification", Reason.MISSING));
  }

  @Test
  void submissionNeedsNoJustificationWithoutRestrictedFields() {
    assertThat(faults(new ServiceRequest(Samples.PERSONS, List.of("idNo"), ""))).isEmpty();
  }

  @Test
  void submissionRefusesAFieldThatIsNotOffered() {
    assertThat(faults(new ServiceRequest(Samples.PERSONS, List.of("idNo", "salary"), "")))
        .containsExactly(new ContentFault("services.SQ_TA_003.fields.salary", Reason.NOT_OFFERED));
  }

  @Test
  void submissionRefusesAClosedService() {
    Application draft = Samples.draft(Samples.content());
    assertThat(draft.faults(Samples.catalogue(ServiceStatus.CLOSED), Samples.TODAY))
        .containsExactly(new ContentFault("services.SQ_COM_01", Reason.NOT_OFFERED));
  }

  @Test
  void submissionRefusesAPeriodThatHasPassed() {
    Application draft = Samples.draft(Samples.content());
    assertThat(draft.faults(Samples.catalogue(), Samples.YEAR.to().plusDays(1)))
        .containsExactly(new ContentFault("period", Reason.PAST));
  }

  @Test
  void submissionRefusesAPeriodThatEndsAfterTenYears() {
    Application draft = Samples.draft(Samples.content());
    LocalDate tenYearsBefore = Samples.YEAR.to().minusYears(10);
    assertThat(draft.faults(Samples.catalogue(), tenYearsBefore)).isEmpty();
    assertThat(draft.faults(Samples.catalogue(), tenYearsBefore.minusDays(1)))
        .containsExactly(new ContentFault("period", Reason.TOO_LONG));
  }

  @Test
  void submissionRefusesAPeriodThatBeganMoreThanAYearBefore() {
    ServicePeriod now = new ServicePeriod(Samples.TODAY, Samples.TODAY.plusYears(2));
    Application draft =
        Samples.draft(Samples.content(now, List.of(ServiceRequest.whole(Samples.CODES, ""))));
    LocalDate yearAfter = Samples.TODAY.plusYears(1);
    assertThat(draft.faults(Samples.catalogue(), yearAfter)).isEmpty();
    assertThat(draft.faults(Samples.catalogue(), yearAfter.plusDays(1)))
        .containsExactly(new ContentFault("period", Reason.TOO_EARLY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hr-1", "HR_APP01", "hr-1.agency.gov.tw, hr-2、人事主機1 localhost"})
  void submissionTakesNamesOfHosts(String hostName) {
    assertThat(faults(Samples.content(hostName, Samples.ADDRESS))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-hr", "hr-", "hr..tw", "https://hr-1/", "<hr>", "hr-1,,hr-2", "一台（詳附件）"})
  void submissionRefusesWhatNamesNoHost(String hostName) {
    assertThat(faults(Samples.content(hostName, Samples.ADDRESS)))
        .containsExactly(new ContentFault("system.hostName", Reason.MALFORMED));
  }

  @Test
  void submissionRefusesAddressesOfEverybody() {
    assertThat(faults(Samples.content("hr-1", new Cidr("0.0.0.0/0"))))
        .containsExactly(new ContentFault("system.addresses", Reason.TOO_WIDE));
  }

  @Test
  void submissionRefusesAddressesOfEverybodyWhateverTheMethod() {
    assertThat(faults(undecided(new Cidr("0.0.0.0/0"))))
        .containsExactly(
            new ContentFault("system.addresses", Reason.TOO_WIDE),
            new ContentFault("method", Reason.MISSING));
  }

  @Test
  void faultsStandInTheOrderOfTheInputs() {
    ConnectingSystem none = ConnectingSystem.NONE;
    ApplicationContent empty =
        new ApplicationContent("", "", "", null, "", "", "", none, Set.of(), null, "", List.of());
    assertThat(faults(empty))
        .extracting(ContentFault::place)
        .containsExactly(
            "contactName",
            "contactPhone",
            "contactMail",
            "period",
            "purpose",
            "legalBasis",
            "specificPurpose",
            "audiences",
            "method");
  }

  /** Of no method yet, called from this address. */
  private static ApplicationContent undecided(Cidr address) {
    ApplicationContent decided = Samples.content("hr-1", address);
    return new ApplicationContent(
        decided.contactName(),
        decided.contactPhone(),
        decided.contactMail(),
        decided.period(),
        decided.purpose(),
        decided.legalBasis(),
        decided.specificPurpose(),
        decided.system(),
        decided.audiences(),
        null,
        decided.specialConditions(),
        List.of());
  }

  private static List<ContentFault> faults(ApplicationContent content) {
    return Samples.draft(content).faults(Samples.catalogue(), Samples.TODAY);
  }

  @Test
  void oneTimeFileNeedsItsConditionsInWords() {
    Application draft = Samples.draft(Samples.fileContent(""));
    assertThat(draft.faults(Samples.catalogue(), Samples.TODAY))
        .containsExactly(new ContentFault("specialConditions", Reason.MISSING));
  }

  @Test
  void submissionWritesOutAllFields() {
    ServiceRequest asked = Samples.pending().content().find(Samples.CODES).orElseThrow();
    assertThat(asked.fields()).containsExactly("codeType", "codeName");
  }

  @Test
  void submittedApplicationCannotBeEdited() {
    Application pending = Samples.pending();
    refuses(ErrorCode.STATE_CONFLICT, () -> pending.edit(Samples.content()));
    refuses(
        ErrorCode.STATE_CONFLICT, () -> pending.submit(Samples.submission(), Samples.catalogue()));
  }

  @Test
  void everythingGrantedIsApproved() {
    assertThat(approved(Samples.everything()).status()).isEqualTo(ApplicationStatus.APPROVED);
  }

  @Test
  void fewerServicesArePartlyApproved() {
    Application partly = approved(Samples.terms(Samples.whole(Samples.CODES)));
    assertThat(partly.status()).isEqualTo(ApplicationStatus.PARTLY_APPROVED);
    assertThat(partly.outcomeOf(Samples.CODES)).isEqualTo(ApplicationStatus.APPROVED);
    assertThat(partly.outcomeOf(Samples.PERSONS)).isEqualTo(ApplicationStatus.REJECTED);
  }

  @Test
  void fewerFieldsArePartlyApproved() {
    Application partly =
        approved(Samples.terms(Samples.unrestricted(), Samples.whole(Samples.CODES)));
    assertThat(partly.status()).isEqualTo(ApplicationStatus.PARTLY_APPROVED);
    assertThat(partly.outcomeOf(Samples.PERSONS)).isEqualTo(ApplicationStatus.PARTLY_APPROVED);
  }

  @Test
  void shorterPeriodIsPartlyApproved() {
    GrantTerms all = Samples.everything();
    ServicePeriod day = new ServicePeriod(Samples.TODAY, Samples.TODAY);
    GrantTerms shorter = new GrantTerms(day, all.addresses(), all.quota(), all.services());
    assertThat(approved(shorter).status()).isEqualTo(ApplicationStatus.PARTLY_APPROVED);
  }

  @Test
  void rejectionSaysWhy() {
    Application pending = Samples.pending();
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> pending.reject(" ", Actor.operator("reviewer"), Samples.NOW));
    Application rejected = pending.reject("目的不符", Actor.operator("reviewer"), Samples.NOW);
    assertThat(rejected.status()).isEqualTo(ApplicationStatus.REJECTED);
  }

  @Test
  void secondReviewIsAnotherPersons() {
    Application waiting = waiting();
    assertThat(waiting.status()).isEqualTo(ApplicationStatus.SECOND_REVIEW);
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> waiting.confirm("", FIRST, Samples.NOW));
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> waiting.reject("不可", FIRST, Samples.NOW));
  }

  @Test
  void secondReviewIsNotOfAnotherAccountWithTheFirstOnesCard() {
    Application waiting = waiting();
    Actor anew = new Actor("second", FIRST.certificateThumbprint(), null);
    assertThat(waiting.isFirstReviewer(anew)).isTrue();
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> waiting.confirm("", anew, Samples.NOW));
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> waiting.reject("不可", anew, Samples.NOW));
  }

  @Test
  void secondReviewerConsentsToTheFirstOnesTerms() {
    Application confirmed = waiting().confirm("", Actor.operator("second"), Samples.NOW);
    assertThat(confirmed.status()).isEqualTo(ApplicationStatus.APPROVED);
    assertThat(confirmed.grantedTerms()).isEqualTo(Samples.everything());
  }

  @Test
  void secondReviewerMayReject() {
    Application rejected = waiting().reject("範圍過大", Actor.operator("second"), Samples.NOW);
    assertThat(rejected.status()).isEqualTo(ApplicationStatus.REJECTED);
    assertThat(rejected.outcomeOf(Samples.CODES)).isEqualTo(ApplicationStatus.REJECTED);
  }

  @Test
  void firstReviewerCannotDecideTwice() {
    Application decided = approved(Samples.everything());
    refuses(
        ErrorCode.STATE_CONFLICT, () -> decided.reject("no", Actor.operator("other"), Samples.NOW));
    refuses(
        ErrorCode.STATE_CONFLICT, () -> decided.confirm("", Actor.operator("other"), Samples.NOW));
    refuses(ErrorCode.STATE_CONFLICT, decided::withdraw);
  }

  @Test
  void isWithdrawnWhileItIsNotDecided() {
    assertThat(Samples.pending().withdraw().status()).isEqualTo(ApplicationStatus.WITHDRAWN);
    assertThat(waiting().withdraw().status()).isEqualTo(ApplicationStatus.WITHDRAWN);
    refuses(ErrorCode.STATE_CONFLICT, () -> Samples.draft(Samples.content()).withdraw());
  }

  private static List<ContentFault> faults(ServiceRequest asked) {
    return Samples.draft(Samples.content(Samples.YEAR, List.of(asked)))
        .faults(Samples.catalogue(), Samples.TODAY);
  }

  private static Application approved(GrantTerms terms) {
    return Samples.pending().approve(terms, "", FIRST, Samples.NOW, false);
  }

  private static Application waiting() {
    return Samples.pending().approve(Samples.everything(), "", FIRST, Samples.NOW, true);
  }

  private static void refuses(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(call)
        .returns(code, HubException::code);
  }
}
