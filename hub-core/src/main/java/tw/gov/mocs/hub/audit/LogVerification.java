package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.VerificationReport.Finding;

/**
 * A verification of the log that somebody started: while it goes on, and afterwards.
 *
 * @param id names it
 * @param node on which it runs
 * @param startedBy who started it
 * @param startedAt when
 * @param seenAt when it last gave a sign of life
 * @param endedAt when it ended; null while it goes on
 * @param rowsTotal how many rows there were when it began
 * @param rowsDone how many were read so far; when it has ended, how many of them fit
 * @param cancelAsked whether somebody asked it to end
 * @param outcome how it ended; null while it goes on
 * @param unproven rows of which it could not be shown that they are what was written; null of old
 *     verifications, which did not count them
 * @param checkpoints how many checkpoints fitted
 * @param uncovered rows that no checkpoint covers yet
 * @param witnessed checkpoints outside the database that agree
 * @param found what does not fit, each in a line {@code where<TAB>what}; null for nothing
 */
public record LogVerification(
    long id,
    String node,
    String startedBy,
    Instant startedAt,
    Instant seenAt,
    @Nullable Instant endedAt,
    long rowsTotal,
    long rowsDone,
    boolean cancelAsked,
    @Nullable Outcome outcome,
    @Nullable Long unproven,
    long checkpoints,
    long uncovered,
    long witnessed,
    @Nullable String found) {

  /** How a verification ended. */
  public enum Outcome {
    /** Nothing was changed, removed or added. */
    WHOLE,
    /** Something does not fit. */
    CHANGED,
    /** Somebody ended it. */
    CANCELLED,
    /** It could not go on, or its node ended. */
    FAILED
  }

  /** Whether it goes on, as far as anybody knows. */
  public boolean running() {
    return outcome == null;
  }

  /** How much is done, 0 to 100. */
  public int percent() {
    return rowsTotal == 0 ? 0 : (int) Math.min(100, 100 * rowsDone / rowsTotal);
  }

  /** What does not fit, up to a hundred of each chain. */
  public List<Finding> findings() {
    String text = found;
    return text == null
        ? List.of()
        : text.lines()
            .map(line -> line.split("\t", 2))
            .map(parts -> new Finding(parts[0], parts.length > 1 ? parts[1] : ""))
            .toList();
  }
}
