package tw.gov.mocs.hub.audit;

import java.util.List;

/**
 * What a verification of the whole log found.
 *
 * @param rows rows that fit
 * @param unproven rows of which that is not shown: those that do not fit, those that could not be
 *     read, and those that nothing signed or chained leads to any more
 * @param checkpoints checkpoints that fit
 * @param uncovered rows after the last checkpoint, which only the chain protects yet
 * @param witnessed checkpoints from outside the database that it still holds unchanged
 * @param outside how many of the findings are of what was kept outside the database
 * @param findings what does not fit, in the order of each chain and a hundred of each at most;
 *     empty when the log is whole
 */
public record VerificationReport(
    long rows,
    long unproven,
    long checkpoints,
    long uncovered,
    long witnessed,
    int outside,
    List<Finding> findings) {

  /** Copies the findings. */
  public VerificationReport {
    findings = List.copyOf(findings);
  }

  /**
   * One thing that does not fit.
   *
   * @param where for example {@code node-1 row 17} or {@code checkpoint 4}
   * @param what is wrong with it, in a sentence
   */
  public record Finding(String where, String what) {}

  /** What an act of verifying calls the log: by how many rows were looked at. */
  public String subject() {
    return "log rows " + (rows + unproven);
  }

  /** What such an act says of it; the findings stand with the verification. */
  public String words() {
    return isWhole()
        ? "whole"
        : "%d found, the first %s".formatted(findings.size(), findings.get(0));
  }

  /** Whether nothing but what was kept outside the database does not fit. */
  public boolean fitsByItself() {
    return findings.size() == outside;
  }

  /** Whether nothing was changed, removed or added. */
  public boolean isWhole() {
    return findings.isEmpty();
  }
}
