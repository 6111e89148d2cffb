package tw.gov.mocs.hub.audit;

import java.time.Duration;
import java.time.Instant;

/** Archives all that a checkpoint covers, however young, for tests of other packages. */
public final class ArchiveNow {

  private ArchiveNow() {}

  /** Returns how many files were made. */
  public static int by(LogArchiving archiving) {
    return archiving.archive(Instant.now().plus(Duration.ofHours(1)), Actor.HUB);
  }
}
