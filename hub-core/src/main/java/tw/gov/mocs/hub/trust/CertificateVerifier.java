package tw.gov.mocs.hub.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Decides whether a certificate can be relied upon now (RFC 5280 §6). */
@Component
public class CertificateVerifier {

  /**
   * The decision for one certificate and use, now; a recent decision is used again for a short
   * time.
   *
   * @param certificate the leaf
   * @param alsoSent other certificates of the message, used only to build the path
   * @param use what it is to be used for
   */
  public TrustDecision verify(
      X509Certificate certificate, List<X509Certificate> alsoSent, CertificateUse use) {
    throw new UnsupportedOperationException("being built");
  }
}
