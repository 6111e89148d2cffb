package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 進度查詢: which applications a list shows; what is null or empty does not narrow it. Drafts are never
 * among them: they belong to their card alone.
 *
 * @param agencyId 申請機關
 * @param number 申請案號 or a part of it
 * @param from 申請日期 from this Taipei day
 * @param to up to this Taipei day, included
 * @param statuses 審核狀態
 * @param methods 資料提供方式
 * @param sort by what
 * @param descending the greatest first
 * @param page from 1
 * @param size lines on a page, up to 1,000
 */
public record ApplicationSearch(
    @Nullable Long agencyId,
    @Nullable String number,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Set<ApplicationStatus> statuses,
    Set<DeliveryMethod> methods,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** By what a list is sorted; equals stand in the order in which they were made. */
  public enum Sort {
    NUMBER,
    SUBMITTED_AT,
    PERIOD_TO,
    STATUS,
    CHANGED_AT
  }

  /** Refuses pages that cannot be. */
  public ApplicationSearch {
    statuses = Set.copyOf(statuses);
    methods = Set.copyOf(methods);
    if (page < 1 || size < 1 || size > 1_000) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  /** The same among the applications of one agency. */
  public ApplicationSearch of(long ownAgency) {
    return new ApplicationSearch(
        ownAgency, number, from, to, statuses, methods, sort, descending, page, size);
  }

  /** Every submitted application of an agency, or of all if null; the newest first. */
  public static ApplicationSearch all(@Nullable Long agencyId, int page, int size) {
    return new ApplicationSearch(
        agencyId, null, null, null, Set.of(), Set.of(), Sort.SUBMITTED_AT, true, page, size);
  }
}
