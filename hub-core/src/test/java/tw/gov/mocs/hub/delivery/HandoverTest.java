package tw.gov.mocs.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HandoverTest {

  private static final int MANY = 3_000_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, MANY})
  void handsOnEveryByteInOrder(int length) throws Exception {
    byte[] all = new byte[length];
    new Random(7).nextBytes(all);
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (Handover handover = new Handover(target, "test")) {
      int at = 0;
      for (int size = 1; at < length; size = size * 3 % 100_003 + 1) {
        int some = Math.min(size, length - at);
        handover.write(all, at, some);
        at += some;
      }
      handover.finish();
    }
    assertThat(target.toByteArray()).isEqualTo(all);
  }

  @Test
  void tellsThatTheTargetFailed() throws Exception {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("disk full");
          }
        };
    try (Handover handover = new Handover(full, "test")) {
      assertThatIOException()
          .isThrownBy(() -> handover.write(new byte[MANY], 0, MANY))
          .withMessage("disk full");
      assertThatIOException().isThrownBy(handover::finish).withMessage("disk full");
    }
  }

  @Test
  void tellsThatTheTargetBroke() throws Exception {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int one) {
            throw new IllegalArgumentException("broken");
          }
        };
    try (Handover handover = new Handover(broken, "test")) {
      handover.write(1);
      assertThatIllegalStateException()
          .isThrownBy(handover::finish)
          .withCauseInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void leavesTheTargetAloneOnceItIsGivenUp() throws Exception {
    AtomicLong written = new AtomicLong();
    try (Handover handover = new Handover(slow(written, new CountDownLatch(0)), "test")) {
      handover.write(new byte[10 * 65_536], 0, 10 * 65_536);
    }
    long then = written.get();
    Thread.sleep(200);
    assertThat(written.get()).isEqualTo(then).isLessThan(10 * 65_536);
  }

  @Test
  void waitsForASlowTargetAndCanBeInterruptedThen() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicLong written = new AtomicLong();
    try (Handover handover = new Handover(slow(written, never), "test")) {
      Thread me = Thread.currentThread();
      Thread other = new Thread(() -> interruptOnceItWaits(me));
      other.start();
      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(() -> handover.write(new byte[MANY], 0, MANY));
      assertThat(Thread.interrupted()).isTrue();
      other.join();
    }
    assertThat(written.get()).isZero();
  }

  private static void interruptOnceItWaits(Thread one) {
    while (one.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    one.interrupt();
  }

  /** Needs a while for each piece. */
  private static OutputStream slow(AtomicLong written, CountDownLatch begin) {
    return new OutputStream() {
      @Override
      public void write(int one) {
        throw new AssertionError("pieces are written");
      }

      @Override
      public void write(byte[] piece) throws IOException {
        try {
          begin.await();
          Thread.sleep(50);
        } catch (InterruptedException e) {
          throw new InterruptedIOException();
        }
        written.addAndGet(piece.length);
      }
    };
  }
}
