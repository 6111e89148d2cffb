package tw.gov.mocs.hub.shared;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Something that fails again and again while what it needs is away, as the program's log tells it:
 * at once, then once a minute at most, and when it is over. The disk may be full.
 */
public final class Outage {

  private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Logger log;
  private final String failing;
  private final String over;
  private final LongSupplier nanoTime;

  /** When it was last told; null while nothing fails. */
  private @Nullable Long told;

  /**
   * Nothing has failed yet.
   *
   * @param failing what is told while it fails
   * @param over what is told when it does not any more
   */
  public Outage(Logger log, String failing, String over) {
    this(log, failing, over, System::nanoTime);
  }

  Outage(Logger log, String failing, String over, LongSupplier nanoTime) {
    this.log = log;
    this.failing = failing;
    this.over = over;
    this.nanoTime = nanoTime;
  }

  /** It has failed. */
  public synchronized void failed(Throwable failure) {
    long now = nanoTime.getAsLong();
    if (told == null || now - told >= PAUSE_NANOS) {
      told = now;
      log.warn("{}: {}", failing, BareFailure.of(failure).getMessage());
    }
  }

  /** It has not. */
  public synchronized void passed() {
    if (told != null) {
      told = null;
      log.info(over);
    }
  }
}
