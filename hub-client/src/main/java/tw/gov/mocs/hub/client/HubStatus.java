package tw.gov.mocs.hub.client;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the hub says of the caller: who it is and what it may call.
 *
 * @param requestId that of the request
 * @param recordId the number of this call in the hub's log
 * @param agencyCode 機關代碼
 * @param agencyName 機關名稱, in Chinese
 * @param certificateSerial serial number of the calling certificate, as the hub writes it
 * @param certificateDays whole days until the calling certificate ends
 * @param hubTime the hub's clock
 * @param callerAddress from where the hub saw the call come; null of an older hub
 * @param applications those of the agency
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
    @Nullable String callerAddress,
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
   * @param applicationNo 申請案號
   * @param from first day of use, in Taipei
   * @param to last day of use, in Taipei
   * @param callsLeft how many calls the rest of today allows, in Taipei
   * @param rowsLeft how many rows the rest of today allows, in Taipei
   * @param addressAllowed whether it may be called from where this call came; of an older hub true
   * @param services 服務代碼 that may be called
   */
  public record ApplicationStatus(
      String applicationNo,
      String status,
      LocalDate from,
      LocalDate to,
      long callsLeft,
      long rowsLeft,
      boolean addressAllowed,
      List<String> services) {

    /** Copies the services. */
    public ApplicationStatus {
      services = List.copyOf(services);
    }
  }
}
