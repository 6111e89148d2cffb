package tw.gov.mocs.hub.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tw.gov.mocs.hub.shared.Page;

/** A page of a list with the addresses of its other pages and orders; filters stay in each. */
public final class Listing<T> {

  /** A parameter of the address, with its value. */
  public record Kept(String name, String value) {}

  private final Page<T> page;
  private final ListQuery query;
  private final boolean searched;
  private final String path;
  private final Map<String, String[]> asked;
  private final MultiValueMap<String, String> filters = new LinkedMultiValueMap<>();

  private Listing(Page<T> page, ListQuery query, HttpServletRequest request, boolean searched) {
    this.page = page;
    this.query = query;
    this.searched = searched;
    this.path = request.getRequestURI();
    this.asked = request.getParameterMap();
    asked.forEach(this::keep);
  }

  /** The page of this request. */
  public static <T> Listing<T> of(HttpServletRequest request, ListQuery query, Page<T> page) {
    return new Listing<>(page, query, request, true);
  }

  /** The page of this request, or the last one where the list ends before it. */
  public static <T> Listing<T> search(
      HttpServletRequest request, ListQuery query, Function<ListQuery, Page<T>> list) {
    Page<T> page = list.apply(query);
    if (page.number() <= page.pages()) {
      return of(request, query, page);
    }
    ListQuery last =
        new ListQuery((int) page.pages(), query.size(), query.sort(), query.descending());
    return of(request, last, list.apply(last));
  }

  /** The same; while there are faults in what it is narrowed by, nothing is looked for. */
  public static <T> Listing<T> search(
      HttpServletRequest request,
      ListQuery query,
      Faults faults,
      Function<ListQuery, Page<T>> list) {
    return faults.isEmpty()
        ? search(request, query, list)
        : new Listing<>(new Page<>(List.of(), 1, query.size(), 0), query, request, false);
  }

  /** Whether the list was looked through; how many there are is not known otherwise. */
  public boolean searched() {
    return searched;
  }

  /** Whether it was, and nothing found. */
  public boolean nothing() {
    return searched && page.items().isEmpty();
  }

  private void keep(String name, String[] values) {
    if (!List.of("page", "language").contains(name)) {
      filters.addAll(name, Arrays.stream(values).filter(value -> !value.isBlank()).toList());
    }
  }

  /** What stands on the page. */
  public List<T> items() {
    return page.items();
  }

  /** How many the whole list holds. */
  public long total() {
    return page.total();
  }

  /** Whether it holds more than were counted. */
  public boolean more() {
    return page.more();
  }

  /** From 1. */
  public int number() {
    return page.number();
  }

  /** How many pages there are. */
  public long pages() {
    return page.pages();
  }

  /** How many a page holds. */
  public int size() {
    return page.size();
  }

  /** The address of another page; null where there is none or it is this one. */
  public @Nullable String href(long number) {
    boolean there = number >= 1 && number <= pages() && number != number();
    return there ? address("page", String.valueOf(number)) : null;
  }

  /** The address of the first page with another size. */
  public String sized(int size) {
    return address("size", String.valueOf(size));
  }

  /** The address of the list sorted by a column; by the same one again turns the order. */
  public String sorted(String column) {
    boolean turn = column.equals(query.sort());
    UriComponentsBuilder address = base();
    address.replaceQueryParam("sort", column);
    address.replaceQueryParam("order", turn && !query.descending() ? "desc" : "asc");
    return address.encode().build().toUriString();
  }

  /** What {@code aria-sort} says of a column; null for one that the list is not sorted by. */
  public @Nullable String ariaSort(String column) {
    if (!column.equals(query.sort())) {
      return null;
    }
    return query.descending() ? "descending" : "ascending";
  }

  /** The filtered list as a file: the same address with {@code format}. */
  public String export(String format) {
    return address("format", format);
  }

  /** The address of this page with one more parameter. */
  public String with(String name, String value) {
    return base()
        .replaceQueryParam("page", number())
        .replaceQueryParam(name, value)
        .encode()
        .build()
        .toUriString();
  }

  /** The address of this page without a parameter. */
  public String without(String name) {
    return base()
        .replaceQueryParam("page", number())
        .replaceQueryParam(name)
        .encode()
        .build()
        .toUriString();
  }

  /** What a form that goes to another page must repeat. */
  public List<Kept> kept() {
    List<Kept> all = new ArrayList<>();
    for (Map.Entry<String, List<String>> one : filters.entrySet()) {
      one.getValue().forEach(value -> all.add(new Kept(one.getKey(), value)));
    }
    return all;
  }

  /** What the address asks for of page, size and order that is not what is shown. */
  List<Kept> unmet() {
    List<Kept> unmet = new ArrayList<>();
    for (String name : List.of("page", "size", "sort", "order")) {
      Arrays.stream(asked.getOrDefault(name, new String[0]))
          .filter(value -> !value.isBlank() && !shows(name, value))
          .forEach(value -> unmet.add(new Kept(name, value)));
    }
    return unmet;
  }

  private boolean shows(String name, String value) {
    return switch (name) {
      case "page" -> ListQuery.number(value, 0) == number();
      case "size" -> ListQuery.number(value, 0) == size();
      case "sort" -> value.equals(query.sort());
      default -> value.equals("asc") || value.equals("desc");
    };
  }

  private String address(String name, String value) {
    return base().replaceQueryParam(name, value).encode().build().toUriString();
  }

  private UriComponentsBuilder base() {
    return UriComponentsBuilder.fromPath(path).queryParams(filters);
  }
}
