package tw.gov.mocs.hub.web.upload;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away what still arrives of a form that is refused: who is cut off while he sends does not
 * read why, and his browser shows a broken connection. Nothing of it is looked at.
 */
final class RefusedBody {

  private static final Logger LOG = LoggerFactory.getLogger(RefusedBody.class);

  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final Duration MOST_TIME = Duration.ofSeconds(20);

  /** Who sends nothing for so long is answered: perhaps he waits for that. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private static final int PAUSE_MILLIS = 5;

  private RefusedBody() {}

  /** Returns once it has ended, pauses, or is more than a person sends. */
  static void drain(HttpServletRequest request) {
    try {
      drain(request.getInputStream());
    } catch (IOException | RuntimeException e) {
      LOG.debug("the rest of a form cannot be read: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drain(ServletInputStream rest) throws IOException, InterruptedException {
    byte[] thrownAway = new byte[16 * 1024];
    long end = System.nanoTime() + MOST_TIME.toNanos();
    long last = System.nanoTime();
    long total = 0;
    while (!rest.isFinished() && total < MOST_BYTES && System.nanoTime() < end) {
      if (rest.available() > 0) {
        total += Math.max(0, rest.read(thrownAway));
        last = System.nanoTime();
      } else if (System.nanoTime() - last > QUIET.toNanos()) {
        return;
      } else {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }
}
