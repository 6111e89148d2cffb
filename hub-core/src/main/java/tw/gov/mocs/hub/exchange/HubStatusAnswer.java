package tw.gov.mocs.hub.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tw.gov.mocs.hub.application.GrantStatus;

/**
 * The answer to HubStatus: who am I, what may I, and what time is it.
 *
 * @param recordId the number of this call in the log
 * @param certificateDays days until the calling certificate ends
 * @param hubTime the hub's clock
 * @param callerAddress from where the hub saw the call come
 */
public record HubStatusAnswer(
    String recordId,
    String requestId,
    String agencyCode,
    String agencyName,
    String certificateSerial,
    long certificateDays,
    Instant hubTime,
    String callerAddress,
    List<ApplicationStatus> applications) {

  /** Copies the list. */
  public HubStatusAnswer {
    applications = List.copyOf(applications);
  }

  /**
   * One application of the caller's agency that was granted something.
   *
   * @param addressAllowed whether it may be called from where this call came
   */
  public record ApplicationStatus(
      String applicationNo,
      GrantStatus status,
      LocalDate from,
      LocalDate to,
      long callsLeft,
      long rowsLeft,
      boolean addressAllowed,
      List<String> services) {

    /** Copies the list. */
    public ApplicationStatus {
      services = List.copyOf(services);
    }
  }
}
