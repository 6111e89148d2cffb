package tw.gov.mocs.hub.web.publish;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.web.layout.Criterion;

/**
 * The criteria of the versions of a single text, as the address says them.
 *
 * @param text a part of a title or of a text, in either language, as typed
 * @param state only those that stand so; null for all
 */
record VersionCriteria(String text, @Nullable VersionState state) {

  /** The columns that the list can be sorted by; the newest first. */
  static final String[] COLUMNS = {"-version", "from", "title", "issued"};

  static VersionCriteria of(HttpServletRequest request) {
    return new VersionCriteria(
        Criterion.words(request), Criterion.chosen(request, "state", VersionState.values()));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || state != null;
  }

  List<ContentPage> found(List<ContentPage> versions, TextLine line) {
    return versions.stream()
        .filter(one -> state == null || state == line.state(one))
        .filter(one -> isIn(one.title()) || isIn(one.body()))
        .toList();
  }

  private boolean isIn(Bilingual said) {
    String english = said.en();
    return Criterion.isIn(text, said.zh(), english == null ? "" : english);
  }

  static Comparator<ContentPage> order(String sort) {
    Comparator<ContentPage> order =
        switch (sort) {
          case "from" -> comparing(ContentPage::validFrom);
          case "title" -> comparing(one -> one.title().zh());
          case "issued" -> comparing(ContentPage::changedAt);
          default -> comparing(ContentPage::version);
        };
    return order.thenComparing(ContentPage::version);
  }
}
