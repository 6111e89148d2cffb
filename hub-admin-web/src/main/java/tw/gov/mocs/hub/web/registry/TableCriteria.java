package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.web.layout.Criterion;

/**
 * The criteria of the list of tables as its address says them.
 *
 * @param text a part of a name or label as typed
 * @param used only these; null for all
 * @param drifted only those that the source differs from
 */
record TableCriteria(String text, @Nullable Boolean used, boolean drifted) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"name", "label", "fields", "grants"};

  static TableCriteria of(HttpServletRequest request) {
    String use = request.getParameter("use");
    Boolean used = use != null && use.matches("used|unused") ? use.equals("used") : null;
    return new TableCriteria(
        Criterion.words(request), used, "yes".equals(request.getParameter("drift")));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || used != null || drifted;
  }

  boolean means(TableLine line) {
    return Criterion.isIn(text, line.table().name(), line.table().label(), line.table().labelEn())
        && (used == null || used == line.isUsed())
        && (!drifted || line.harm() != null);
  }

  static Comparator<TableLine> order(String sort) {
    Comparator<TableLine> name = Comparator.comparing(line -> line.table().name());
    Comparator<TableLine> order =
        switch (sort) {
          case "label" -> Comparator.comparing(line -> line.table().label());
          case "fields" -> Comparator.comparing(line -> line.table().fields().size());
          case "grants" -> Comparator.comparing(TableLine::grants);
          default -> name;
        };
    return order.thenComparing(name);
  }
}
