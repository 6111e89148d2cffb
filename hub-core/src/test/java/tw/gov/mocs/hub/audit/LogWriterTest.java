package tw.gov.mocs.hub.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@OnEveryDatabase
class LogWriterTest {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);

  private final OwnLog log;

  LogWriterTest(TestDatabase database) {
    log =
        LOGS.computeIfAbsent(
            database, fresh -> new OwnLog(fresh, Map.of("hub.audit.queue-size", "64")));
    log.end();
  }

  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  @Test
  void recordsWhatManyThreadsAppendOnceAndWithoutGaps() throws Exception {
    long before = log.end();
    inParallel(8, () -> log.append(25));
    assertThat(log.end()).isEqualTo(before + 200);
    assertThat(log.verify().findings()).isEmpty();
  }

  @Test
  void servesOneOfManyThatClaimTheSame() throws Exception {
    Claims claims = Calls.fresh();
    List<ErrorCode> refusals =
        inParallel(8, () -> log.log().append(Calls.served(log.log(), 1), claims));
    assertThat(refusals).hasSize(7).containsOnly(ErrorCode.REPLAYED);
  }

  @Test
  void recordsTheCodeOfTheRefusalThatAClaimMade() {
    Claims claims = Calls.fresh();
    log.log().append(Calls.served(log.log(), 3), claims);
    CallRecord second = Calls.served(log.log(), 3);
    assertThatThrownBy(() -> log.log().append(second, claims)).isInstanceOf(HubException.class);
    assertThat(
            log.sql()
                .queryForMap(
                    "SELECT c.outcome_code AS code, c.row_count AS row_count, c.person_count AS persons"
                        + " FROM audit_call c JOIN audit_row r ON r.node_id = c.node_id"
                        + " AND r.seq = c.seq WHERE r.record_id = ?",
                    second.recordId())
                .values())
        .map(Object::toString)
        .containsExactly("HUB-4001", "0", "0");
  }

  @Test
  void chainsAnActOnce() {
    log.act("only once");
    log.end();
    assertThat(log.count("SELECT COUNT(*) FROM audit_act WHERE subject = 'only once'")).isOne();
  }

  @Test
  void forgetsAnActWhoseChangeWasRolledBack() {
    log.get(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              log.act("rolled back");
              status.setRollbackOnly();
            });
    log.append(1);
    log.end();
    assertThat(log.count("SELECT COUNT(*) FROM audit_act WHERE subject = 'rolled back'")).isZero();
  }

  @Test
  void refusesARecordIdThatStandsInTheLogAndGoesOn() {
    CallRecord call = Calls.served(log.log(), 1);
    log.append(call);
    assertThat(refusal(call)).isEqualTo(ErrorCode.LOG_UNAVAILABLE);
    log.append(1);
    assertThat(log.verify().findings()).isEmpty();
  }

  @Test
  void refusesWhileTheDatabaseTakesNoRowsAndGoesOnAfterwards() {
    log.end();
    log.sql().execute("ALTER TABLE audit_call RENAME TO audit_call_away");
    try {
      assertThat(refusal(Calls.served(log.log(), 1))).isEqualTo(ErrorCode.LOG_UNAVAILABLE);
    } finally {
      log.sql().execute("ALTER TABLE audit_call_away RENAME TO audit_call");
    }
    log.append(1);
    assertThat(log.verify().findings()).isEmpty();
  }

  @Test
  void writesNothingWhileSomebodyElseHoldsItsChain() {
    long before = log.end();
    log.sql().update("UPDATE audit_node SET fence = fence + 1");
    try {
      assertThat(refusal(Calls.served(log.log(), 1))).isEqualTo(ErrorCode.LOG_UNAVAILABLE);
    } finally {
      log.sql().update("UPDATE audit_node SET fence = fence - 1");
    }
    assertThat(log.end()).isEqualTo(before);
  }

  @Test
  void refusesAsBusyWhatTheQueueCannotHold() throws Exception {
    Queue<ErrorCode> refusals = new ConcurrentLinkedQueue<>();
    ExecutorService callers = Executors.newFixedThreadPool(400);
    TransactionTemplate transactions = log.get(TransactionTemplate.class);
    transactions.executeWithoutResult(
        status -> {
          // The writer waits for this row, or gives up; either way the queue fills meanwhile.
          log.sql().update("UPDATE audit_node SET renewed_at = renewed_at");
          for (int i = 0; i < 400; i++) {
            callers.execute(() -> refusals.add(refusalOrNone()));
          }
          OwnLog.await(() -> refusals.contains(ErrorCode.BUSY));
        });
    callers.shutdown();
    assertThat(callers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    log.append(1);
    assertThat(log.verify().findings()).isEmpty();
  }

  /** INTERNAL_ERROR stands for none. */
  private ErrorCode refusalOrNone() {
    try {
      log.append(1);
      return ErrorCode.INTERNAL_ERROR;
    } catch (HubException e) {
      return e.code();
    }
  }

  private ErrorCode refusal(CallRecord call) {
    return catchThrowableOfType(HubException.class, () -> log.append(call)).code();
  }

  /** Runs it in so many threads at once; returns the codes of those that were refused. */
  private static List<ErrorCode> inParallel(int threads, Runnable work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(pool.submit(work));
      }
      List<ErrorCode> refusals = new ArrayList<>();
      for (Future<?> one : all) {
        try {
          one.get();
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(HubException.class);
          refusals.add(((HubException) requireNonNull(e.getCause())).code());
        }
      }
      return refusals;
    } finally {
      pool.shutdown();
    }
  }
}
