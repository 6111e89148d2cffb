package tw.gov.mocs.hub.web.overview;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.web.layout.Criterion;

/**
 * The criteria of the queues and disks, as the address says them.
 *
 * @param kind only these; null for all
 * @param state only those that stand so; null for all
 */
record StoreCriteria(Store.@Nullable Kind kind, Store.@Nullable State state) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"kind", "title", "left"};

  static StoreCriteria of(HttpServletRequest request) {
    return new StoreCriteria(
        Criterion.chosen(request, "kind", Store.Kind.values()),
        Criterion.chosen(request, "state", Store.State.values()));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return kind != null || state != null;
  }

  List<Store> found(List<Store> all) {
    return all.stream()
        .filter(one -> kind == null || kind == one.kind())
        .filter(one -> state == null || state == one.state())
        .toList();
  }

  static Comparator<Store> order(String sort) {
    Comparator<Store> order =
        switch (sort) {
          case "title" -> comparing(Store::title);
          case "left" -> comparing(Store::left);
          default -> comparing(Store::kind);
        };
    return order.thenComparing(Store::title);
  }
}
