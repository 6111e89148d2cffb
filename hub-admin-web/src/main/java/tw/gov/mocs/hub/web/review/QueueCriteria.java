package tw.gov.mocs.hub.web.review;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.QueueSearch;
import tw.gov.mocs.hub.application.QueueSearch.Sort;
import tw.gov.mocs.hub.application.QueueSearch.State;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the queue as its address says them.
 *
 * @param agency 申請機關 as typed
 * @param number the beginning of 申請案號 as typed
 * @param age at least so many days old, as typed
 * @param states where they stand
 * @param methods 資料提供方式
 */
record QueueCriteria(
    String agency, String number, String age, Set<State> states, Set<DeliveryMethod> methods) {

  /** The columns that the queue can be sorted by: the oldest first. */
  static final String[] COLUMNS = {"submitted_at", "number", "agency", "status"};

  static QueueCriteria of(HttpServletRequest request) {
    return new QueueCriteria(
        typed(request, "agency"),
        typed(request, "number"),
        typed(request, "age"),
        chosen(request, "state", State.class),
        chosen(request, "method", DeliveryMethod.class));
  }

  static String typed(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    String text = value == null ? "" : value.strip();
    return text.substring(0, Math.min(text.length(), ApplicationSearch.LONGEST_TEXT));
  }

  static <E extends Enum<E>> Set<E> chosen(HttpServletRequest request, String name, Class<E> type) {
    String[] values = request.getParameterValues(name);
    List<String> names = values == null ? List.of() : Arrays.asList(values);
    Set<E> all = EnumSet.allOf(type);
    all.removeIf(one -> !names.contains(one.name()));
    return all;
  }

  /** Whether what was typed as an age is no number of days. */
  boolean isAgeUnread() {
    return !age.isEmpty() && !age.matches("[0-9]{1,4}");
  }

  /** Whether anything narrows the queue. */
  public boolean isNarrow() {
    return !(agency + number + age).isEmpty() || !states.isEmpty() || !methods.isEmpty();
  }

  QueueSearch search(ListQuery query, LocalDate today) {
    return new QueueSearch(
        states,
        agency,
        number,
        age.isEmpty() ? null : today.minusDays(Integer.parseInt(age)),
        methods,
        Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        query.page(),
        query.size());
  }
}
