package tw.gov.mocs.hub.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file with agencies would do.
 *
 * @param steps one for each line, in their order
 * @param mark changes when the steps do: whoever applies it says what he saw
 */
public record AgencyPlan(List<Step> steps, String mark) {

  /** Copies the steps. */
  public AgencyPlan {
    steps = List.copyOf(steps);
  }

  /** What becomes of a line. */
  public enum Kind {
    /** A new agency. */
    ADD,
    /** Some of its data change. */
    CHANGE,
    /** Nothing changes. */
    SAME,
    /** It does not fit, and so the whole file does not. */
    FAULTY
  }

  /**
   * One line.
   *
   * @param line its number
   * @param before the agency as it is; null for a new one
   * @param after as it shall be
   * @param faults what is wrong with it
   */
  public record Step(
      int line, @Nullable AgencyProfile before, AgencyEntry after, List<AgencyFault> faults) {

    /** Copies the faults. */
    public Step {
      faults = List.copyOf(faults);
    }

    /** What becomes of it. */
    public Kind kind() {
      if (!faults.isEmpty()) {
        return Kind.FAULTY;
      }
      if (before == null) {
        return Kind.ADD;
      }
      return before.entry().equals(after) ? Kind.SAME : Kind.CHANGE;
    }
  }

  /** The steps of a kind. */
  public List<Step> of(Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).toList();
  }

  /** Whether every line fits and one of them does something. */
  public boolean fits() {
    return of(Kind.FAULTY).isEmpty() && steps.stream().anyMatch(step -> step.kind() != Kind.SAME);
  }
}
