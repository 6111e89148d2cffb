package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.exchange.Backlogs.Backlog;

/** What waits on a node. */
@OnEveryDatabase
class BacklogsTest {

  private final AuditLog log;

  BacklogsTest(TestDatabase database) {
    log = TestCore.shared(database).getBean(AuditLog.class);
  }

  @Test
  void tellsTheQueueOfTheLogAndThoseThatWereAdded() {
    AtomicInteger waiting = new AtomicInteger(1);
    Backlogs backlogs = new Backlogs(log);
    backlogs.add("calls", 2, waiting::get);
    assertThat(backlogs.all())
        .extracting(Backlog::key, Backlog::limit, Backlog::isFull)
        .containsExactly(tuple("log", log.mostWaiting(), false), tuple("calls", 2, false));
    waiting.set(2);
    assertThat(backlogs.all().get(1)).returns(true, Backlog::isFull);
  }
}
