package tw.gov.mocs.hub.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last run of a job on a node.
 *
 * @param jobName which
 * @param nodeName where
 * @param beganAt when it began
 * @param endedAt when it ended; null while it runs
 * @param tookMillis how long the last one that ended took; null if none has
 * @param nextAt when it is to run again; null if nobody knows
 * @param failure what failed of the last one that ended; null if nothing did
 * @param failures how many have failed one after another
 * @param succeededAt when one last ended well; null if none has
 * @param toldAt when the node last told of it
 * @param doneCount how far it is while it runs; null if the job does not know
 * @param totalCount of how many; null if nobody knows
 */
public record JobRun(
    String jobName,
    String nodeName,
    Instant beganAt,
    @Nullable Instant endedAt,
    @Nullable Long tookMillis,
    @Nullable Instant nextAt,
    @Nullable String failure,
    int failures,
    @Nullable Instant succeededAt,
    Instant toldAt,
    @Nullable Long doneCount,
    @Nullable Long totalCount) {

  /** A node that told nothing for so long has ended. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  /** Whether it runs, as far as its node has told. */
  public boolean running() {
    return endedAt == null;
  }

  /** How much of it is done, 0 to 100; null while it does not run, or nobody knows. */
  public @Nullable Integer percent() {
    Long done = doneCount;
    Long total = totalCount;
    return done == null || total == null || total == 0
        ? null
        : (int) Math.min(100, 100 * done / total);
  }

  /** Whether it is to have run again long ago. */
  public boolean late(Instant now) {
    Instant due = running() ? toldAt : nextAt;
    return due != null && now.isAfter(due.plus(SILENCE));
  }

  static JobRun begun(Job job, String node, Instant now, @Nullable JobRun before) {
    return new JobRun(
        job.name(),
        node,
        now,
        null,
        before == null ? null : before.tookMillis,
        null,
        before == null ? null : before.failure,
        before == null ? 0 : before.failures,
        before == null ? null : before.succeededAt,
        now,
        null,
        null);
  }

  JobRun ended(Instant now, long millis, @Nullable Duration next, @Nullable String why) {
    return new JobRun(
        jobName,
        nodeName,
        beganAt,
        now,
        millis,
        next == null ? null : now.plus(next),
        why,
        why == null ? 0 : failures + 1,
        why == null ? now : succeededAt,
        now,
        null,
        null);
  }

  JobRun told(Instant now) {
    return told(now, doneCount, totalCount);
  }

  /** The same run, so far. */
  JobRun reached(long done, @Nullable Long total) {
    return told(toldAt, done, total);
  }

  private JobRun told(Instant now, @Nullable Long done, @Nullable Long total) {
    return new JobRun(
        jobName,
        nodeName,
        beganAt,
        endedAt,
        tookMillis,
        nextAt,
        failure,
        failures,
        succeededAt,
        now,
        done,
        total);
  }
}
