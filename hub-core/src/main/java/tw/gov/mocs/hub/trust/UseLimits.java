package tw.gov.mocs.hub.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Whether a certificate says that it is for a use (RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.12). */
final class UseLimits {

  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int DATA_ENCIPHERMENT = 3;
  private static final int KEY_AGREEMENT = 4;
  private static final int KEY_CERT_SIGN = 5;

  private UseLimits() {}

  /** Why the certificate is not for this use, if it is not. */
  static Optional<String> unfit(
      X509Certificate certificate, CertificateUse use, List<String> purposesAllowed) {
    if (certificate.getVersion() != 3) {
      return Optional.of("not a version 3 certificate");
    }
    if (certificate.getBasicConstraints() >= 0) {
      return Optional.of("a certificate of an authority");
    }
    boolean[] bits = certificate.getKeyUsage();
    if (bits != null && (bits[KEY_CERT_SIGN] || !hasOne(bits, use))) {
      return Optional.of("key usage does not allow " + use);
    }
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      if (purposes != null && purposes.stream().noneMatch(purposesAllowed::contains)) {
        return Optional.of("extended key usage " + purposes + " does not allow " + use);
      }
    } catch (CertificateParsingException e) {
      return Optional.of("extended key usage cannot be read");
    }
    return Optional.empty();
  }

  private static boolean hasOne(boolean[] bits, CertificateUse use) {
    return switch (use) {
      case LOGIN, CALL -> bits[DIGITAL_SIGNATURE] || bits[NON_REPUDIATION];
      case ENCRYPTION -> bits[KEY_ENCIPHERMENT] || bits[DATA_ENCIPHERMENT] || bits[KEY_AGREEMENT];
    };
  }
}
