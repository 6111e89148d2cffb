package tw.gov.mocs.hub.agency;

import java.security.cert.X509Certificate;
import java.time.Instant;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What a certificate must be before somebody's name is put beside it. */
final class CertificateChecks {

  private CertificateChecks() {}

  /** One not yet in force is welcome: it is registered before the old one ends. */
  static void requireEndEntityInForce(X509Certificate certificate, Instant now) {
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw new HubException(
          ErrorCode.CERTIFICATE_NOT_IN_FORCE, "it expired on " + certificate.getNotAfter());
    }
    if (certificate.getBasicConstraints() >= 0) {
      throw new HubException(ErrorCode.CERTIFICATE_USE_WRONG, "it is an authority's certificate");
    }
  }
}
