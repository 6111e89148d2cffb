package tw.gov.mocs.hub.job;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a job of a test, and keeps nothing of it. */
public final class Unrecorded implements JobRecorder {

  @Override
  public void attempt(Job job, @Nullable Duration next, Supplier<@Nullable String> work) {
    String unused = work.get();
  }
}
