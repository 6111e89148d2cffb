package tw.gov.mocs.hub.web.service;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.SavedDraft;

/**
 * A saved draft as the list shows it.
 *
 * @param present the version of its service that stands now; 0 for none
 */
record DraftLine(SavedDraft draft, int present) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"-saved", "code", "name", "table", "basis", "by"};

  /** What it is made against. */
  enum State {
    /** Nothing: it is of a new service. */
    NEW,
    /** The version that stands now. */
    CURRENT,
    /** A version after which another was published. */
    OUTDATED
  }

  static List<DraftLine> of(List<SavedDraft> drafts, Catalogue catalogue) {
    return drafts.stream()
        .map(
            draft ->
                new DraftLine(
                    draft,
                    catalogue.current().services().values().stream()
                        .filter(service -> service.code().value().equals(draft.code()))
                        .mapToInt(service -> service.version())
                        .findFirst()
                        .orElse(0)))
        .toList();
  }

  /** Whether another version was published since it was made. */
  public boolean isOutdated() {
    return draft.basedOn() > 0 && draft.basedOn() != present;
  }

  State state() {
    if (draft.basedOn() == 0) {
      return State.NEW;
    }
    return isOutdated() ? State.OUTDATED : State.CURRENT;
  }

  static Comparator<DraftLine> order(String sort) {
    Comparator<DraftLine> saved = Comparator.comparing(line -> line.draft().savedAt());
    Comparator<DraftLine> order =
        switch (sort) {
          case "code" -> Comparator.comparing(line -> text(line.draft().code()));
          case "name" -> Comparator.comparing(line -> text(line.draft().name()));
          case "table" -> Comparator.comparing(line -> line.draft().table());
          case "basis" -> Comparator.comparing(line -> line.draft().basedOn());
          case "by" -> Comparator.comparing(line -> line.draft().savedBy());
          default -> saved;
        };
    return order.thenComparing(saved).thenComparing(line -> line.draft().key());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
