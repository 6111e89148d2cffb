package tw.gov.mocs.hub.audit;

import java.time.LocalDate;

/**
 * What one application called on one day; a one-time file counts as a call, however many records
 * name its persons.
 *
 * @param day in Taipei
 * @param agencyId whose calls
 * @param applicationNo 申請案號; "" of refused calls that named none of the agency's
 * @param served answered
 * @param refused not answered, for a reason of the caller
 * @param failed not answered because the hub, or its source, could not ({@link
 *     tw.gov.mocs.hub.shared.ErrorCode#FAILURES})
 * @param night of all of them, received from 22:00 to 06:00 of this day
 * @param rows given
 * @param persons given, each as often as an answer held him
 */
public record UsageDay(
    LocalDate day,
    long agencyId,
    String applicationNo,
    long served,
    long refused,
    long failed,
    long night,
    long rows,
    long persons) {

  /** However they ended. */
  public long calls() {
    return served + refused + failed;
  }
}
