package tw.gov.mocs.hub.web.registry;

import java.util.Comparator;
import java.util.List;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.layout.ListQuery;

/** A page of a list that is in memory. */
final class PageOf {

  private PageOf() {}

  static <T> Page<T> list(List<T> all, Comparator<T> order, ListQuery query) {
    return list(all, order, query, query.page(), query.size());
  }

  static <T> Page<T> list(List<T> all, Comparator<T> order, ListQuery query, int page, int size) {
    List<T> items =
        all.stream()
            .sorted(query.descending() ? order.reversed() : order)
            .skip((page - 1L) * size)
            .limit(size)
            .toList();
    return new Page<>(items, page, size, all.size());
  }
}
