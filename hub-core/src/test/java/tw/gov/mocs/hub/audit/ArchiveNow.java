package tw.gov.mocs.hub.audit;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** Archives all that a checkpoint covers, however young, for tests of other packages. */
public final class ArchiveNow {

  private ArchiveNow() {}

  /** Returns how many files were made. */
  public static int of(ApplicationContext core) {
    return core.getBean(LogArchiving.class)
        .archive(Instant.now().plus(Duration.ofHours(1)), Actor.HUB);
  }
}
