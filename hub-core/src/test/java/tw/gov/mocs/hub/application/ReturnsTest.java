package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.notice.Notice;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeSearch;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateUse;

/** 退回補正: sent back with a reason, signed anew under the same number. */
@OnEveryDatabase
class ReturnsTest {

  private final ApplicationContext core;
  private final Ministry ministry;
  private final Applications applications;
  private final Reviews reviews;
  private final ApplicationEvidence evidence;
  private final Application pending;
  private final ApplicationNumber number;

  ReturnsTest(TestDatabase database) {
    core = TestCore.shared(database);
    ministry = new Ministry(core);
    applications = ministry.applications;
    reviews = ministry.reviews;
    evidence = core.getBean(ApplicationEvidence.class);
    pending = ministry.pending();
    number = Ministry.number(pending);
  }

  @Test
  void keepsItsNumberAndSaysWhyAndUntilWhen() {
    Application returned = sendBack();
    assertThat(returned.status()).isEqualTo(ApplicationStatus.RETURNED);
    assertThat(returned.number()).contains(number);
    assertThat(reviews.returns(number))
        .singleElement()
        .returns("請補充法規依據", SentBack::reason)
        .returns(1, SentBack::round)
        .returns(pending.submission(), SentBack::was)
        .returns(RocDate.dayOf(Instant.now()).plusDays(30), SentBack::dueOn);
  }

  @Test
  void tellsTheAgencyByMail() {
    sendBack();
    NoticeSearch search = new NoticeSearch(Set.of(), Set.of(), number.value(), 1, 20);
    assertThat(core.getBean(Notices.class).search(search).items())
        .extracting(Notice::kind)
        .contains(NoticeKind.APPLICATION_RETURNED);
  }

  @Test
  void isTheDraftOfItsCardAndIsSignedAnewUnderTheSameNumber() {
    Application returned = sendBack();
    assertThat(applications.drafts(ministry.applicant))
        .extracting(Draft::number)
        .containsExactly(number);
    Application edited =
        applications.save(
            returned.id(),
            returned.version(),
            Samples.content(ministry.period(), List.of(ServiceRequest.whole(Ministry.CODES, "補充"))),
            ministry.applicant);
    assertThat(edited.status()).isEqualTo(ApplicationStatus.RETURNED);
    Application again = ministry.submit(edited);
    assertThat(again.status()).isEqualTo(ApplicationStatus.PENDING);
    assertThat(again.number()).contains(number);
    assertThat(again.content().services()).hasSize(1);
    assertThat(again.id()).isEqualTo(pending.id());
  }

  @Test
  void everySubmissionKeepsItsOwnSignature() {
    byte[] first = evidence.zip(number);
    ministry.submit(sendBack());
    assertThat(evidence.find(number)).get().returns(2, ApplicationEvidence.Summary::round);
    assertThat(evidence.zip(number, 1)).isEqualTo(first);
    assertThat(evidence.zip(number)).isNotEqualTo(first);
    assertThat(evidence.document(number).orElseThrow())
        .satisfies(document -> assertThat(document.text()).contains(number.value()))
        .returns(2, SignedDocument::round)
        .returns(null, SignedDocument::fault);
  }

  @Test
  void aSecondClickFindsWhatTheFirstOneSubmitted() {
    Application returned = sendBack();
    SigningRequest asked = ministry.prepare(returned);
    applications.submit(asked.nonce(), ministry.signed(asked), ministry.applicant);
    refuses(
        ErrorCode.ALREADY_SUBMITTED,
        () -> applications.submit(asked.nonce(), ministry.signed(asked), ministry.applicant));
  }

  @Test
  void anotherCardOfTheAgencyDoesNotEditIt() {
    Application returned = sendBack();
    Applicant other =
        ministry.applicant(ministry.register(Ministry.ADMINISTRATOR, CertificateUse.LOGIN));
    refuses(ErrorCode.NOT_FOUND, () -> applications.draft(returned.id(), other));
    assertThat(applications.drafts(other)).isEmpty();
  }

  @Test
  void cannotBecomeOfAnotherKind() {
    Application returned = sendBack();
    Application file =
        applications.save(
            returned.id(), returned.version(), Samples.fileContent("一次"), ministry.applicant);
    refuses(ErrorCode.VALUE_INVALID, () -> ministry.prepare(file));
    assertThat(applications.progress(file).faultsOf(WizardStep.METHOD))
        .contains(new ContentFault("method", ContentFault.Reason.FIXED));
  }

  @Test
  void isWithdrawnButNotThrownAway() {
    Application returned = sendBack();
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> applications.discard(returned.id(), returned.version(), ministry.applicant));
    assertThat(
            applications.withdraw(number, returned.version(), "改以另案", ministry.applicant).status())
        .isEqualTo(ApplicationStatus.WITHDRAWN);
  }

  @Test
  void isNotDecidedUntilItComesBack() {
    Application returned = sendBack();
    refuses(
        ErrorCode.STATE_CONFLICT,
        () ->
            reviews.approve(number, returned.version(), ministry.terms(), "可", Ministry.REVIEWER));
  }

  @Test
  void countsAsNotYetReviewed() {
    sendBack();
    ApplicationSearch all = ApplicationSearch.all(ministry.agency.id(), 1, 10);
    ApplicationSearch waiting =
        new ApplicationSearch(
            all.agencyId(),
            null,
            null,
            null,
            null,
            Set.of(ApplicationSearch.State.PENDING),
            Set.of(),
            all.sort(),
            true,
            1,
            10);
    assertThat(applications.search(waiting).items())
        .extracting(ApplicationLine::status)
        .containsExactly(ApplicationStatus.RETURNED);
  }

  @Test
  void isLoggedWithItsReason() {
    ministry.submit(sendBack());
    assertThat(ministry.logged(number))
        .containsExactlyInAnyOrder(
            "APPLICATION_SUBMITTED", "APPLICATION_RETURNED", "APPLICATION_SUBMITTED");
  }

  @Test
  void needsAReasonAndWhoeverMayDecide() {
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> reviews.sendBack(number, pending.version(), " ", Ministry.REVIEWER));
    refuses(
        ErrorCode.DUTIES_NOT_SEPARATE,
        () -> reviews.sendBack(number, pending.version(), "缺", Ministry.ADMINISTRATOR));
    Application granted = ministry.granted();
    refuses(
        ErrorCode.STATE_CONFLICT,
        () ->
            reviews.sendBack(Ministry.number(granted), granted.version(), "缺", Ministry.REVIEWER));
  }

  private Application sendBack() {
    return reviews.sendBack(number, pending.version(), "請補充法規依據", Ministry.REVIEWER);
  }

  private static void refuses(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(call)
        .returns(code, HubException::code);
  }
}
