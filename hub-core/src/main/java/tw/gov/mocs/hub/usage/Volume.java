package tw.gov.mocs.hub.usage;

import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.Quota;

/**
 * What an application used in a time, against what was granted.
 *
 * @param agencyCode whose it is
 * @param applicationNo 申請案號
 * @param isFile whether it is granted one-time files, which have no daily calls
 * @param granted for one day; of a file, the rows that were estimated when it was decided
 * @param served answered calls of all days
 * @param refused refused calls of all days, for a reason of the caller
 * @param failed calls of all days that the hub, or its source, could not answer
 * @param rows of all days
 * @param persons of all days, each as often as an answer held him
 * @param mostCalls answered calls of the day that had most of them
 * @param mostRows rows of the day that had most of them
 */
public record Volume(
    AgencyCode agencyCode,
    String applicationNo,
    boolean isFile,
    Quota granted,
    long served,
    long refused,
    long failed,
    long rows,
    long persons,
    long mostCalls,
    long mostRows) {

  /** The busiest day's calls in percent of those granted. */
  public long callsPercent() {
    return percent(mostCalls, granted.calls());
  }

  /** The busiest day's rows in percent of those granted. */
  public long rowsPercent() {
    return percent(mostRows, granted.rows());
  }

  static long percent(long used, long granted) {
    return Math.round(100.0 * used / granted);
  }
}
