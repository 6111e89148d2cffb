package tw.gov.mocs.hub.web.certificate;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * What a certificate says, as a page shows it.
 *
 * @param subject whose it is, RFC 2253 with the names of its parts
 * @param cardNumber 卡號; null where it names none
 * @param serial its number at the issuer, hexadecimal
 * @param issuer who issued it
 * @param from since when it is in force
 * @param until when it ends
 * @param key kind and length of its key
 * @param thumbprint SHA-256 of its DER form
 */
public record ShownCertificate(
    String subject,
    @Nullable String cardNumber,
    String serial,
    String issuer,
    Instant from,
    Instant until,
    String key,
    String thumbprint) {

  /** As it is shown. */
  public static ShownCertificate of(X509Certificate certificate, CertificateAttributes attributes) {
    return new ShownCertificate(
        certificate.getSubjectX500Principal().toString(),
        attributes.cardNumber(certificate).orElse(null),
        certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
        certificate.getIssuerX500Principal().toString(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        key(certificate.getPublicKey()),
        Certificates.thumbprint(certificate));
  }

  private static String key(PublicKey key) {
    if (key instanceof RSAKey rsa) {
      return key.getAlgorithm() + " " + rsa.getModulus().bitLength();
    }
    return key instanceof ECKey ec
        ? key.getAlgorithm() + " " + ec.getParams().getCurve().getField().getFieldSize()
        : key.getAlgorithm();
  }
}
