package tw.gov.mocs.hub.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.ApplicationSearch.Sort;
import tw.gov.mocs.hub.application.ApplicationSearch.State;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list as its address says them.
 *
 * @param agency 申請機關 as typed
 * @param number the beginning of 申請案號 as typed
 * @param days 申請日期
 * @param states 審核狀態
 * @param methods 資料提供方式
 */
record Criteria(
    String agency, String number, DayRange days, Set<State> states, Set<DeliveryMethod> methods) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"-submitted_at", "number", "contact", "period_to", "status"};

  static Criteria of(HttpServletRequest request) {
    return new Criteria(
        typed(request, "agency"),
        typed(request, "number"),
        DayRange.of(request),
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

  /** What is wrong with the days; nobody is found then. */
  Faults faults(MessageSource messages, Locale locale) {
    return days.faults(messages, locale);
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !(agency + number).isEmpty()
        || !days.isEmpty()
        || !states.isEmpty()
        || !methods.isEmpty();
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
        days.from().day(),
        days.to().day(),
        states,
        methods,
        Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        page,
        size);
  }
}
