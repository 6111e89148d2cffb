package tw.gov.mocs.hub.trust;

import java.time.Instant;

/**
 * One answer of an OCSP responder, its signature verified.
 *
 * @param state good, revoked, or UNDETERMINED where the responder does not know the certificate
 * @param thisUpdate as of when
 * @param nextUpdate until when it counts
 * @param askedAt when the hub asked
 */
record OcspAnswer(RevocationState state, Instant thisUpdate, Instant nextUpdate, Instant askedAt) {}
