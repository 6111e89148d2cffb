package tw.gov.mocs.hub.audit;

import java.net.InetAddress;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;

/** The log: nothing leaves the hub before its record is committed here. */
@Component
public class AuditLog {

  /** A random record id: 26 characters, letters and digits. */
  public String newRecordId() {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Commits the record and its claims, together; returns when they are durable. A claim that fails
   * turns the record into one of a refusal, which is committed instead.
   *
   * @throws tw.gov.mocs.hub.shared.HubException REPLAYED, REQUEST_ID_REPEATED, CALL_QUOTA_EXCEEDED,
   *     ROW_QUOTA_EXCEEDED (recorded), BUSY or LOG_UNAVAILABLE (not recorded)
   */
  public void append(CallRecord record, Claims claims) {
    throw new UnsupportedOperationException("being built");
  }

  /** Records an act in the caller's transaction: both are committed or neither. */
  public void act(Act act) {
    throw new UnsupportedOperationException("being built");
  }

  /** Counts a refusal before any registered signature held; returns at once, never throws. */
  public void countRefusal(
      ErrorCode cause, InetAddress address, @Nullable String thumbprint, String detail) {
    throw new UnsupportedOperationException("being built");
  }

  /** The last checkpoint, from memory. */
  public CheckpointRef lastCheckpoint() {
    throw new UnsupportedOperationException("being built");
  }

  /** What the application has used on the day. */
  public QuotaUse quotaUse(String applicationNo, LocalDate day) {
    throw new UnsupportedOperationException("being built");
  }
}
