package tw.gov.mocs.hub.incident;

import java.time.Instant;

/**
 * One step of an incident's history (處理情形).
 *
 * @param kind what was done
 * @param at when
 * @param by who: an agency's code or an administrator's account
 * @param said what was said; "" if nothing
 * @param status 處理狀況 from then on
 */
public record IncidentEntry(Kind kind, Instant at, String by, String said, IncidentStatus status) {

  /** Characters of {@code said} at most. */
  public static final int LONGEST = 4_000;

  /** What can be done. */
  public enum Kind {
    /** 回報, by the agency; what it said is the incident's content. */
    REPORTED,
    /** 補充說明, by the agency. */
    REMARKED,
    /** 處理說明, by an administrator. */
    ANSWERED,
    /** 結案, by an administrator. */
    CLOSED,
    /** 重新處理, by an administrator. */
    REOPENED
  }
}
