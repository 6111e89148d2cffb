package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;

/** An index that somebody changed is thrown away and made anew. */
@OnEveryDatabase
class LogIndexRemakeTest {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);

  private final OwnLog log;

  LogIndexRemakeTest(TestDatabase database) {
    log = LOGS.computeIfAbsent(database, OwnLog::new);
  }

  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  @BeforeEach
  void change() {
    log.append(3);
    log.end();
    log.index();
    log.sql().update("UPDATE log_index_call SET request_id = 'zz'");
    log.sql().update("UPDATE log_index_person SET seq = seq + 100000");
    log.sql().update("UPDATE log_index_asked SET node_id = 99");
  }

  @Test
  void leavesNoLineOfItWhereverItStands() {
    long lines = 0;
    for (String table : List.of("log_index_call", "log_index_person", "log_index_asked")) {
      lines += log.count("SELECT COUNT(*) FROM " + table);
    }
    assertThat(remake()).isEqualTo(lines);
    assertThat(log.count("SELECT COUNT(*) FROM log_index_person")).isZero();
    assertThat(log.count("SELECT COUNT(*) FROM log_index_asked")).isZero();
  }

  @Test
  void isMadeAnewAsTheLogSays() {
    assertThat(log.faults()).isNotEmpty();
    remake();
    log.index();
    assertThat(log.faults()).isEmpty();
    assertThat(log.count("SELECT COUNT(*) FROM log_index_call")).isPositive();
  }

  @Test
  void isAnActInTheLog() {
    long lines = remake();
    log.end();
    assertThat(
            log.sql()
                .queryForList(
                    "SELECT state_after FROM audit_act WHERE action = 'LOG_INDEX_REMADE'",
                    String.class))
        .contains(lines + " lines thrown away");
  }

  @Test
  void isWholeForWhoFollowsTheLogMeanwhile() throws Exception {
    log.append(1);
    CompletableFuture<Void> remake = begunRemake();
    log.get(LogIndex.class).indexCalls();
    remake.get();
    assertThat(indexedCalls()).isEqualTo(log.count("SELECT COUNT(*) FROM audit_call"));
  }

  /** Of three parts that are made one after the other, the first two were thrown away. */
  @Test
  void isWholeForWhoLooksForAPersonMeanwhile() throws Exception {
    LogIndex index = log.get(LogIndex.class);
    log.append(1);
    index.indexCalls();
    index.indexPersons();
    CompletableFuture<Void> remake = begunRemake();
    assertThat(index.ofPersons(this::indexedCalls))
        .isEqualTo(log.count("SELECT COUNT(*) FROM audit_call"));
    remake.get();
  }

  /** It has thrown all away and ends somewhat later, so that others wait for its end. */
  private CompletableFuture<Void> begunRemake() throws InterruptedException {
    CountDownLatch removed = new CountDownLatch(1);
    CompletableFuture<Void> remake =
        CompletableFuture.runAsync(
            () ->
                log.get(TransactionTemplate.class)
                    .executeWithoutResult(
                        status -> {
                          remake();
                          removed.countDown();
                          LockSupport.parkNanos(500_000_000);
                        }));
    removed.await();
    return remake;
  }

  private long indexedCalls() {
    return log.count("SELECT COUNT(*) FROM log_index_call");
  }

  @Test
  void isReadOnceMoreIfItWasThrownAwayMeanwhile() {
    AtomicInteger reads = new AtomicInteger();
    long found =
        log.get(LogIndex.class)
            .ofPersons(
                () -> {
                  if (reads.getAndIncrement() == 0) {
                    remake();
                  }
                  return log.count("SELECT COUNT(*) FROM log_index_person");
                });
    assertThat(reads).hasValue(2);
    assertThat(found).isPositive();
  }

  @Test
  void isReadOnceMoreThoughItWasMadeAnewMeanwhile() {
    AtomicInteger reads = new AtomicInteger();
    log.get(LogIndex.class)
        .ofPersons(
            () -> {
              if (reads.getAndIncrement() == 0) {
                remake();
                log.index();
              }
              return reads;
            });
    assertThat(reads).hasValue(2);
  }

  private long remake() {
    return log.get(LogIndexRemake.class).remake(Actor.HUB);
  }
}
