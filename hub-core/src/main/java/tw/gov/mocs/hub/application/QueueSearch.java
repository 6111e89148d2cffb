package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 審核清單: which applications a reviewer's queue shows; what is null or empty does not narrow it.
 *
 * @param states where they stand; all that are open if none is named
 * @param agency the beginning of a code, or a part of a name
 * @param number the beginning of an 申請案號
 * @param submittedUntil submitted on this Taipei day or before
 * @param methods 資料提供方式
 * @param sort by what
 * @param descending the greatest first
 * @param page from 1
 * @param size lines on a page
 */
public record QueueSearch(
    Set<State> states,
    @Nullable String agency,
    @Nullable String number,
    @Nullable LocalDate submittedUntil,
    Set<DeliveryMethod> methods,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** Where an application stands in the queue. */
  public enum State {
    /** 待審核. */
    PENDING,
    /** 待複審. */
    SECOND_REVIEW,
    /** 退回補正, within its time. */
    RETURNED,
    /** 逾期未補正. */
    OVERDUE,
    /** 已結: decided or withdrawn. */
    DONE
  }

  /** By what the queue is sorted. */
  public enum Sort {
    /** The day of submission. */
    SUBMITTED_AT,
    /** 申請案號. */
    NUMBER,
    /** 機關代碼. */
    AGENCY,
    /** 狀態. */
    STATUS
  }

  /** Copies the sets. */
  public QueueSearch {
    states = Set.copyOf(states);
    methods = Set.copyOf(methods);
  }
}
