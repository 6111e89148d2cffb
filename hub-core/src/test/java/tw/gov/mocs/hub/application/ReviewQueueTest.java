package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.QueueSearch.Sort;
import tw.gov.mocs.hub.application.QueueSearch.State;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.RocDate;

/** What reviewers find in their queue, and how an application came there. */
@OnEveryDatabase
class ReviewQueueTest {

  private final ApplicationContext core;
  private final Ministry ministry;
  private final ReviewQueue queue;
  private final LocalDate today = RocDate.dayOf(Instant.now());

  ReviewQueueTest(TestDatabase database) {
    core = TestCore.shared(database);
    ministry = new Ministry(core);
    queue = core.getBean(ReviewQueue.class);
  }

  @Test
  void showsWhatIsOpenUnlessMoreIsAskedFor() {
    String pending = Ministry.number(ministry.pending()).value();
    String second = Ministry.number(ministry.waiting()).value();
    String done = Ministry.number(ministry.granted()).value();
    assertThat(numbers(Set.of())).containsExactly(pending, second);
    assertThat(numbers(Set.of(State.SECOND_REVIEW))).containsExactly(second);
    assertThat(numbers(Set.of(State.DONE))).containsExactly(done);
  }

  @Test
  void tellsThoseThatAreOverdueFromTheOthers() {
    Application pending = ministry.pending();
    ministry.reviews.sendBack(Ministry.number(pending), pending.version(), "補正", Ministry.REVIEWER);
    String number = Ministry.number(pending).value();
    assertThat(numbers(Set.of(State.RETURNED))).containsExactly(number);
    assertThat(numbers(Set.of(State.OVERDUE))).isEmpty();
    new JdbcTemplate(core.getBean("hubDataSource", DataSource.class))
        .update(
            "UPDATE application_return SET due_on = ? WHERE application_id = ?",
            Date.valueOf(today.minusDays(1)),
            pending.id());
    assertThat(numbers(Set.of(State.RETURNED))).isEmpty();
    assertThat(numbers(Set.of(State.OVERDUE))).containsExactly(number);
  }

  @Test
  void holdsWhatTheChecklistLooksAt() {
    Application pending = ministry.pending();
    assertThat(lines(Set.of()))
        .singleElement()
        .returns(SignatureLevel.CMS, QueueLine::signatureLevel)
        .returns(false, QueueLine::withinGrace)
        .returns(null, QueueLine::letterOn)
        .returns("測試機關", QueueLine::agencyName)
        .returns(pending.content().legalBasis(), QueueLine::legalBasis)
        .returns(ministry.applicant.thumbprint(), QueueLine::signerThumbprint);
  }

  @Test
  void narrowsByAgeMethodAndNumber() {
    String number = Ministry.number(ministry.pending()).value();
    assertThat(search(today, Set.of(DeliveryMethod.WEB_SERVICE), number)).hasSize(1);
    assertThat(search(today.minusDays(1), Set.of(), number)).isEmpty();
    assertThat(search(today, Set.of(DeliveryMethod.ONE_TIME_FILE), number)).isEmpty();
    assertThat(search(today, Set.of(), "APSQ000")).isEmpty();
  }

  @Test
  void turnsItsOrderAndItsPages() {
    ministry.pending();
    ministry.pending();
    List<String> first = page(1, false);
    List<String> second = page(2, false);
    assertThat(first.get(0)).isLessThan(second.get(0));
    assertThat(page(1, true)).isEqualTo(second);
  }

  @Test
  void tellsTheHistoryOfAnApplicationInItsOrder() {
    String number = Ministry.number(ministry.granted()).value();
    Act look =
        new Act(
            AuditAction.APPLICATION_SEEN, Ministry.REVIEWER, number, null, null, "review", null);
    core.getBean(TransactionTemplate.class)
        .executeWithoutResult(status -> core.getBean(AuditLog.class).act(look));
    ministry.logged(new ApplicationNumber(number));
    assertThat(core.getBean(ActHistory.class).of(number))
        .extracting(ActLine::action)
        .doesNotContain(AuditAction.APPLICATION_SEEN)
        .startsWith(AuditAction.APPLICATION_SUBMITTED)
        .contains(AuditAction.APPLICATION_PARTLY_APPROVED, AuditAction.GRANT_MADE);
  }

  private List<String> numbers(Set<State> states) {
    return lines(states).stream().map(QueueLine::applicationNo).toList();
  }

  private List<QueueLine> lines(Set<State> states) {
    return queue
        .search(
            new QueueSearch(
                states,
                ministry.agency.code().value(),
                null,
                null,
                Set.of(),
                Sort.NUMBER,
                false,
                1,
                50))
        .items();
  }

  private List<QueueLine> search(LocalDate until, Set<DeliveryMethod> methods, String number) {
    return queue
        .search(
            new QueueSearch(
                Set.of(),
                ministry.agency.code().value(),
                number,
                until,
                methods,
                Sort.SUBMITTED_AT,
                true,
                1,
                50))
        .items();
  }

  private List<String> page(int page, boolean descending) {
    return queue
        .search(
            new QueueSearch(
                Set.of(),
                ministry.agency.code().value(),
                null,
                null,
                Set.of(),
                Sort.NUMBER,
                descending,
                page,
                1))
        .items()
        .stream()
        .map(QueueLine::applicationNo)
        .toList();
  }
}
