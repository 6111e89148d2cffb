package tw.gov.mocs.hub.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process does. */
final class Await {

  /** On a slow machine it may take minutes. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private Await() {}

  /** Until it is so. */
  static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within ten minutes");
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
