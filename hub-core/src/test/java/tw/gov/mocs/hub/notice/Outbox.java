package tw.gov.mocs.hub.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.MutableClock;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.job.Unrecorded;

/** A core of one's own with a mail server, a clock that is set, and nothing sent by itself. */
final class Outbox implements AutoCloseable {

  private final ConfigurableApplicationContext core;
  private final MutableClock clock;
  final Notices notices;
  final NoticeDispatch dispatch;

  private Outbox(TestDatabase database, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("hub.notice.interval", "1h");
    core = TestCore.start(database, all, MutableClock.Settings.class);
    clock = core.getBean(MutableClock.class);
    notices = core.getBean(Notices.class);
    dispatch = core.getBean(NoticeDispatch.class);
  }

  static Outbox with(TestDatabase database, MailServer server) {
    return new Outbox(database, settings(server, "NONE"));
  }

  static Outbox with(TestDatabase database, Map<String, String> settings) {
    return new Outbox(database, settings);
  }

  static Map<String, String> settings(MailServer server, String security) {
    return Map.of(
        "hub.notice.smtp.host", "localhost",
        "hub.notice.smtp.port", Integer.toString(server.port()),
        "hub.notice.smtp.security", security,
        "hub.notice.smtp.from", "hub@example.gov.tw",
        "hub.notice.smtp.timeout", "5s",
        "hub.notice.portal-url", "https://portal.example.gov.tw/");
  }

  /** Another node on the same database. */
  NoticeDispatch otherNode() {
    return new NoticeDispatch(
        core.getBean(NoticeMapper.class),
        core.getBean(Mailer.class),
        core.getBean(NoticeSettings.class),
        clock,
        new Unrecorded());
  }

  void put(String... recipients) {
    put(
        new NoticeDraft(
            NoticeKind.APPLICATION_SUBMITTED, List.of(recipients), "王小明", "APSQ11500001", null));
  }

  void put(NoticeDraft draft) {
    inTransaction(() -> notices.put(draft));
  }

  void inTransaction(Runnable work) {
    core.getBean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
  }

  Instant now() {
    return clock.instant();
  }

  void pass(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  List<Notice> in(NoticeState state) {
    return notices.search(NoticeSearch.of(state, 1, 1_000)).items();
  }

  ConfigurableApplicationContext core() {
    return core;
  }

  <T> T get(Class<T> type) {
    return core.getBean(type);
  }

  @Override
  public void close() {
    core.close();
  }
}
