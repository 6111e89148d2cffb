package tw.gov.mocs.hub.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list, in which order, as the address says it; what is out of bounds is the
 * default, and {@link UnknownCriteria} says so.
 *
 * @param page from 1
 * @param size 10, 20 or 50
 * @param sort the column, one of those that the list names
 * @param descending whether the greatest comes first
 */
public record ListQuery(int page, int size, String sort, boolean descending) {

  /** How many a page may hold. */
  public static final List<Integer> SIZES = List.of(10, 20, 50);

  private static final int DEFAULT_SIZE = 20;

  /**
   * Reads {@code page}, {@code size}, {@code sort} and {@code order} of an address.
   *
   * @param columns that may be sorted by; the first is the default, beginning with {@code -} if the
   *     greatest comes first then
   */
  public static ListQuery of(HttpServletRequest request, String... columns) {
    boolean fallbackDescending = columns[0].startsWith("-");
    List<String> names = List.of(columns).stream().map(ListQuery::bare).toList();
    String sort = request.getParameter("sort");
    boolean known = sort != null && names.contains(sort);
    String order = request.getParameter("order");
    int size = number(request.getParameter("size"), DEFAULT_SIZE);
    return new ListQuery(
        Math.max(1, number(request.getParameter("page"), 1)),
        SIZES.contains(size) ? size : DEFAULT_SIZE,
        known ? sort : names.get(0),
        known && order != null ? order.equals("desc") : fallbackDescending && !known);
  }

  private static String bare(String column) {
    return column.startsWith("-") ? column.substring(1) : column;
  }

  /** A number of an address; the other one where it cannot be read. */
  static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
  }
}
