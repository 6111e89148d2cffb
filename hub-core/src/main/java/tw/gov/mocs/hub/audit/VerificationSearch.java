package tw.gov.mocs.hub.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.LogVerification.Outcome;

/**
 * Which verifications that have ended a list shows, in which order; what is null or empty does not
 * narrow it.
 *
 * @param text a part of the name of who started it, or of its node
 * @param outcome how it ended
 * @param from started at this moment or later
 * @param before started before this moment
 * @param sort by what
 * @param descending whether the greatest comes first
 * @param page from 1
 * @param size verifications on a page, up to 1,000
 */
public record VerificationSearch(
    String text,
    @Nullable Outcome outcome,
    @Nullable Instant from,
    @Nullable Instant before,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** What a list is ordered by; the newest first among equals. */
  public enum Sort {
    STARTED,
    BY,
    STATE,
    ROWS
  }

  /** Refuses pages that cannot be. */
  public VerificationSearch {
    if (page < 1 || size < 1 || size > 1_000) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  /** All of them, the newest first. */
  public static VerificationSearch all(int page, int size) {
    return new VerificationSearch("", null, null, null, Sort.STARTED, true, page, size);
  }
}
