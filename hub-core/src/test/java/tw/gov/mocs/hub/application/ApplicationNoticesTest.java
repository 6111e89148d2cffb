package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.notice.Notice;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeSearch;
import tw.gov.mocs.hub.notice.Notices;

/** What the contact of an application is told, on every database. */
@OnEveryDatabase
class ApplicationNoticesTest {

  private final Ministry ministry;
  private final Notices notices;

  ApplicationNoticesTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    ministry = new Ministry(core);
    notices = core.getBean(Notices.class);
  }

  @Test
  void tellsOfSubmission() {
    told(ministry.pending(), NoticeKind.APPLICATION_SUBMITTED);
  }

  @Test
  void tellsOfADecision() {
    told(
        ministry.granted(),
        NoticeKind.APPLICATION_SUBMITTED,
        NoticeKind.APPLICATION_PARTLY_APPROVED);
  }

  @Test
  void saysNothingBeforeTheSecondReview() {
    Application waiting = ministry.waiting();
    told(waiting, NoticeKind.APPLICATION_SUBMITTED);
    ministry.reviews.reject(Ministry.number(waiting), waiting.version(), "不符", Ministry.SECOND);
    told(waiting, NoticeKind.APPLICATION_SUBMITTED, NoticeKind.APPLICATION_REJECTED);
  }

  @Test
  void saysNothingOfAWithdrawal() {
    Application pending = ministry.pending();
    ministry.applications.withdraw(
        Ministry.number(pending), pending.version(), "", ministry.applicant);
    told(pending, NoticeKind.APPLICATION_SUBMITTED);
  }

  private void told(Application application, NoticeKind... kinds) {
    String number = Ministry.number(application).value();
    assertThat(notices.search(new NoticeSearch(Set.of(), Set.of(), number, 1, 10)).items())
        .allSatisfy(
            notice -> assertThat(notice.recipient()).isEqualTo(application.content().contactMail()))
        .extracting(Notice::kind)
        .containsExactlyInAnyOrder(kinds);
  }
}
