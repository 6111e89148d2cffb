package tw.gov.mocs.hub.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file with a part of the catalogue would do.
 *
 * @param steps one for each line
 * @param mark changes when the steps do: whoever applies it says what he saw
 */
public record CataloguePlan(List<Step> steps, String mark) {

  /** Copies the steps. */
  public CataloguePlan {
    steps = List.copyOf(steps);
  }

  /** What becomes of a line. */
  public enum Kind {
    ADD,
    CHANGE,
    SAME,
    /** It does not fit, and so the whole file does not. */
    FAULTY
  }

  /**
   * One line.
   *
   * @param line its number in its sheet
   * @param before the entry as it is; null for a new one
   * @param after as it shall be
   * @param faults what is wrong with it
   */
  public record Step(
      int line,
      @Nullable CatalogueEntry before,
      CatalogueEntry after,
      List<CatalogueFault> faults) {

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
      return before.equals(after) ? Kind.SAME : Kind.CHANGE;
    }

    /** What it changes; all that it has, of a new entry. */
    public List<CatalogueItem> effective() {
      return before == null ? after.sheet().items() : before.differing(after);
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
