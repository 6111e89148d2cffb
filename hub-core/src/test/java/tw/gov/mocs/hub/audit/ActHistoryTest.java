package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;

/** What the log says of one subject, on every database. */
@OnEveryDatabase
class ActHistoryTest {

  private static final Actor AUDITOR = new Actor("auditor", null, null);
  private static final int ACTS = 100;
  private static final int LOOKS = 20;

  private final ApplicationContext core;

  ActHistoryTest(TestDatabase database) {
    core = TestCore.shared(database);
  }

  @Test
  void missesNoActOnItsWayIntoAChain() {
    String subject = "history " + RecordIds.next(Instant.now());
    AuditLog log = core.getBean(AuditLog.class);
    ActHistory history = core.getBean(ActHistory.class);
    TransactionTemplate transaction = core.getBean(TransactionTemplate.class);
    for (int i = 1; i <= ACTS; i++) {
      String reason = String.valueOf(i);
      transaction.executeWithoutResult(
          status ->
              log.act(
                  new Act(AuditAction.AGENCY_RESUMED, AUDITOR, subject, null, null, null, reason)));
      for (int look = 0; look < LOOKS; look++) {
        List<String> reasons = history.of(subject).stream().map(ActLine::reason).toList();
        assertThat(reasons).hasSize(i).endsWith(reason);
      }
    }
  }
}
