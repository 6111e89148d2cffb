package tw.gov.mocs.hub.web.incident;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
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
 * @param days 問題發生日期
 * @param application the beginning of 申請案號 as typed
 * @param statuses 處理狀態
 */
record IncidentCriteria(DayRange days, String application, Set<IncidentStatus> statuses) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"-number", "name", "date", "status"};

  static IncidentCriteria of(HttpServletRequest request) {
    String application = request.getParameter("application");
    return new IncidentCriteria(
        DayRange.of(request),
        application == null ? "" : application,
        statuses(request.getParameterValues("state")));
  }

  /**
   * A page of them.
   *
   * @param agencyId whose; all agencies' if null
   * @param before reported before this moment; at any time if null
   */
  IncidentSearch search(
      @Nullable Long agencyId, ListQuery query, @Nullable Instant before, int page, int size) {
    return new IncidentSearch(
        agencyId,
        days.from().day(),
        days.to().day(),
        application.isBlank() ? null : application.strip().toUpperCase(Locale.ROOT),
        statuses,
        before,
        sort(query.sort()),
        query.descending(),
        page,
        size);
  }

  private static Set<IncidentStatus> statuses(String @Nullable [] names) {
    List<String> asked = names == null ? List.of() : Arrays.asList(names);
    Set<IncidentStatus> known = EnumSet.allOf(IncidentStatus.class);
    known.removeIf(status -> !asked.contains(status.name()));
    return known;
  }

  private static Sort sort(String column) {
    return switch (column) {
      case "name" -> Sort.CONTACT_NAME;
      case "date" -> Sort.OCCURRED_ON;
      case "status" -> Sort.STATUS;
      default -> Sort.NUMBER;
    };
  }
}
