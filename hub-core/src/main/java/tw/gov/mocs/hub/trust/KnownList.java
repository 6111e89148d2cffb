package tw.gov.mocs.hub.trust;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The last good revocation list of one source.
 *
 * @param address where it was read from
 * @param issuer whose list it is; empty where it cannot be read
 * @param issuedAt when its authority made it
 * @param fetchedAt when the hub read it last
 * @param nextUpdate when it must be replaced; certificates of its authority are refused afterwards
 */
public record KnownList(
    String address, String issuer, Instant issuedAt, Instant fetchedAt, Instant nextUpdate) {

  /** Whether it is over, or will be within so many days. */
  public boolean endsWithin(int days, Instant now) {
    return !nextUpdate.isAfter(now.plus(days, ChronoUnit.DAYS));
  }

  /** Whether it comes from elsewhere; the folders of a node are nobody's to know. */
  public boolean isFromElsewhere() {
    return !address.startsWith("file:");
  }
}
