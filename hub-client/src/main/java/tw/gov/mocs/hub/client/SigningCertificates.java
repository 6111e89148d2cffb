package tw.gov.mocs.hub.client;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Date;

/** What any certificate must be, to sign an answer, whoever issued it. */
final class SigningCertificates {

  private static final int RSA_BITS = 2048;
  private static final int EC_BITS = 256;

  private SigningCertificates() {}

  static void requireUsable(X509Certificate certificate, Instant at) {
    try {
      certificate.checkValidity(Date.from(at));
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      throw new HubCallException(
          Failure.CERTIFICATE_NOT_IN_FORCE,
          e,
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant());
    }
    // RFC 5280 §4.2.1.3: bit 0 is digitalSignature; §4.2.1.9: an authority signs certificates only.
    boolean[] usage = certificate.getKeyUsage();
    if ((usage != null && !usage[0])
        || certificate.getBasicConstraints() >= 0
        || !strong(certificate)) {
      throw new HubCallException(Failure.CERTIFICATE_WEAK);
    }
  }

  private static boolean strong(X509Certificate certificate) {
    if (certificate.getPublicKey() instanceof RSAKey rsa) {
      return rsa.getModulus().bitLength() >= RSA_BITS;
    }
    return certificate.getPublicKey() instanceof ECKey ec
        && ec.getParams().getOrder().bitLength() >= EC_BITS;
  }
}
