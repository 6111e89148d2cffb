package tw.gov.mocs.hub.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.MutableClock;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.job.Unrecorded;

/**
 * A core with a clock that is set and nothing sent by itself. Those with the plain mail server and
 * those without one are made once for each database, and each test leaves them empty.
 */
final class Outbox implements AutoCloseable {

  private static final Map<TestDatabase, Outbox> PLAIN = new EnumMap<>(TestDatabase.class);
  private static final Map<TestDatabase, Outbox> WITHOUT_SERVER = new EnumMap<>(TestDatabase.class);

  private final ConfigurableApplicationContext core;
  private final MutableClock clock;
  private final boolean shared;
  final Notices notices;
  final NoticeDispatch dispatch;

  private Outbox(TestDatabase database, Map<String, String> settings, boolean shared) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("hub.notice.interval", "1h");
    core = TestCore.start(database, all, MutableClock.Settings.class);
    this.shared = shared;
    clock = core.getBean(MutableClock.class);
    notices = core.getBean(Notices.class);
    dispatch = core.getBean(NoticeDispatch.class);
  }

  /** One that sends to the plain mail server. */
  static Outbox plain(TestDatabase database) {
    return PLAIN.computeIfAbsent(
        database, fresh -> new Outbox(fresh, settings(MailServer.plain(), "NONE"), true));
  }

  /** One that can send nothing. */
  static Outbox withoutServer(TestDatabase database) {
    return WITHOUT_SERVER.computeIfAbsent(database, fresh -> new Outbox(fresh, Map.of(), true));
  }

  /** One of a test's own. */
  static Outbox with(TestDatabase database, Map<String, String> settings) {
    return new Outbox(database, settings, false);
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
    if (!shared) {
      core.close();
      return;
    }
    new JdbcTemplate(core.getBean("hubDataSource", DataSource.class)).execute("DELETE FROM notice");
    clock.set(Instant.now());
  }
}
