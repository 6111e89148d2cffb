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
 * @param text what is looked for anywhere, as typed
 * @param assignee 承辦人: an account, {@link #MINE} or {@link #NOBODY}; "" for any
 * @param agency 機關代碼 as typed
 * @param application the beginning of 申請案號 as typed
 * @param days 問題發生日期
 * @param age reported at least so many days ago; null for any
 * @param status 處理狀態; null for all, what is in progress if the address names none
 */
record SupportCriteria(
    String text,
    String assignee,
    String agency,
    String application,
    DayRange days,
    @Nullable Integer age,
    @Nullable IncidentStatus status) {

  /** The columns that the list can be sorted by; the oldest report first. */
  static final String[] COLUMNS = {
    "number", "age", "agency", "contact_name", "occurred_on", "status", "assignee", "changed"
  };

  /** Ages that can be chosen. */
  static final List<Integer> AGES = List.of(1, 3, 7, 14, 30);

  /** Of the reader. */
  static final String MINE = "*me";

  /** Of nobody. */
  static final String NOBODY = "*none";

  /** Characters of {@code text} at most. */
  static final int LONGEST_TEXT = 100;

  private static final int LONGEST = 12;

  static SupportCriteria of(HttpServletRequest request) {
    String age = request.getParameter("age");
    return new SupportCriteria(
        cut(request.getParameter("q"), LONGEST_TEXT),
        cut(request.getParameter("assignee"), LONGEST_TEXT),
        typed(request, "agency"),
        typed(request, "application"),
        DayRange.of(request),
        AGES.stream().filter(days -> String.valueOf(days).equals(age)).findFirst().orElse(null),
        status(request.getParameter("state")));
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
    return cut(request.getParameter(name), LONGEST).toUpperCase(Locale.ROOT);
  }

  private static String cut(@Nullable String value, int longest) {
    String text = value == null ? "" : value.strip();
    return text.substring(0, Math.min(text.length(), longest));
  }

  /**
   * A page of them.
   *
   * @param agencyId whose; all agencies' if null
   * @param reader the account that asks
   * @param moment reported before it
   */
  IncidentSearch search(
      @Nullable Long agencyId, String reader, ListQuery query, Instant moment, int page, int size) {
    return new IncidentSearch(
        agencyId,
        days.from().day(),
        days.to().day(),
        application.isEmpty() ? null : application,
        status == null ? Set.of() : Set.of(status),
        age == null ? moment : moment.minus(Duration.ofDays(age)),
        text,
        whose(reader),
        Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        page,
        size);
  }

  private @Nullable String whose(String reader) {
    return switch (assignee) {
      case "" -> null;
      case MINE -> reader;
      case NOBODY -> "";
      default -> assignee;
    };
  }
}
