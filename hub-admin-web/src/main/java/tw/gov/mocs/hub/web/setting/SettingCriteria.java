package tw.gov.mocs.hub.web.setting;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.web.layout.Criterion;

/**
 * The criteria of the settings that may change, as the address says them.
 *
 * @param text a part of a name or of what it does, as typed
 * @param state only those that stand so; null for all
 */
record SettingCriteria(String text, @Nullable SettingState state) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"name", "title", "state"};

  static SettingCriteria of(HttpServletRequest request) {
    return new SettingCriteria(
        Criterion.words(request), Criterion.chosen(request, "state", SettingState.values()));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || state != null;
  }

  boolean means(SettingLine line) {
    return (state == null || state == line.state())
        && Criterion.isIn(text, line.name(), line.title(), line.what());
  }

  static Comparator<SettingLine> order(String sort) {
    Comparator<SettingLine> order =
        switch (sort) {
          case "title" -> comparing(SettingLine::title);
          case "state" -> comparing(SettingLine::state);
          default -> comparing(SettingLine::name);
        };
    return order.thenComparing(SettingLine::name);
  }
}
