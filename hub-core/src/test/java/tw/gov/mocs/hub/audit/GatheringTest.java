package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.database.TestDatabase;

class GatheringTest {

  /** Writers of other tests of this JVM. */
  private final Set<Thread> others = Thread.getAllStackTraces().keySet();

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
  void expectsNoMoreACallWhoseRecordCannotBeMade() {
    CallRecord call = Calls.served(log.log(), 1);
    CallRecord broken =
        new CallRecord(
            call.recordId(),
            call.who(),
            call.what(),
            call.received(),
            call.decided(),
            call.answered(),
            call.outcome(),
            new Unreadable(),
            call.requestDigest(),
            null);
    assertThatIllegalStateException().isThrownBy(() -> log.append(broken));
    assertThat(log.get(LogWriter.class).expected()).isZero();
  }

  @Test
  void writesWhatItHadGatheredWhenItIsInterrupted() {
    log.log().newRecordId(); // the writer gathers until this one comes
    CallRecord call = Calls.served(log.log(), 1);
    CompletableFuture<Void> appended = CompletableFuture.runAsync(() -> log.append(call));
    OwnLog.await(() -> gathering(writer()));
    writer().interrupt();
    assertThat(appended).succeedsWithin(Duration.ofSeconds(30));
    assertThat(log.count("SELECT COUNT(*) FROM audit_call")).isOne();
  }

  @Test
  void waitsNotForEverForACallThatNeverComes() {
    assertThat(log.log().newRecordId()).isNotEmpty();
    log.append(1);
    assertThat(log.verify().findings()).isEmpty();
  }

  private Thread writer() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("log-writer") && !others.contains(thread))
        .findAny()
        .orElseThrow();
  }

  private static boolean gathering(Thread writer) {
    return Arrays.stream(writer.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("gather"));
  }

  /** Persons that cannot be read. */
  private static final class Unreadable extends AbstractSet<PersonHash> {

    @Override
    public Iterator<PersonHash> iterator() {
      throw new IllegalStateException("unreadable");
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
