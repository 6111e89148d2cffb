package tw.gov.mocs.hub.client;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the hub says of the caller: who it is and what it may call.
 *
 * @param recordId the number of this call in the hub's log
 * @param certificateDays days until the calling certificate ends
 * @param hubTime the hub's clock
 * @param checkpoint the last checkpoint of the hub's log: keep it, it makes you a witness
 */
public record HubStatus(
    String requestId,
    String recordId,
    String agencyCode,
    String agencyName,
    String certificateSerial,
    long certificateDays,
    OffsetDateTime hubTime,
    Optional<HubAnswer.Checkpoint> checkpoint,
    List<ApplicationStatus> applications) {

  /** Copies the list. */
  public HubStatus {
    applications = List.copyOf(applications);
  }

  /**
   * One approved application of the caller's agency.
   *
   * @param status for example {@code ACTIVE}
   * @param from first day of use, ISO
   * @param to last day of use, ISO
   * @param callsLeft today, in Taipei
   * @param rowsLeft today, in Taipei
   */
  public record ApplicationStatus(
      String applicationNo,
      String status,
      String from,
      String to,
      long callsLeft,
      long rowsLeft,
      List<String> services) {

    /** Copies the services. */
    public ApplicationStatus {
      services = List.copyOf(services);
    }
  }
}
