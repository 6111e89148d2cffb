package tw.gov.mocs.hub.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import tw.gov.mocs.hub.audit.VerificationReport.Finding;

/** A verification while it goes on: what fitted so far, and what did not. */
final class Verification {

  /**
   * So many findings of one chain are named, those of the checkpoints likewise; the rest counted.
   */
  static final int NAMED = 100;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final LongConsumer progress;
  private long read;
  private long rows;
  private long unproven;
  private long checkpoints;
  private long uncovered;
  private long witnessed;
  private int outside;
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
    read();
  }

  /** A row was read and does not fit, as was said. */
  void rowFails() {
    unproven++;
    read();
  }

  private void read() {
    read++;
    if (read % 1_000 == 0) {
      progress.accept(read);
    }
  }

  /**
   * So many rows were read in vain, or not at all, since nothing shows any more what they were.
   *
   * @param counted of those, how many were said to fit until that was seen
   */
  void rowsAreUnproven(long count, long counted) {
    unproven += count;
    rows -= counted;
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

  /** The same, of what was kept outside the database. */
  void foundOutside(String where, String what) {
    outside++;
    found(where, what);
  }

  /**
   * The same, of a chain or of the checkpoints, which may have any number of them.
   *
   * @param of names the chain, or the checkpoints
   */
  void found(String of, String where, String what) {
    if (counts.merge(of, 1, Integer::sum) <= NAMED) {
      found(where, what);
    }
  }

  VerificationReport report() {
    List<Finding> all = new ArrayList<>(findings);
    counts.forEach(
        (of, count) -> {
          if (count > NAMED) {
            String what = "has %d more faults than are named here".formatted(count - NAMED);
            all.add(new Finding(of, what));
          }
        });
    return new VerificationReport(rows, unproven, checkpoints, uncovered, witnessed, outside, all);
  }
}
