package tw.gov.mocs.hub.audit;

import org.springframework.context.ApplicationContext;

/** Covers all that is in the log, for tests of other packages. */
public final class CheckpointNow {

  private CheckpointNow() {}

  /** Returns when it is covered. */
  public static void by(ApplicationContext core) {
    core.getBean(Checkpoints.class).makeAll();
  }
}
