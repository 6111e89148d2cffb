package tw.gov.mocs.hub.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 錯誤回報[查詢]: which incidents a list shows; what is null or empty does not narrow it.
 *
 * @param agencyId whose; all agencies' if null
 * @param from 問題發生日期 from this day
 * @param to up to this day, included
 * @param applicationNo 申請案號 or its beginning
 * @param statuses 處理狀態
 * @param before reported before this moment
 * @param text anywhere in number, name, agency, call id, content, answers and remarks
 * @param assignee the account that has it in hand; "" for those that nobody has
 * @param sort by what
 * @param descending the greatest first
 * @param page from 1
 * @param size lines on a page, up to 1,000
 */
public record IncidentSearch(
    @Nullable Long agencyId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String applicationNo,
    Set<IncidentStatus> statuses,
    @Nullable Instant before,
    @Nullable String text,
    @Nullable String assignee,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** By what a list is sorted; equals stand in the order in which they were reported. */
  public enum Sort {
    NUMBER,
    CONTACT_NAME,
    OCCURRED_ON,
    ASSIGNEE,
    STATUS,
    AGENCY,
    /** For how long it has been reported: the newest first. */
    AGE,
    CHANGED
  }

  /** Refuses pages that cannot be. */
  public IncidentSearch {
    statuses = Set.copyOf(statuses);
    if (page < 1 || size < 1 || size > 1_000) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  /** Without what only the ministry narrows by. */
  public IncidentSearch(
      @Nullable Long agencyId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String applicationNo,
      Set<IncidentStatus> statuses,
      @Nullable Instant before,
      Sort sort,
      boolean descending,
      int page,
      int size) {
    this(
        agencyId,
        from,
        to,
        applicationNo,
        statuses,
        before,
        null,
        null,
        sort,
        descending,
        page,
        size);
  }

  /** Every incident of an agency, or of all if null; the newest first. */
  public static IncidentSearch all(@Nullable Long agencyId, int page, int size) {
    return new IncidentSearch(
        agencyId, null, null, null, Set.of(), null, Sort.NUMBER, true, page, size);
  }
}
