package tw.gov.mocs.hub.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;

/**
 * 我的呼叫紀錄: which of its calls an agency's list shows; what is null does not narrow it.
 *
 * @param agencyId whose calls; always one agency's
 * @param from received at this moment or later; never before {@link CallRecords#KEPT_IN_VIEW} ago
 * @param before received before this moment
 * @param service 服務代碼, whole
 * @param applicationNo 申請案號, whole
 * @param requestId the caller's own request id, whole
 * @param outcome served, refused or failed
 * @param refusal not served for this reason, whose ever it is
 * @param oldestFirst the oldest first instead of the newest
 * @param page from 1
 * @param size lines on a page, up to {@link #MAX_SIZE}
 */
public record CallSearch(
    long agencyId,
    @Nullable Instant from,
    @Nullable Instant before,
    @Nullable String service,
    @Nullable String applicationNo,
    @Nullable String requestId,
    @Nullable Outcome outcome,
    @Nullable ErrorCode refusal,
    boolean oldestFirst,
    int page,
    int size) {

  /** Lines on a page at most. */
  public static final int MAX_SIZE = 1_000;

  /** What came of a call. */
  public enum Outcome {
    SERVED,
    /** For a reason of the caller. */
    REFUSED,
    /** The hub, or its source, could not answer: {@link ErrorCode#FAILURES}. */
    FAILED
  }

  /** Refuses pages that cannot be. */
  public CallSearch {
    if (page < 1 || size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  /** All calls of an agency, the newest first. */
  public static CallSearch all(long agencyId, int page, int size) {
    return new CallSearch(agencyId, null, null, null, null, null, null, null, false, page, size);
  }

  long offset() {
    return (page - 1L) * size;
  }
}
