package tw.gov.mocs.hub.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets another thread write the rows: the next ones are read while those before are formatted,
 * compressed, signed and encrypted. A few batches may wait, no more; who reads faster waits.
 *
 * <p>{@link #finish} hands on the rest and waits for it; {@link #close} without it gives up. After
 * either nothing more is taken.
 */
final class Handover implements Closeable {

  /** A batch ends with so many rows, or earlier with so many characters. */
  static final int ROWS = 64;

  static final int CHARACTERS = 64 * 1024;

  private static final int WAITING = 4;
  private static final long LOOK_MILLIS = 100;

  private final BlockingQueue<List<Row>> batches = new ArrayBlockingQueue<>(WAITING);
  private final Taker taker;
  private final Thread writer;
  private List<Row> filling = new ArrayList<>(ROWS);
  private int characters;

  private volatile boolean givenUp;
  private volatile @Nullable Throwable failure;

  /** Takes the rows, in the other thread. */
  interface Taker {
    void take(@Nullable String[] values, @Nullable String[] persons) throws IOException;
  }

  private record Row(@Nullable String[] values, @Nullable String[] persons) {}

  Handover(Taker taker, String name) {
    this.taker = taker;
    writer = new Thread(this::writeOn, name);
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * Hands a row on; its arrays are used no more.
   *
   * @throws IOException that of the taker, also for rows before
   * @throws InterruptedIOException if this thread is interrupted while it waits
   */
  void row(@Nullable String[] values, @Nullable String[] persons) throws IOException {
    filling.add(new Row(values, persons));
    for (String value : values) {
      characters += value == null ? 0 : value.length();
    }
    if (filling.size() == ROWS || characters >= CHARACTERS) {
      handOn();
    }
  }

  /**
   * Waits until every row was taken.
   *
   * @throws IOException that of the taker
   * @throws InterruptedIOException if this thread is interrupted while it waits
   */
  void finish() throws IOException {
    if (!filling.isEmpty()) {
      handOn();
    }
    // None is the end.
    hand(List.of());
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
    hand(filling);
    filling = new ArrayList<>(ROWS);
    characters = 0;
  }

  private void hand(List<Row> batch) throws IOException {
    try {
      do {
        refuseAfterFailure();
      } while (!batches.offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS));
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
      throw new IllegalStateException("what was read cannot be sealed", why);
    }
  }

  private void writeOn() {
    try {
      List<Row> batch = batches.take();
      while (!batch.isEmpty() && !givenUp) {
        for (Row row : batch) {
          taker.take(row.values(), row.persons());
        }
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
