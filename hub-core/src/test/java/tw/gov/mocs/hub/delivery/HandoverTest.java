package tw.gov.mocs.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@Timeout(60)
class HandoverTest {

  private static final int SIZE = 100;

  /** More than may wait. */
  private static final int MANY = 2 * Handover.WAITING_CHARACTERS / SIZE;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Handover.ROWS - 1, Handover.ROWS, Handover.ROWS + 1, MANY})
  void handsOnEveryRowInOrder(int count) throws Exception {
    List<String> written = new ArrayList<>();
    try (Handover<String> handover = new Handover<>(row -> written.add(row), "test")) {
      write(handover, count);
      handover.finish();
    }
    assertThat(written).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(written.get(i)).isEqualTo("row " + i);
    }
  }

  @Test
  void letsNoMoreWaitThanMemoryHolds() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger taken = new AtomicInteger();
    String large = "字".repeat(Handover.CHARACTERS);
    try (Handover<String> handover = new Handover<>(slow(new AtomicInteger(), never), "test")) {
      Thread me = Thread.currentThread();
      Thread other = new Thread(() -> interruptOnceItWaits(me));
      other.start();
      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(
              () -> {
                while (true) {
                  handover.row(large, large.length());
                  taken.incrementAndGet();
                }
              });
      assertThat(Thread.interrupted()).isTrue();
      other.join();
    }
    // Each is a batch of its own, and the last may be the one that waits.
    assertThat(taken.get()).isLessThan(Handover.WAITING_CHARACTERS / Handover.CHARACTERS + 1);
  }

  @Test
  void tellsThatTheFileFailed() throws Exception {
    Handover.Taker<String> full =
        row -> {
          throw new IOException("disk full");
        };
    try (Handover<String> handover = new Handover<>(full, "test")) {
      assertThatIOException().isThrownBy(() -> write(handover, MANY)).withMessage("disk full");
      assertThatIOException().isThrownBy(handover::finish).withMessage("disk full");
    }
  }

  @Test
  void tellsWhyARowIsRefused() throws Exception {
    HubException drift = new HubException(ErrorCode.SOURCE_DRIFT, "no such column");
    Handover.Taker<String> refusing =
        row -> {
          throw drift;
        };
    try (Handover<String> handover = new Handover<>(refusing, "test")) {
      write(handover, 1);
      assertThatThrownBy(handover::finish).isSameAs(drift);
    }
  }

  @Test
  void tellsThatTheFileBroke() throws Exception {
    Handover.Taker<String> broken =
        row -> {
          throw new IllegalArgumentException("broken");
        };
    try (Handover<String> handover = new Handover<>(broken, "test")) {
      write(handover, 1);
      assertThatIllegalStateException()
          .isThrownBy(handover::finish)
          .withCauseInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void leavesTheFileAloneOnceItIsGivenUp() throws Exception {
    AtomicInteger written = new AtomicInteger();
    try (Handover<String> handover = new Handover<>(slow(written, new CountDownLatch(0)), "test")) {
      write(handover, 4 * Handover.ROWS);
    }
    int then = written.get();
    Thread.sleep(200);
    assertThat(written.get()).isEqualTo(then).isLessThan(4 * Handover.ROWS);
  }

  @Test
  void waitsForASlowFileAndCanBeInterruptedThen() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger written = new AtomicInteger();
    try (Handover<String> handover = new Handover<>(slow(written, never), "test")) {
      Thread me = Thread.currentThread();
      Thread other = new Thread(() -> interruptOnceItWaits(me));
      other.start();
      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(() -> write(handover, MANY));
      assertThat(Thread.interrupted()).isTrue();
      other.join();
    }
    assertThat(written.get()).isZero();
  }

  private static void write(Handover<String> handover, int rows) throws IOException {
    for (int i = 0; i < rows; i++) {
      handover.row("row " + i, SIZE);
    }
  }

  private static void interruptOnceItWaits(Thread one) {
    while (one.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    one.interrupt();
  }

  /** Needs a while for each row. */
  private static Handover.Taker<String> slow(AtomicInteger written, CountDownLatch begin) {
    return row -> {
      try {
        begin.await();
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
      written.incrementAndGet();
    };
  }
}
