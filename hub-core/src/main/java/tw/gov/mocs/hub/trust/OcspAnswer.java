package tw.gov.mocs.hub.trust;

import java.time.Instant;
import java.util.List;

/**
 * One answer of an OCSP responder, its signature verified.
 *
 * @param state good, revoked, or UNDETERMINED where the responder does not know the certificate
 * @param thisUpdate as of when
 * @param nextUpdate until when it counts
 * @param askedAt when the hub asked
 * @param response as it was sent
 */
record OcspAnswer(
    RevocationState state,
    Instant thisUpdate,
    Instant nextUpdate,
    Instant askedAt,
    byte[] response) {

  /** For whoever wants to verify it again. */
  List<RevocationProof> proofs(String source) {
    return List.of(
        new RevocationProof(
            RevocationProof.Kind.OCSP, source, thisUpdate, nextUpdate, response::clone));
  }
}
