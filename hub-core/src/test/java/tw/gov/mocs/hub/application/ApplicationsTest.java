package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.ApplicationSearch.Sort;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** Applications and reviews as they are kept, on every database. */
@OnEveryDatabase
class ApplicationsTest {

  private final ApplicationContext core;
  private final Ministry ministry;
  private final Applications applications;
  private final Reviews reviews;

  ApplicationsTest(TestDatabase database) {
    core = TestCore.shared(database);
    ministry = new Ministry(core);
    applications = ministry.applications;
    reviews = ministry.reviews;
  }

  @Test
  void keepsAnEmptyDraft() {
    Application draft = ministry.draft(ApplicationContent.NONE);
    assertThat(applications.get(draft.id())).isEqualTo(draft);
    assertThat(draft.content()).isEqualTo(ApplicationContent.NONE);
    assertThat(draft.submission()).isNull();
  }

  @Test
  void keepsEverythingThatWasFilledIn() {
    Application draft = ministry.draft(ApplicationContent.NONE);
    Application saved =
        applications.save(draft.id(), draft.version(), ministry.content(), ministry.applicant);
    assertThat(saved.content()).isEqualTo(ministry.content());
    assertThat(saved.version()).isEqualTo(draft.version() + 1);
  }

  @Test
  void keepsLongConditionsOfAOneTimeFile() {
    ApplicationContent file = Samples.fileContent("𠮷條件\n".repeat(700));
    Application draft = ministry.draft(file);
    assertThat(applications.get(draft.id()).content()).isEqualTo(file);
  }

  @Test
  void refusesToSaveWhatSomebodyElseHasChanged() {
    Application draft = ministry.draft();
    applications.save(draft.id(), draft.version(), ministry.content(), ministry.applicant);
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () ->
            applications.save(draft.id(), draft.version(), ministry.content(), ministry.applicant));
  }

  @Test
  void submissionGivesNumberAndKeepsTheCard() {
    Application pending = ministry.pending();
    assertThat(pending.status()).isEqualTo(ApplicationStatus.PENDING);
    assertThat(Ministry.number(pending).value())
        .startsWith("APSQ" + RocDate.yearOf(Instant.now()))
        .hasSize(12);
    assertThat(pending.submission())
        .returns(ministry.applicant.thumbprint(), Submission::thumbprint)
        .satisfies(kept -> assertThat(kept.cardNumber()).startsWith("P"))
        .returns(ministry.applicant.actor().name(), Submission::by);
    assertThat(applications.get(Ministry.number(pending))).isEqualTo(pending);
  }

  @Test
  void withdraws() {
    Application pending = ministry.pending();
    Application withdrawn =
        applications.withdraw(
            Ministry.number(pending), pending.version(), "誤植", ministry.applicant);
    assertThat(withdrawn.status()).isEqualTo(ApplicationStatus.WITHDRAWN);
    assertThat(applications.withdrawalReason(withdrawn)).hasValue("誤植");
  }

  @Test
  void keepsTheReasonOfAWithdrawalOutOfTheLog() {
    Application pending = ministry.pending();
    ApplicationNumber number = Ministry.number(pending);
    applications.withdraw(number, pending.version(), "王小明離職", ministry.applicant);
    assertThat(LoggedActs.of(core, "action", number.value())).contains("APPLICATION_WITHDRAWN");
    assertThat(LoggedActs.of(core, "reason", number.value())).containsOnlyNulls();
  }

  @Test
  void anotherAgencyNeitherSeesNorWithdrawsIt() {
    Application pending = ministry.pending();
    ApplicationNumber number = Ministry.number(pending);
    Ministry other = new Ministry(core);
    assertThat(applications.get(number, ministry.agency.id())).isEqualTo(pending);
    refuses(ErrorCode.NOT_FOUND, () -> applications.get(number, other.agency.id()));
    refuses(
        ErrorCode.NOT_FOUND,
        () -> applications.withdraw(number, pending.version(), "", other.applicant));
    assertThat(
            applications
                .search(ApplicationSearch.all(ministry.agency.id(), 1, 10), other.agency.id())
                .total())
        .isZero();
  }

  @Test
  void approvalInPartMakesAGrantAtOnce() {
    Application partly = ministry.granted();
    assertThat(partly.status()).isEqualTo(ApplicationStatus.PARTLY_APPROVED);
    Grant grant = ministry.grants.find(Ministry.number(partly)).orElseThrow();
    GrantTerms terms = ministry.terms();
    assertThat(grant.services()).isEqualTo(terms.services());
    assertThat(grant.addresses()).isEqualTo(terms.addresses());
    assertThat(grant.period()).isEqualTo(terms.period());
    assertThat(grant.quota()).isEqualTo(terms.quota());
    assertThat(grant.agencyCode()).isEqualTo(ministry.agency.code());
    assertThat(grant.status()).isEqualTo(GrantStatus.ACTIVE);
  }

  @Test
  void reviewIsKeptWithItsTerms() {
    Application partly = ministry.granted();
    Review review = applications.get(partly.id()).reviews().get(0);
    assertThat(review.terms()).isEqualTo(ministry.terms());
    assertThat(review.reviewer()).isEqualTo(Ministry.REVIEWER.name());
    assertThat(review.note()).isEqualTo("可");
  }

  @Test
  void nothingIsGrantedBeforeTheSecondReview() {
    Application waiting = ministry.waiting();
    assertThat(waiting.status()).isEqualTo(ApplicationStatus.SECOND_REVIEW);
    assertThat(ministry.grants.find(Ministry.number(waiting))).isEmpty();
  }

  @Test
  void secondReviewerPutsItInForce() {
    Application waiting = ministry.waiting();
    ApplicationNumber number = Ministry.number(waiting);
    assertThat(ministry.grants.find(number)).isEmpty();
    Application confirmed = reviews.confirm(number, waiting.version(), "", Ministry.SECOND);
    assertThat(confirmed.status()).isEqualTo(ApplicationStatus.PARTLY_APPROVED);
    assertThat(ministry.grants.find(number).orElseThrow().quota().rows()).isEqualTo(2_000_000);
  }

  @Test
  void secondReviewerIsAnotherPerson() {
    Application waiting = ministry.waiting();
    refuses(
        ErrorCode.DUTIES_NOT_SEPARATE,
        () -> reviews.confirm(Ministry.number(waiting), waiting.version(), "", Ministry.REVIEWER));
  }

  @Test
  void firstReviewerWithAnotherAccountOfHisCardIsNoSecondOne() {
    Application waiting = ministry.waiting();
    Actor anew = Ministry.anew(Ministry.REVIEWER);
    refuses(
        ErrorCode.DUTIES_NOT_SEPARATE,
        () -> reviews.confirm(Ministry.number(waiting), waiting.version(), "", anew));
  }

  @Test
  void secondReviewerMayReject() {
    Application waiting = ministry.waiting();
    ApplicationNumber number = Ministry.number(waiting);
    Application rejected = reviews.reject(number, waiting.version(), "過多", Ministry.SECOND);
    assertThat(rejected.status()).isEqualTo(ApplicationStatus.REJECTED);
    assertThat(ministry.grants.find(number)).isEmpty();
  }

  @Test
  void whoConfirmedTheCertificatesDoesNotReview() {
    Application pending = ministry.pending();
    assertThat(reviews.mayReview(pending, Ministry.REVIEWER)).isTrue();
    assertThat(reviews.mayReview(pending, Ministry.ADMINISTRATOR)).isFalse();
    assertThat(reviews.mayReview(pending, Ministry.anew(Ministry.ADMINISTRATOR))).isFalse();
    refuses(
        ErrorCode.DUTIES_NOT_SEPARATE,
        () ->
            reviews.approve(
                Ministry.number(pending),
                pending.version(),
                ministry.terms(),
                "",
                Ministry.ADMINISTRATOR));
  }

  @Test
  void whoAppliedDoesNotReviewWithAnAccountOfHisCard() {
    Application pending = ministry.pending();
    Actor anew = Ministry.anew(ministry.applicant.actor());
    assertThat(reviews.mayReview(pending, anew)).isFalse();
  }

  @Test
  void whoReviewedDoesNotConfirmCertificates() {
    ministry.granted();
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> ministry.register(Ministry.REVIEWER));
    refuses(
        ErrorCode.DUTIES_NOT_SEPARATE, () -> ministry.register(Ministry.anew(Ministry.REVIEWER)));
  }

  @Test
  void everyTransitionIsLogged() {
    Application waiting = ministry.waiting();
    ApplicationNumber number = Ministry.number(waiting);
    reviews.confirm(number, waiting.version(), "", Ministry.SECOND);
    ministry.control.suspend(number, 1, "異常使用", Ministry.REVIEWER);
    assertThat(ministry.logged(number))
        .containsExactlyInAnyOrder(
            "APPLICATION_SUBMITTED",
            "APPLICATION_FIRST_REVIEWED",
            "APPLICATION_PARTLY_APPROVED",
            "GRANT_MADE",
            "GRANT_SUSPENDED");
  }

  @Test
  void refusesTermsBeyondWhatWasAsked() {
    Application pending = ministry.pending();
    ServicePeriod asked = ministry.period();
    GrantTerms terms = ministry.terms();
    GrantTerms longer =
        new GrantTerms(
            new ServicePeriod(asked.from(), asked.to().plusDays(1)),
            terms.addresses(),
            terms.quota(),
            terms.services());
    refuses(
        ErrorCode.VALUE_INVALID,
        () ->
            reviews.approve(
                Ministry.number(pending), pending.version(), longer, "", Ministry.REVIEWER));
  }

  @Test
  void findsApplicationsByAgencyNumberDayStatusAndMethod() {
    Application granted = ministry.granted();
    ministry.pending();
    ministry.draft();
    LocalDate today = RocDate.dayOf(Instant.now());
    ApplicationSearch all = ApplicationSearch.all(ministry.agency.id(), 1, 10);
    assertThat(applications.search(all).total()).isEqualTo(2);
    assertThat(
            applications
                .search(
                    new ApplicationSearch(
                        ministry.agency.id(),
                        null,
                        Ministry.number(granted).value().toLowerCase(Locale.ROOT),
                        today,
                        today,
                        Set.of(ApplicationSearch.State.PARTLY_APPROVED),
                        Set.of(DeliveryMethod.WEB_SERVICE),
                        Sort.NUMBER,
                        false,
                        1,
                        10))
                .items())
        .singleElement()
        .returns(granted.id(), ApplicationLine::id)
        .returns(List.of(Ministry.CODES, Ministry.STAFFING), ApplicationLine::services)
        .returns("王小明", ApplicationLine::contactName);
  }

  @Test
  void searchesByTaipeiDays() {
    ministry.pending();
    LocalDate today = RocDate.dayOf(Instant.now());
    assertThat(between(today.plusDays(1), null)).isZero();
    assertThat(between(null, today.minusDays(1))).isZero();
    assertThat(between(today, today)).isEqualTo(1);
  }

  @Test
  void turnsPages() {
    Application first = ministry.pending();
    Application second = ministry.pending();
    ApplicationSearch page = ApplicationSearch.all(ministry.agency.id(), 2, 1);
    assertThat(applications.search(page).items())
        .extracting(ApplicationLine::id)
        .containsExactly(first.id())
        .doesNotContain(second.id());
  }

  private long between(@Nullable LocalDate from, @Nullable LocalDate to) {
    return applications
        .search(
            new ApplicationSearch(
                ministry.agency.id(),
                null,
                null,
                from,
                to,
                Set.of(),
                Set.of(),
                Sort.SUBMITTED_AT,
                true,
                1,
                10))
        .total();
  }

  private static void refuses(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(call)
        .returns(code, HubException::code);
  }
}
