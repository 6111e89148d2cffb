package tw.gov.mocs.hub.agency;

import java.time.Instant;

/**
 * What an agency has to do with the key of a certificate to propose it.
 *
 * @param nonce names the challenge; it counts once, for this certificate of this agency
 * @param thumbprint of the certificate
 * @param kind what is asked of the key
 * @param text for SIGN the statement to be signed, byte for byte in UTF-8; for DECRYPT a CMS
 *     EnvelopedData in PEM form, to be answered with the 64 digits that stand in it
 * @param until when it ends
 */
public record CertificateChallenge(
    String nonce, String thumbprint, Kind kind, String text, Instant until) {

  /** How possession of the key is proven. */
  public enum Kind {
    /** By a signature: {@code openssl dgst -sha256 -sign key.pem}, or CMS SignedData. */
    SIGN,
    /** By decryption, where the certificate does not let its key sign: {@code openssl cms}. */
    DECRYPT
  }
}
