package tw.gov.mocs.hub.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets another thread write on what is written here: the next rows are read while those before are
 * compressed, signed and encrypted. A few pieces may wait, no more; who writes faster waits.
 *
 * <p>{@link #finish} hands on the rest and waits for it; {@link #close} without it gives up. After
 * either nothing more reaches the target, which stays open.
 */
final class Handover extends OutputStream {

  private static final int PIECE = 64 * 1024;
  private static final int WAITING = 8;
  private static final long LOOK_MILLIS = 100;
  private static final byte[] END = {};

  private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(WAITING);
  private final OutputStream target;
  private final Thread writer;
  private final byte[] filling = new byte[PIECE];
  private int filled;

  private volatile boolean givenUp;
  private volatile @Nullable Throwable failure;

  Handover(OutputStream target, String name) {
    this.target = target;
    writer = new Thread(this::writeOn, name);
    writer.setDaemon(true);
    writer.start();
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  /**
   * Takes the bytes.
   *
   * @throws IOException that of the target, also for what was written before
   * @throws InterruptedIOException if this thread is interrupted while it waits
   */
  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int left = length;
    while (left > 0) {
      int some = Math.min(left, PIECE - filled);
      System.arraycopy(bytes, at, filling, filled, some);
      filled += some;
      at += some;
      left -= some;
      if (filled == PIECE) {
        handOn();
      }
    }
  }

  /**
   * Waits until the target has everything.
   *
   * @throws IOException that of the target
   * @throws InterruptedIOException if this thread is interrupted while it waits
   */
  void finish() throws IOException {
    if (filled > 0) {
      handOn();
    }
    hand(END);
    await();
    refuseAfterFailure();
  }

  /** Gives up what was not finished, and waits until the target is left alone. */
  @Override
  public void close() throws IOException {
    givenUp = true;
    // It may wait for a piece, or in the target for its own turn.
    writer.interrupt();
    await();
  }

  private void handOn() throws IOException {
    hand(Arrays.copyOf(filling, filled));
    filled = 0;
  }

  private void hand(byte[] piece) throws IOException {
    try {
      do {
        refuseAfterFailure();
      } while (!pieces.offer(piece, LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private void await() throws IOException {
    try {
      writer.join();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException();
  }

  private void refuseAfterFailure() throws IOException {
    Throwable why = failure;
    if (why instanceof IOException) {
      throw new IOException(why.getMessage(), why);
    } else if (why != null) {
      throw new IllegalStateException("what was written cannot be sealed", why);
    }
  }

  private void writeOn() {
    try {
      for (byte[] piece = pieces.take(); piece != END && !givenUp; piece = pieces.take()) {
        target.write(piece);
      }
    } catch (InterruptedException e) {
      // Given up.
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }
}
