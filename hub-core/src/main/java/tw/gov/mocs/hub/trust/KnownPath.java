package tw.gov.mocs.hub.trust;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate with its path and what the authorities say of it now.
 *
 * @param path from the certificate to a trusted root, or the certificate alone if none leads there
 * @param proofs what they say of each of its certificates but the root, good or bad
 */
public record KnownPath(List<X509Certificate> path, List<RevocationProof> proofs) {

  /** Copies both. */
  public KnownPath {
    path = List.copyOf(path);
    proofs = List.copyOf(proofs);
  }
}
