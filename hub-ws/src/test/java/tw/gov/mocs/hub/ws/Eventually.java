package tw.gov.mocs.hub.ws;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for what comes a little later. */
final class Eventually {

  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private Eventually() {}

  /** Asserts until it holds; fails as the last attempt did. */
  static void holds(ThrowingCallable assertion) {
    Instant end = Instant.now().plus(AT_MOST);
    while (true) {
      try {
        assertion.call();
        return;
      } catch (AssertionError notYet) {
        if (Instant.now().isAfter(end)) {
          throw notYet;
        }
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
