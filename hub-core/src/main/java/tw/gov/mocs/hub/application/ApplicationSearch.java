package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 進度查詢: which applications a list shows; what is null or empty does not narrow it. Drafts are never
 * among them: they belong to their card alone.
 *
 * @param agencyId 申請機關, as an agency that sees its own alone
 * @param agency 申請機關 as the ministry types it: the beginning of a code, or a part of a name
 * @param number the beginning of an 申請案號
 * @param from 申請日期 from this Taipei day
 * @param to up to this Taipei day, included
 * @param states 審核狀態
 * @param methods 資料提供方式
 * @param sort by what
 * @param descending the greatest first
 * @param page from 1
 * @param size lines on a page, up to 1,000
 * @param asOf what was submitted later is not among them; null for no such limit
 */
public record ApplicationSearch(
    @Nullable Long agencyId,
    @Nullable String agency,
    @Nullable String number,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Set<State> states,
    Set<DeliveryMethod> methods,
    Sort sort,
    boolean descending,
    int page,
    int size,
    @Nullable Instant asOf) {

  /** How long what is typed into a criterion may be. */
  public static final int LONGEST_TEXT = 100;

  /** 審核狀態 in the order of the manual: each application is in one of them. */
  public enum State {
    /** 尚未審核, 複審中 and 退回補正 too. */
    PENDING,
    /** 不通過. */
    REJECTED,
    /** 通過, until its grant has expired. */
    APPROVED,
    /** 部分通過, until its grant has expired. */
    PARTLY_APPROVED,
    /** 其他: 已撤回, and what was granted but has expired. */
    OTHER
  }

  /** By what a list is sorted; equals stand in the order in which they were made. */
  public enum Sort {
    /** 申請案號. */
    NUMBER,
    /** 申請日期. */
    SUBMITTED_AT,
    /** 有效期間: the last day granted; of what has no grant, the last day asked for. */
    PERIOD_TO,
    /** 狀態, in the order of {@link ApplicationStatus}. */
    STATUS,
    /** 聯絡人姓名. */
    CONTACT,
    /** When it was last changed. */
    CHANGED_AT
  }

  /** Refuses pages that cannot be. */
  public ApplicationSearch {
    states = Set.copyOf(states);
    methods = Set.copyOf(methods);
    if (page < 1 || size < 1 || size > 1_000) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  /** As of now. */
  public ApplicationSearch(
      @Nullable Long agencyId,
      @Nullable String agency,
      @Nullable String number,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Set<State> states,
      Set<DeliveryMethod> methods,
      Sort sort,
      boolean descending,
      int page,
      int size) {
    this(agencyId, agency, number, from, to, states, methods, sort, descending, page, size, null);
  }

  /** The same among the applications of one agency. */
  public ApplicationSearch of(long ownAgency) {
    return new ApplicationSearch(
        ownAgency, null, number, from, to, states, methods, sort, descending, page, size, asOf);
  }

  /** The same without what is submitted later, so that its pages do not move meanwhile. */
  public ApplicationSearch asOf(Instant moment) {
    return new ApplicationSearch(
        agencyId, agency, number, from, to, states, methods, sort, descending, page, size, moment);
  }

  /** Every submitted application of an agency, or of all if null; the newest first. */
  public static ApplicationSearch all(@Nullable Long agencyId, int page, int size) {
    return new ApplicationSearch(
        agencyId, null, null, null, null, Set.of(), Set.of(), Sort.SUBMITTED_AT, true, page, size);
  }
}
