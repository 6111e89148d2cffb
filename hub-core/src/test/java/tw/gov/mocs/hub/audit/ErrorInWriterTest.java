package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Errors of the virtual machine, really thrown, in the thread that writes the log. */
@Timeout(120)
class ErrorInWriterTest {

  private OwnLog log = new OwnLog(TestDatabase.H2, Map.of(), OverflowingClock.Settings.class);
  private OverflowingClock clock = log.get(OverflowingClock.class);

  @BeforeEach
  void settle() {
    log.end();
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void outlivesOneWhileActsAreChained() {
    clock.overflow(3);
    log.act("chained after all");
    OwnLog.await(() -> clock.left() == 0);
    assertThatCode(() -> log.append(1)).doesNotThrowAnyException();
    log.end();
    assertThat(log.count("SELECT COUNT(*) FROM audit_act WHERE subject = 'chained after all'"))
        .isOne();
  }

  @Test
  void failsTheCallThatMetOneAndServesTheNext() {
    clock.overflow(Integer.MAX_VALUE);
    HubException refusal = catchThrowableOfType(HubException.class, () -> log.append(1));
    clock.overflow(0);
    assertThat(refusal.code()).isEqualTo(ErrorCode.LOG_UNAVAILABLE);
    assertThatCode(() -> log.append(1)).doesNotThrowAnyException();
    assertThat(log.verify().findings()).isEmpty();
  }

  @Test
  void failsTheCallThatAnErrorLeftWaiting() {
    Waiting call =
        Waiting.of(Calls.served(log.log(), 1), Calls.fresh(), log.get(EvidenceSealer.class));
    Unanswerable done = new Unanswerable();
    log.get(LogWriter.class)
        .add(
            new Waiting(
                call.recordId(),
                call.call(),
                call.persons(),
                call.evidence(),
                call.claims(),
                done));
    assertThat(done)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(StackOverflowError.class);
    assertThatCode(() -> log.append(1)).doesNotThrowAnyException();
  }

  /** Overflows the stack of whoever answers it, twice: with the result, then with the failure. */
  private static final class Unanswerable extends CompletableFuture<@Nullable HubException> {

    private final AtomicInteger left = new AtomicInteger(2);

    @Override
    public boolean complete(@Nullable HubException value) {
      overflow();
      return super.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable e) {
      overflow();
      return super.completeExceptionally(e);
    }

    private void overflow() {
      if (left.getAndDecrement() > 0) {
        OverflowingClock.deeper(0);
      }
    }
  }

  /** A clock on which the stack of the log's writer overflows, as often as told. */
  static final class OverflowingClock extends Clock {

    private final AtomicInteger left = new AtomicInteger();

    void overflow(int times) {
      left.set(times);
    }

    int left() {
      return left.get();
    }

    @Override
    public Instant instant() {
      if (Thread.currentThread().getName().equals("log-writer") && left.get() > 0) {
        left.decrementAndGet();
        deeper(0);
      }
      return Instant.now();
    }

    private static long deeper(long depth) {
      return depth < 0 ? 0 : depth + deeper(depth + 1);
    }

    @Override
    public ZoneId getZone() {
      return Clock.systemUTC().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    /** Gives it to the hub instead of its own. */
    static class Settings {

      @Bean
      @Primary
      OverflowingClock overflowingClock() {
        return new OverflowingClock();
      }
    }
  }
}
