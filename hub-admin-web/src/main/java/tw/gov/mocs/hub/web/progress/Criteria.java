package tw.gov.mocs.hub.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.ApplicationSearch.Sort;
import tw.gov.mocs.hub.application.ApplicationSearch.State;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list as its address says them.
 *
 * @param agency 申請機關 as typed
 * @param number the beginning of 申請案號 as typed
 * @param from 申請日期 from, as typed
 * @param to up to, as typed
 * @param states 審核狀態
 * @param methods 資料提供方式
 */
record Criteria(
    String agency,
    String number,
    String from,
    String to,
    Set<State> states,
    Set<DeliveryMethod> methods) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"-submitted_at", "number", "contact", "period_to", "status"};

  static Criteria of(HttpServletRequest request) {
    return new Criteria(
        typed(request, "agency"),
        typed(request, "number"),
        typed(request, "from"),
        typed(request, "to"),
        chosen(request, "state", State.class),
        chosen(request, "method", DeliveryMethod.class));
  }

  private static String typed(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    String text = value == null ? "" : value.strip();
    return text.substring(0, Math.min(text.length(), ApplicationSearch.LONGEST_TEXT));
  }

  private static <E extends Enum<E>> Set<E> chosen(
      HttpServletRequest request, String name, Class<E> type) {
    String[] values = request.getParameterValues(name);
    List<String> names = values == null ? List.of() : Arrays.asList(values);
    Set<E> all = EnumSet.allOf(type);
    all.removeIf(one -> !names.contains(one.name()));
    return all;
  }

  /** What cannot be read of the days; nobody is found then. */
  Faults faults(MessageSource messages, Locale locale) {
    Faults faults = new Faults();
    String malformed = messages.getMessage("progress.day.malformed", null, locale);
    if (isMalformed(from)) {
      faults.add("from", malformed);
    }
    if (isMalformed(to)) {
      faults.add("to", malformed);
    }
    LocalDate first = day(from);
    LocalDate last = day(to);
    if (first != null && last != null && last.isBefore(first)) {
      faults.add("to", messages.getMessage("progress.day.order", null, locale));
    }
    return faults;
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !(agency + number + from + to).isEmpty() || !states.isEmpty() || !methods.isEmpty();
  }

  ApplicationSearch search(ListQuery query) {
    return search(query, query.page(), query.size());
  }

  /** Another page of the same list. */
  ApplicationSearch search(ListQuery query, int page, int size) {
    return new ApplicationSearch(
        null,
        agency,
        number,
        day(from),
        day(to),
        states,
        methods,
        Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        page,
        size);
  }

  private static boolean isMalformed(String text) {
    return !text.isEmpty() && day(text) == null;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : RocDate.parse(text).day();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
