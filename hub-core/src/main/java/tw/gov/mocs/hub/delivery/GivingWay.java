package tw.gov.mocs.hub.delivery;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets calls go before a file: while any node serves them, its job rests three times as long as it
 * works. A file can wait, and who calls is waiting.
 */
final class GivingWay {

  /** So many rows are read before it looks at the time. */
  static final int ROWS = 64;

  /** So many records a second are calls, not the acts of a few people. */
  private static final int BUSY = 5;

  private static final int REST = 3;
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_NANOS = Duration.ofMillis(100).toNanos();

  private final LongSupplier records;
  private final LongSupplier nanos;
  private final Sleep sleep;
  private int rows;
  private long lastRecords;
  private long looked;
  private long began;
  private boolean calls;

  /** Waits. */
  interface Sleep {
    void sleep(long nanos) throws InterruptedException;
  }

  /**
   * @param records how many records the log has; grows while calls are served
   */
  GivingWay(LongSupplier records) {
    this(records, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  GivingWay(LongSupplier records, LongSupplier nanos, Sleep sleep) {
    this.records = records;
    this.nanos = nanos;
    this.sleep = sleep;
    this.lastRecords = records.getAsLong();
    this.looked = nanos.getAsLong();
    this.began = looked;
  }

  /** After each row; waits if there are calls. */
  void row() throws InterruptedIOException {
    rows++;
    if (rows % ROWS != 0) {
      return;
    }
    long now = nanos.getAsLong();
    if (now - looked >= LOOK_NANOS) {
      look(now);
    }
    if (calls) {
      rest(Math.min(REST * (now - began), LONGEST_NANOS));
      began = nanos.getAsLong();
    } else {
      began = now;
    }
  }

  private void look(long now) {
    long present = records.getAsLong();
    calls = (present - lastRecords) * LOOK_NANOS >= BUSY * (now - looked);
    lastRecords = present;
    looked = now;
  }

  private void rest(long length) throws InterruptedIOException {
    try {
      sleep.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
