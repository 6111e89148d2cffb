package tw.gov.mocs.hub.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a job of a test, and keeps what it said of its work. */
public final class KeptOutcomes implements JobRecorder {

  private final List<String> kept = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void attempt(Job job, @Nullable Duration next, Supplier<@Nullable String> work) {
    kept.add(job + " " + work.get());
  }

  /** Each as {@code JOB WHAT_FAILED}, the first first. */
  public List<String> kept() {
    return List.copyOf(kept);
  }
}
