package tw.gov.mocs.hub.trust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it went to fetch from one address, on this node since it started.
 *
 * @param triedAt when it was tried last
 * @param cameAt when something usable came last; null if never
 * @param failedAt when it failed last; null if never
 * @param failure why it failed then
 */
record FetchAttempt(
    Instant triedAt,
    @Nullable Instant cameAt,
    @Nullable Instant failedAt,
    @Nullable RevocationFailure failure) {

  static FetchAttempt of(Instant at, @Nullable RevocationFailure failure) {
    return failure == null
        ? new FetchAttempt(at, at, null, null)
        : new FetchAttempt(at, null, at, failure);
  }

  /** This one, with what is still to be told of those before. */
  FetchAttempt after(FetchAttempt before) {
    return new FetchAttempt(
        triedAt,
        cameAt == null ? before.cameAt : cameAt,
        failedAt == null ? before.failedAt : failedAt,
        failedAt == null ? before.failure : failure);
  }
}
