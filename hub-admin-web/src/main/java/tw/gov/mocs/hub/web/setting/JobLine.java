package tw.gov.mocs.hub.web.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.job.JobRun;

/**
 * A line of 作業清單: a job on a node.
 *
 * @param job which
 * @param title what it is called in the language of the page
 * @param run its last one there; null for one that no node has run yet
 * @param state how it stands
 */
public record JobLine(Job job, String title, @Nullable JobRun run, JobState state) {

  static JobLine of(Job job, String title, JobRun run, Instant now) {
    return new JobLine(job, title, run, state(run, now));
  }

  static JobLine never(Job job, String title) {
    return new JobLine(job, title, null, JobState.NEVER);
  }

  /** Where it ran; "" for nowhere. */
  public String node() {
    return run == null ? "" : run.nodeName();
  }

  /** When it last began; null if it never did. */
  public @Nullable Instant beganAt() {
    return run == null ? null : run.beganAt();
  }

  /** How long the last one that ended took; null if none has. */
  public @Nullable Long tookMillis() {
    return run == null ? null : run.tookMillis();
  }

  /** When it is to run again; null if nobody knows. */
  public @Nullable Instant nextAt() {
    return run == null ? null : run.nextAt();
  }

  /** What failed of the last one that ended; null if nothing did. */
  public @Nullable String failure() {
    return run == null ? null : run.failure();
  }

  private static JobState state(JobRun run, Instant now) {
    if (run.late(now)) {
      return JobState.LATE;
    }
    if (run.running()) {
      return JobState.RUNNING;
    }
    if (JobRecorder.LOG_CHANGED.equals(run.failure())) {
      return JobState.FOUND;
    }
    return run.failure() == null ? JobState.DONE : JobState.FAILED;
  }
}
