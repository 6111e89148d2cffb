package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call as it stands in the log.
 *
 * @param recordId random, from {@link AuditLog#newRecordId}
 * @param who who called
 * @param what what was asked
 * @param received when the message arrived
 * @param decided when access was decided
 * @param answered when the answer was complete
 * @param outcome what came of it
 * @param persons the keyed hashes of all distinct persons in the answer
 * @param requestDigest digest of the signed request Body
 * @param request the whole signed request, where the service keeps it; stored encrypted
 */
public record CallRecord(
    String recordId,
    Who who,
    What what,
    Instant received,
    Instant decided,
    Instant answered,
    Outcome outcome,
    Set<PersonHash> persons,
    byte[] requestDigest,
    byte @Nullable [] request) {

  /**
   * Who called.
   *
   * @param revocation what was known of the certificate's revocation: state, source, time
   */
  public record Who(
      long agencyId,
      String agencyCode,
      String certificateSerial,
      String certificateThumbprint,
      @Nullable String cardNumber,
      String address,
      String revocation) {}

  /**
   * What was asked.
   *
   * @param criteria canonical, identifiers as keyed hashes
   */
  public record What(
      @Nullable String service,
      @Nullable String requestId,
      @Nullable String applicationNo,
      @Nullable Integer grantVersion,
      @Nullable String purpose,
      @Nullable String criteria) {}

  /**
   * What came of it.
   *
   * @param code {@code OK}, {@code PART} for more persons of a one-time file, or the code of the
   *     refusal
   * @param detail the true reason of a refusal
   */
  public record Outcome(
      String code, @Nullable String detail, int rows, long bytes, byte @Nullable [] answerDigest) {}
}
