package tw.gov.mocs.hub.web.setting;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.web.layout.Criterion;

/**
 * The criteria of the settings of the file, as the address says them.
 *
 * @param text a part of what one is called or of its name, as typed
 * @param source only those whose value comes from there; null for all
 */
record FixedCriteria(String text, FixedSetting.@Nullable Source source) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"name", "title", "source"};

  static FixedCriteria of(HttpServletRequest request) {
    return new FixedCriteria(
        Criterion.words(request),
        Criterion.chosen(request, "source", FixedSetting.Source.values()));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || source != null;
  }

  boolean means(FixedSetting one) {
    return (source == null || source == one.source())
        && Criterion.isIn(text, one.name(), one.title());
  }

  static Comparator<FixedSetting> order(String sort) {
    Comparator<FixedSetting> order =
        switch (sort) {
          case "title" -> comparing(FixedSetting::title);
          case "source" -> comparing(FixedSetting::source);
          default -> comparing(FixedSetting::name);
        };
    return order.thenComparing(FixedSetting::name);
  }
}
