package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.job.ToldProgress;

/** How the index of the log is made, and what it says of itself meanwhile. */
@OnEveryDatabase
class LogIndexTest {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);

  private final OwnLog log;
  private final ToldProgress jobs = new ToldProgress();
  private final LogIndex index;

  LogIndexTest(TestDatabase database) {
    log = LOGS.computeIfAbsent(database, OwnLog::new);
    index =
        new LogIndex(
            log.get(LogIndexMapper.class),
            log.get(SqlSessionFactory.class),
            log.get(TransactionTemplate.class),
            log.get(AuditSettings.class),
            jobs);
  }

  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  @Test
  void tellsHowManyRecordsAreDoneOfThoseThatWait() {
    log.append(3);
    index.indexPersons();
    assertThat(jobs.told()).isNotEmpty();
    assertThat(jobs.told().get(0)).matches("PERSON_INDEX 0 of [1-9][0-9]*");
  }

  @Test
  void tellsTheSameOfThosePersonsWhomCallsAskedFor() {
    log.append(3);
    index.indexAsked();
    assertThat(jobs.told().get(0)).matches("ASKED_INDEX 0 of [1-9][0-9]*");
  }

  @Test
  void holdsWhomACallAskedForEachOnce() {
    String one = "test:" + "1a".repeat(32);
    String two = "past:" + "1b".repeat(32);
    String same = "other:" + "1a".repeat(32);
    append("{\"idNo\":[\"%s\",\"%s\"],\"note\":[\"%s\"]}".formatted(one, two, same));
    index.indexAsked();
    assertThat(asked(one)).isEqualTo(1);
    assertThat(asked(two)).isEqualTo(1);
  }

  @Test
  void holdsThemOfLongCriteria() {
    String one = "test:" + "1c".repeat(32);
    append("{\"idNo\":[\"%s\",\"%s\"]}".formatted("x".repeat(2_000), one));
    index.indexAsked();
    assertThat(asked(one)).isEqualTo(1);
  }

  @Test
  void takesUpWhatWasIndexedBeforeThereWasAny() {
    String one = "test:" + "1d".repeat(32);
    append("{\"idNo\":[\"%s\"]}".formatted(one));
    index.indexCalls();
    index.indexPersons();
    log.sql().update("DELETE FROM log_index_asked");
    // As the migration leaves it.
    log.sql().update("UPDATE log_index_state SET asked_upto = 0");
    index.indexAsked();
    assertThat(asked(one)).isEqualTo(1);
  }

  @Test
  void goesOnFromWhereItWas() {
    String one = "test:" + "1e".repeat(32);
    append("{\"idNo\":[\"%s\"]}".formatted(one));
    index.indexAsked();
    log.sql().update("DELETE FROM log_index_asked");
    log.append(1);
    index.indexAsked();
    assertThat(asked(one)).isZero();
    assertThat(log.count("SELECT COUNT(*) FROM log_index_asked")).isEqualTo(1);
  }

  private void append(String criteria) {
    log.append(Calls.asking(criteria, Calls.served(log.log(), 0)));
  }

  private long asked(String hash) {
    byte[] value = PersonHash.parse(hash).value();
    Long found =
        log.sql()
            .queryForObject(
                "SELECT COUNT(*) FROM log_index_asked WHERE person_hash = ?", Long.class, value);
    return found == null ? 0 : found;
  }
}
