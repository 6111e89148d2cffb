package tw.gov.mocs.hub.web.grant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.GrantSearch;
import tw.gov.mocs.hub.application.GrantSearch.Sort;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list as its address says them.
 *
 * @param agency as typed
 * @param number the beginning of 申請案號 as typed
 * @param states 授權狀態
 * @param ends ends within so many days; null for any
 * @param due to be certified within so many days; null for any
 */
record GrantCriteria(
    String agency,
    String number,
    Set<GrantStatus> states,
    @Nullable Integer ends,
    @Nullable Integer due) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"number", "agency", "period_to", "certified_on"};

  /** Days that can be chosen. */
  static final List<Integer> WITHINS = List.of(0, 30, 60, 90);

  static GrantCriteria of(HttpServletRequest request) {
    String[] values = request.getParameterValues("state");
    List<String> names = values == null ? List.of() : Arrays.asList(values);
    Set<GrantStatus> states = EnumSet.allOf(GrantStatus.class);
    states.removeIf(one -> !names.contains(one.name()));
    return new GrantCriteria(
        typed(request, "agency"),
        typed(request, "number"),
        states,
        days(request, "ends"),
        days(request, "due"));
  }

  private static String typed(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    String text = value == null ? "" : value.strip();
    return text.substring(0, Math.min(text.length(), ApplicationSearch.LONGEST_TEXT));
  }

  private static @Nullable Integer days(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return WITHINS.stream()
        .filter(days -> String.valueOf(days).equals(value))
        .findFirst()
        .orElse(null);
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !(agency + number).isEmpty() || !states.isEmpty() || ends != null || due != null;
  }

  GrantSearch search(ListQuery query) {
    return new GrantSearch(
        states,
        agency,
        number,
        ends,
        due,
        Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        query.page(),
        query.size());
  }
}
