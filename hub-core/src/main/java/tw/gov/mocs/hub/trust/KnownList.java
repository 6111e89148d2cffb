package tw.gov.mocs.hub.trust;

import java.time.Instant;

/**
 * The last good revocation list of one source.
 *
 * @param address where it was read from
 * @param issuedAt when its authority made it
 * @param fetchedAt when the hub read it last
 * @param nextUpdate when it must be replaced; certificates of its authority are refused afterwards
 */
public record KnownList(String address, Instant issuedAt, Instant fetchedAt, Instant nextUpdate) {}
