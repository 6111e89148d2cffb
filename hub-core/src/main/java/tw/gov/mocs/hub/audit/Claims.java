package tw.gov.mocs.hub.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a call claims in the same commit as its record, so that no two nodes serve it twice.
 *
 * @param signedDigest SHA-256 of the canonical SignedInfo; claimed by served and refused calls
 * @param signedAt when the message says it was made (Created); kept to the microsecond
 * @param requestId claimed with the agency by served calls; null for refused ones
 * @param quota counted by served calls; null for refused ones and HubStatus
 */
public record Claims(
    byte[] signedDigest, Instant signedAt, @Nullable String requestId, @Nullable QuotaClaim quota) {

  /**
   * A message that is made longer ago must be refused by its Timestamp: its digest is forgotten.
   */
  public static final Duration KEPT = Duration.ofHours(1);

  /** Cuts the time to what a database keeps. */
  public Claims {
    signedAt = signedAt.truncatedTo(ChronoUnit.MICROS);
  }

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
