package tw.gov.mocs.hub.audit;

import java.security.cert.X509Certificate;

/**
 * A certificate that nobody registered and that can be relied upon, shown by who has its key.
 *
 * @param certificate the certificate
 * @param thumbprint SHA-256 of its DER form, lower-case hexadecimal
 * @param place where its key was proven
 */
public record ProvenKey(X509Certificate certificate, String thumbprint, Place place) {

  /** Where the key of a certificate was proven. */
  public enum Place {
    /** 登入: in the TLS handshake of a login to the portal. */
    LOGIN,
    /** 呼叫: by the signature of a call, which held. */
    CALL
  }
}
