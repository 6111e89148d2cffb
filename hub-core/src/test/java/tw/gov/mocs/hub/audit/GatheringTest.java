package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.database.TestDatabase;

class GatheringTest {

  private final OwnLog log =
      new OwnLog(TestDatabase.H2, Map.of("hub.audit.gather-micros", "1000000"));

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void commitsACallTogetherWithOneThatWasBegunBefore() {
    CallRecord first = Calls.served(log.log(), 1);
    CallRecord second = Calls.served(log.log(), 1);
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> log.log().append(first, Calls.fresh()));
    log.log().append(second, Calls.fresh());
    waiting.join();
    // Records of one commit have one time.
    assertThat(
            log.count(
                "SELECT COUNT(DISTINCT recorded_at) FROM audit_row WHERE record_id IN ('"
                    + first.recordId()
                    + "', '"
                    + second.recordId()
                    + "')"))
        .isOne();
  }

  @Test
  void waitsNotForEverForACallThatNeverComes() {
    assertThat(log.log().newRecordId()).isNotEmpty();
    log.append(1);
    assertThat(log.verify().findings()).isEmpty();
  }
}
