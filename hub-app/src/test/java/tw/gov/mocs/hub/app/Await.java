package tw.gov.mocs.hub.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process does. */
final class Await {

  private Await() {}

  /** Until it is so; on a slow machine that may take minutes. */
  static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within ten minutes");
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
