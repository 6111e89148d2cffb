package tw.gov.mocs.hub.web.layout;

import java.util.Comparator;
import java.util.List;
import tw.gov.mocs.hub.shared.Page;

/** A page of a list that is in memory. */
public final class PageOf {

  private PageOf() {}

  /** The page that is asked for. */
  public static <T> Page<T> list(List<T> all, Comparator<T> order, ListQuery query) {
    List<T> items =
        all(all, order, query).stream()
            .skip((query.page() - 1L) * query.size())
            .limit(query.size())
            .toList();
    return new Page<>(items, query.page(), query.size(), all.size());
  }

  /** All of it, in the order that is asked for. */
  public static <T> List<T> all(List<T> all, Comparator<T> order, ListQuery query) {
    return all.stream().sorted(query.descending() ? order.reversed() : order).toList();
  }
}
