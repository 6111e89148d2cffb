package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a call claims in the same commit as its record, so that no two nodes serve it twice.
 *
 * @param signedDigest SHA-256 of the canonical SignedInfo; claimed by served and refused calls
 * @param signedUntil until when the digest is kept
 * @param requestId claimed with the agency by served calls; null for refused ones
 * @param quota counted by served calls; null for refused ones and HubStatus
 */
public record Claims(
    byte[] signedDigest,
    Instant signedUntil,
    @Nullable String requestId,
    @Nullable QuotaClaim quota) {

  /**
   * One call and its rows, counted against the limits of a day.
   *
   * @param applicationNo whose quota
   * @param day Taipei day
   * @param rows how many rows the answer has
   * @param callLimit served calls of the day
   * @param rowLimit returned rows of the day
   */
  public record QuotaClaim(
      String applicationNo, LocalDate day, int rows, int callLimit, long rowLimit) {}
}
