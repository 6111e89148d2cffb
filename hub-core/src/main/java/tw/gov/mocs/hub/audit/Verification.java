package tw.gov.mocs.hub.audit;

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

  Verification(LongConsumer progress) {
    this.progress = progress;
  }

  void rowFits() {
    rows++;
    if (rows % 1_000 == 0) {
      progress.accept(rows);
    }
  }

  void rowsAreUncovered(long count) {
    uncovered += count;
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
