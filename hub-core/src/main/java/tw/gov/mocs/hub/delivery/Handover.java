package tw.gov.mocs.hub.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Lets another thread write the rows: the next ones are read while those before are formatted,
 * compressed, signed and encrypted. Some batches may wait, no more; who reads faster waits.
 *
 * <p>{@link #finish} hands on the rest and waits for it; {@link #close} without it gives up. After
 * either nothing more is taken.
 */
final class Handover<T> implements Closeable {

  /** A batch ends with so many rows, or earlier with so many characters. */
  static final int ROWS = 128;

  static final int CHARACTERS = 64 * 1024;

  /**
   * So many characters wait at most, or one batch: two thousand rows or so. A source hands over a
   * thousand at once, and with fewer waiting the writer has nothing to do while it is asked for
   * more.
   */
  static final int WAITING_CHARACTERS = 1024 * 1024;

  private static final long LOOK_MILLIS = 100;

  private final BlockingQueue<Batch<T>> batches = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(WAITING_CHARACTERS);
  private final Taker<T> taker;
  private final Thread writer;
  private List<T> filling = new ArrayList<>(ROWS);
  private int characters;

  private volatile boolean givenUp;
  private volatile @Nullable Throwable failure;

  /** Takes the rows, in the other thread. */
  interface Taker<T> {
    void take(T row) throws IOException;
  }

  /** Rows that wait together; none is the end. */
  private record Batch<T>(List<T> rows, int characters) {}

  Handover(Taker<T> taker, String name) {
    this.taker = taker;
    writer = new Thread(this::writeOn, name);
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * Hands a row on; it is changed no more.
   *
   * @param size what it holds, in characters
   * @throws IOException that of the taker, also for rows before
   * @throws HubException that of the taker
   * @throws InterruptedIOException if this thread is interrupted while it waits
   */
  void row(T row, int size) throws IOException {
    filling.add(row);
    characters += size;
    if (filling.size() == ROWS || characters >= CHARACTERS) {
      handOn();
    }
  }

  /**
   * Waits until every row was taken.
   *
   * @throws IOException that of the taker
   * @throws HubException that of the taker
   * @throws InterruptedIOException if this thread is interrupted while it waits
   */
  void finish() throws IOException {
    if (!filling.isEmpty()) {
      handOn();
    }
    hand(new Batch<>(List.of(), 0));
    await();
    refuseAfterFailure();
  }

  /** Gives up what was not finished, and waits until nothing is taken any more. */
  @Override
  public void close() throws IOException {
    givenUp = true;
    // It may wait for a batch, or where it writes.
    writer.interrupt();
    await();
  }

  private void handOn() throws IOException {
    hand(new Batch<>(filling, Math.min(characters, WAITING_CHARACTERS)));
    filling = new ArrayList<>(ROWS);
    characters = 0;
  }

  private void hand(Batch<T> batch) throws IOException {
    try {
      do {
        refuseAfterFailure();
      } while (!room.tryAcquire(batch.characters(), LOOK_MILLIS, TimeUnit.MILLISECONDS));
      batches.add(batch);
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
    } else if (why instanceof HubException refusal) {
      throw refusal;
    } else if (why != null) {
      throw new IllegalStateException("what was read cannot be sealed", why);
    }
  }

  private void writeOn() {
    try {
      Batch<T> batch = batches.take();
      while (!batch.rows().isEmpty() && !givenUp) {
        for (T row : batch.rows()) {
          taker.take(row);
        }
        room.release(batch.characters());
        batch = batches.take();
      }
    } catch (InterruptedException e) {
      // Given up.
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }
}
