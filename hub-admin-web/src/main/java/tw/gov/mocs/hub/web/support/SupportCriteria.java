package tw.gov.mocs.hub.web.support;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.incident.IncidentSearch;
import tw.gov.mocs.hub.incident.IncidentSearch.Sort;
import tw.gov.mocs.hub.incident.IncidentStatus;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list as its address says them.
 *
 * @param agency 機關代碼 as typed
 * @param application the beginning of 申請案號 as typed
 * @param days 問題發生日期
 * @param age reported at least so many days ago; null for any
 * @param status 處理狀態; null for all, what is in progress if the address names none
 */
record SupportCriteria(
    String agency,
    String application,
    DayRange days,
    @Nullable Integer age,
    @Nullable IncidentStatus status) {

  /** The columns that the list can be sorted by; the oldest report first. */
  static final String[] COLUMNS = {"number", "contact_name", "occurred_on", "status"};

  /** Ages that can be chosen. */
  static final List<Integer> AGES = List.of(1, 3, 7, 14, 30);

  private static final int LONGEST = 12;

  static SupportCriteria of(HttpServletRequest request) {
    String age = request.getParameter("age");
    return new SupportCriteria(
        typed(request, "agency"),
        typed(request, "application"),
        DayRange.of(request),
        AGES.stream().filter(days -> String.valueOf(days).equals(age)).findFirst().orElse(null),
        status(request.getParameter("status")));
  }

  private static @Nullable IncidentStatus status(@Nullable String name) {
    if (name == null) {
      return IncidentStatus.IN_PROGRESS;
    }
    return Arrays.stream(IncidentStatus.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static String typed(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    String text = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /**
   * A page of them.
   *
   * @param agencyId whose; all agencies' if null
   * @param moment reported before it
   */
  IncidentSearch search(
      @Nullable Long agencyId, ListQuery query, Instant moment, int page, int size) {
    return new IncidentSearch(
        agencyId,
        days.from().day(),
        days.to().day(),
        application.isEmpty() ? null : application,
        status == null ? Set.of() : Set.of(status),
        age == null ? moment : moment.minus(Duration.ofDays(age)),
        Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        page,
        size);
  }
}
