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
 */
public record HubStatusAnswer(
    String recordId,
    String requestId,
    String agencyCode,
    String agencyName,
    String certificateSerial,
    long certificateDays,
    Instant hubTime,
    List<ApplicationStatus> applications) {

  /** Copies the list. */
  public HubStatusAnswer {
    applications = List.copyOf(applications);
  }

  /** One application of the caller's agency that was granted something. */
  public record ApplicationStatus(
      String applicationNo,
      GrantStatus status,
      LocalDate from,
      LocalDate to,
      long callsLeft,
      long rowsLeft,
      List<String> services) {

    /** Copies the list. */
    public ApplicationStatus {
      services = List.copyOf(services);
    }
  }
}
