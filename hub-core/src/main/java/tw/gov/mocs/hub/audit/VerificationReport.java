package tw.gov.mocs.hub.audit;

import java.util.List;

/**
 * What a verification of the whole log found.
 *
 * @param rows rows that fit
 * @param checkpoints checkpoints that fit
 * @param uncovered rows after the last checkpoint, which only the chain protects yet
 * @param witnessed checkpoints from outside the database that it still holds unchanged
 * @param findings what does not fit, the first of each chain; empty when the log is whole
 */
public record VerificationReport(
    long rows, long checkpoints, long uncovered, long witnessed, List<Finding> findings) {

  /** Copies the findings. */
  public VerificationReport {
    findings = List.copyOf(findings);
  }

  /**
   * The first thing of its chain that does not fit.
   *
   * @param where for example {@code node-1 row 17} or {@code checkpoint 4}
   * @param what is wrong with it, in a sentence
   */
  public record Finding(String where, String what) {}

  /** Whether nothing was changed, removed or added. */
  public boolean isWhole() {
    return findings.isEmpty();
  }
}
