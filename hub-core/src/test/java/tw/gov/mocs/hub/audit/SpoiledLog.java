package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import tw.gov.mocs.hub.database.TestDatabase;

/** Tests of what the verification says of a log that each of them spoils in its own way. */
abstract class SpoiledLog {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);

  final OwnLog log;

  /** The row before those of the tests: the hub logs its own start. */
  final long base;

  private final TransactionStatus spoiling;

  /**
   * All that a test spoils is rolled back after it.
   *
   * @param written makes the log, once for each database
   * @param rows how many of its rows are the tests'
   */
  SpoiledLog(TestDatabase database, Function<TestDatabase, OwnLog> written, int rows) {
    log = LOGS.computeIfAbsent(database, written);
    base = log.end() - rows;
    spoiling = log.get(PlatformTransactionManager.class).getTransaction(null);
  }

  @AfterEach
  void mend() {
    log.get(PlatformTransactionManager.class).rollback(spoiling);
  }

  /** The next class has a log of its own. */
  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  final void assertFaults(String... faults) {
    assertThat(log.faults())
        .containsExactlyElementsOf(Arrays.stream(faults).map(this::placed).toList());
  }

  /** Whoever does this has the database, and does not ask the hub. */
  final void change(String sql) {
    assertThat(log.sql().update(placed(sql))).isPositive();
  }

  /** The text with {n} as the number of the n-th row of the tests. */
  final String placed(String text) {
    return Pattern.compile("\\{(\\d)}")
        .matcher(text)
        .replaceAll(found -> Long.toString(base + Long.parseLong(found.group(1))));
  }
}
