package tw.gov.mocs.hub.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a job of a test, and keeps how far it said that it was. */
public final class ToldProgress implements JobRecorder {

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void attempt(Job job, @Nullable Duration next, Supplier<@Nullable String> work) {
    String unused = work.get();
  }

  @Override
  public void reached(Job job, long done, @Nullable Long total) {
    told.add("%s %d of %s".formatted(job, done, total));
  }

  /** Each as {@code JOB 1 of 2}, the first first. */
  public List<String> told() {
    return List.copyOf(told);
  }
}
