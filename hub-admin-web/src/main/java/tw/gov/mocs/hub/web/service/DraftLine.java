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
  static final String[] COLUMNS = {"-saved", "code", "name", "by"};

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

  static Comparator<DraftLine> order(String sort) {
    Comparator<DraftLine> saved = Comparator.comparing(line -> line.draft().savedAt());
    return switch (sort) {
      case "code" -> Comparator.comparing((DraftLine line) -> text(line.draft().code()));
      case "name" -> Comparator.comparing((DraftLine line) -> text(line.draft().name()));
      case "by" -> Comparator.comparing((DraftLine line) -> line.draft().savedBy());
      default -> saved;
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
