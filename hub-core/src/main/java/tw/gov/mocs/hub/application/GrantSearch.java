package tw.gov.mocs.hub.application;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 授權清單: which grants a list shows; what is null or empty does not narrow it.
 *
 * @param states 授權狀態
 * @param agency the beginning of a code, or a part of a name
 * @param number the beginning of an 申請案號
 * @param endsWithin not over, and over after so many days
 * @param dueWithin to be re-certified within so many days; 0 for what is due
 * @param sort by what
 * @param descending the greatest first
 * @param page from 1
 * @param size lines on a page
 */
public record GrantSearch(
    Set<GrantStatus> states,
    @Nullable String agency,
    @Nullable String number,
    @Nullable Integer endsWithin,
    @Nullable Integer dueWithin,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** By what the list is sorted. */
  public enum Sort {
    /** 申請案號. */
    NUMBER,
    /** 機關代碼. */
    AGENCY,
    /** The last day. */
    PERIOD_TO,
    /** When it was last certified. */
    CERTIFIED_ON
  }

  /** Copies the states. */
  public GrantSearch {
    states = Set.copyOf(states);
  }
}
