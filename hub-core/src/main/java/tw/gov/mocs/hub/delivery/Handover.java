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
 * either nothing more reaches the file, which stays open.
 */
final class Handover implements Closeable {

  /** A batch ends with so many rows, or earlier with so many characters. */
  static final int ROWS = 128;

  static final int CHARACTERS = 64 * 1024;

  private static final int WAITING = 6;
  private static final long LOOK_MILLIS = 100;

  private final BlockingQueue<List<@Nullable String[]>> batches =
      new ArrayBlockingQueue<>(WAITING);
  private final RowsFile target;
  private final Thread writer;
  private List<@Nullable String[]> filling = new ArrayList<>(ROWS);
  private int characters;

  private volatile boolean givenUp;
  private volatile @Nullable Throwable failure;

  Handover(RowsFile target, String name) {
    this.target = target;
    writer = new Thread(this::writeOn, name);
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * Takes a row; the array may be used again for the next one.
   *
   * @throws IOException that of the file, also for rows before
   * @throws InterruptedIOException if this thread is interrupted while it waits
   */
  void row(@Nullable String[] values) throws IOException {
    filling.add(values.clone());
    for (String value : values) {
      characters += value == null ? 0 : value.length();
    }
    if (filling.size() == ROWS || characters >= CHARACTERS) {
      handOn();
    }
  }

  /**
   * Waits until the file has every row.
   *
   * @throws IOException that of the file
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

  /** Gives up what was not finished, and waits until the file is left alone. */
  @Override
  public void close() throws IOException {
    givenUp = true;
    // It may wait for a batch, or in the file for its own turn.
    writer.interrupt();
    await();
  }

  private void handOn() throws IOException {
    hand(filling);
    filling = new ArrayList<>(ROWS);
    characters = 0;
  }

  private void hand(List<@Nullable String[]> batch) throws IOException {
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
      List<@Nullable String[]> batch = batches.take();
      while (!batch.isEmpty() && !givenUp) {
        for (@Nullable String[] values : batch) {
          target.row(values);
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
