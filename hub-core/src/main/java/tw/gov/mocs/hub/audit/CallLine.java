package tw.gov.mocs.hub.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;

/**
 * One call in the list of the agency that made it. It holds what the agency sent itself and what it
 * was answered: no person, no criterion, and of a refusal its code but not the log's own reason.
 *
 * @param recordId under which the log and the answer name it
 * @param receivedAt when it arrived
 * @param answeredAt when its answer was complete
 * @param service 服務代碼; null if the message named none that is known
 * @param applicationNo 申請案號 as sent
 * @param requestId as sent
 * @param outcome {@link #SERVED} or the code of the refusal
 * @param rows rows in the answer
 * @param bytes size of the answer
 * @param certificateSerial serial number of the certificate that signed it, hexadecimal
 */
public record CallLine(
    String recordId,
    Instant receivedAt,
    Instant answeredAt,
    @Nullable String service,
    @Nullable String applicationNo,
    @Nullable String requestId,
    String outcome,
    int rows,
    long bytes,
    String certificateSerial) {

  /** The outcome of a call that was served. */
  public static final String SERVED = "OK";

  /** The outcome of a record that names more persons of a one-time file. */
  public static final String PART = "PART";

  /** What stands in the place of the service in records of one-time files. */
  public static final String FILE = "OneTimeFile";

  /**
   * Whether it names more persons of a one-time file alone: one record does not hold them all, and
   * the last one of the file, of the same request, tells its rows and its size.
   */
  public boolean isPartOfFile() {
    return outcome.equals(PART);
  }

  /** Whether it was served, or is part of a file that was. */
  public boolean served() {
    return outcome.equals(SERVED) || isPartOfFile();
  }

  /** Whether it was not served because the hub, or its source, could not. */
  public boolean failed() {
    return ErrorCode.FAILURES.contains(outcome);
  }

  /** Why it was refused; empty if it was served. */
  public Optional<ErrorCode> refusal() {
    return Arrays.stream(ErrorCode.values()).filter(one -> one.code().equals(outcome)).findAny();
  }

  /** From its arrival until its answer was complete. */
  public Duration duration() {
    return Duration.between(receivedAt, answeredAt);
  }
}
