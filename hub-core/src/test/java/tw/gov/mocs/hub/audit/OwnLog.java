package tw.gov.mocs.hub.audit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.TestDatabase;

/** A log of a test's own, which it may spoil. */
final class OwnLog implements AutoCloseable {

  private final ConfigurableApplicationContext core;

  OwnLog(TestDatabase database) {
    this(database, Map.of());
  }

  OwnLog(TestDatabase database, Map<String, String> settings, Class<?>... more) {
    Map<String, String> all = new HashMap<>();
    all.put("hub.database.pool-size", "4");
    all.put("hub.source.pool-size", "1");
    // Only the tests themselves make checkpoints.
    all.put("hub.audit.checkpoint-seconds", "3600");
    all.putAll(settings);
    core = TestCore.start(database, all, more);
  }

  <T> T get(Class<T> type) {
    return core.getBean(type);
  }

  ConfigurableApplicationContext core() {
    return core;
  }

  AuditLog log() {
    return get(AuditLog.class);
  }

  JdbcTemplate sql() {
    return new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
  }

  /** Appends so many calls of one person each. */
  void append(int calls) {
    for (int i = 0; i < calls; i++) {
      append(Calls.served(log(), 1));
    }
  }

  void append(CallRecord call) {
    log().append(call, Calls.fresh());
  }

  void act(String subject) {
    Act act = new Act(AuditAction.LOG_VERIFIED, Actor.HUB, subject, null, null, null, null);
    get(TransactionTemplate.class).executeWithoutResult(status -> log().act(act));
  }

  /** The last row of the chain, once all acts so far have their place in it. */
  long end() {
    await(() -> count("SELECT COUNT(*) FROM audit_act_outbox") == 0);
    return count("SELECT MAX(last_seq) FROM audit_node");
  }

  long count(String sql) {
    return Objects.requireNonNull(sql().queryForObject(sql, Long.class));
  }

  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within a minute");
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Everything can be found when this returns. */
  void index() {
    get(LogIndex.class).indexAll();
  }

  void checkpoint() {
    get(Checkpoints.class).makeAll();
  }

  Path checkpointFile() {
    return get(AuditSettings.class).checkpointFile();
  }

  VerificationReport verify() {
    return verify(Witnesses.NONE);
  }

  VerificationReport verify(Witnesses witnesses) {
    return get(LogVerifier.class).verify(witnesses, rows -> {});
  }

  /** Where the verification says that something does not fit. */
  List<String> faults() {
    return verify().findings().stream().map(found -> found.where() + " " + found.what()).toList();
  }

  @Override
  public void close() {
    core.close();
  }
}
