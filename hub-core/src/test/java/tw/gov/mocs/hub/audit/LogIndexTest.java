package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.job.ToldProgress;

/** What the index of the log says of itself while it is made. */
@OnEveryDatabase
class LogIndexTest {

  private final TestDatabase database;

  LogIndexTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void tellsHowManyRecordsAreDoneOfThoseThatWait() {
    try (OwnLog log = new OwnLog(database)) {
      log.append(3);
      ToldProgress jobs = new ToldProgress();
      new LogIndex(
              log.get(LogIndexMapper.class),
              log.get(SqlSessionFactory.class),
              log.get(TransactionTemplate.class),
              log.get(AuditSettings.class),
              jobs)
          .indexPersons();
      assertThat(jobs.told()).isNotEmpty();
      assertThat(jobs.told().get(0)).matches("PERSON_INDEX 0 of [1-9][0-9]*");
    }
  }
}
