package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of the list of tables as its address says them.
 *
 * @param text a part of a name or label as typed
 * @param used only these; null for all
 */
record TableCriteria(String text, @Nullable Boolean used) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"name", "label", "fields", "grants"};

  static final int LONGEST = 100;

  static TableCriteria of(HttpServletRequest request) {
    String use = request.getParameter("use");
    Boolean used = use != null && use.matches("used|unused") ? use.equals("used") : null;
    return new TableCriteria(text(request), used);
  }

  /** What was typed to be looked for. */
  static String text(HttpServletRequest request) {
    String typed = request.getParameter("q");
    String text = typed == null ? "" : typed.strip();
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /** Whether a text is a part of one of these. */
  static boolean isIn(String text, String... texts) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Stream.of(texts).anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || used != null;
  }

  boolean means(TableLine line) {
    return isIn(text, line.table().name(), line.table().label(), line.table().labelEn())
        && (used == null || used == line.isUsed());
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
