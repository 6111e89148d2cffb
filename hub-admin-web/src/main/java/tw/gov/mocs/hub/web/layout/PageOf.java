package tw.gov.mocs.hub.web.layout;

import java.util.Comparator;
import java.util.List;
import tw.gov.mocs.hub.shared.Page;

/** A page of a list that is in memory. */
public final class PageOf {

  private PageOf() {}

  /** The page that is asked for. */
  public static <T> Page<T> list(List<T> all, Comparator<T> order, ListQuery query) {
    return list(all, order, query, query.page(), query.size());
  }

  /** Any page, in the order that is asked for. */
  public static <T> Page<T> list(
      List<T> all, Comparator<T> order, ListQuery query, int page, int size) {
    List<T> items =
        all.stream()
            .sorted(query.descending() ? order.reversed() : order)
            .skip((page - 1L) * size)
            .limit(size)
            .toList();
    return new Page<>(items, page, size, all.size());
  }
}
