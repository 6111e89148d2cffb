package tw.gov.mocs.hub.evidence;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * That the signature of a request holds.
 *
 * @param certificate whose key signed it
 * @param bodyDigest the digest of its Body, as in its Reference
 */
public record RequestSignature(X509Certificate certificate, byte[] bodyDigest) {

  /** How it is said that a part was changed after it was signed; %s is the part. */
  public static final String CHANGED_PART = "%s was changed after it was signed";

  /** How it is said that a part was never what anybody can sign; then why. */
  public static final String NO_CANONICAL_FORM = "%s has no canonical form: %s";

  /** How it is said that all parts are as they were signed, by another key. */
  public static final String OTHER_VALUE =
      "the signature value is not that of what is signed under the key of the certificate";

  /** Verifies signed requests; a HubException for one whose signature does not hold. */
  @FunctionalInterface
  public interface Verifier {

    /** What holds of the message; {@code known} are those that its token may only name. */
    RequestSignature verify(byte[] message, List<X509Certificate> known);
  }
}
