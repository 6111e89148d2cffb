package tw.gov.mocs.hub.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import tw.gov.mocs.hub.audit.VerificationReport.Finding;

/** A verification while it goes on: what fitted so far, and what did not. */
final class Verification {

  private final List<Finding> findings = new ArrayList<>();
  private final LongConsumer progress;
  private long rows;
  private long checkpoints;
  private long uncovered;
  private long witnessed;
  private Instant newest = Instant.EPOCH;
  private Instant uncoveredSince = Instant.MAX;
  private String firstUncovered = "";

  Verification(LongConsumer progress) {
    this.progress = progress;
  }

  /** A row fits, whether or not a checkpoint covers it. */
  void rowFits(Instant recordedAt) {
    rows++;
    if (recordedAt.isAfter(newest)) {
      newest = recordedAt;
    }
    if (rows % 1_000 == 0) {
      progress.accept(rows);
    }
  }

  /** The row, the first of its chain, is covered by no checkpoint, nor are those after it. */
  void rowsAreUncovered(String where, long count, Instant since) {
    uncovered += count;
    if (since.isBefore(uncoveredSince)) {
      uncoveredSince = since;
      firstUncovered = where;
    }
  }

  /** While rows are written they are covered soon; those that are not lost their checkpoints. */
  void requireCoverAfter(Duration limit) {
    if (uncovered > 0 && uncoveredSince.plus(limit).isBefore(newest)) {
      found(
          firstUncovered,
          "is covered by no checkpoint, %d s after it was written: checkpoints were removed, or none could be made"
              .formatted(Duration.between(uncoveredSince, newest).toSeconds()));
    }
  }

  void checkpointFits() {
    checkpoints++;
  }

  void witnessFits() {
    witnessed++;
  }

  void found(String where, String what) {
    findings.add(new Finding(where, what));
  }

  VerificationReport report() {
    return new VerificationReport(rows, checkpoints, uncovered, witnessed, findings);
  }
}
