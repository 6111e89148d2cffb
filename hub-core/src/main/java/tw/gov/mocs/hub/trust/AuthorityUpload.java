package tw.gov.mocs.hub.trust;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * An authority's certificate as it is uploaded, and what it must be before anybody relies on it.
 */
public final class AuthorityUpload {

  /** Size of the file, PEM or DER. */
  public static final int MAX_BYTES = 16 * 1024;

  private static final int CERT_SIGN = 5;

  private AuthorityUpload() {}

  /**
   * Reads PEM or DER.
   *
   * @throws HubException VALUE_INVALID if it is empty, too large, no certificate, more than one, or
   *     holds a private key
   */
  public static X509Certificate read(byte[] file) {
    if (file.length == 0) {
      throw refused("空白");
    }
    if (file.length > MAX_BYTES) {
      throw refused("超過 " + MAX_BYTES + " 位元組");
    }
    if (new String(file, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY-----")) {
      throw refused("含有私密金鑰；此金鑰應視為已外洩，請重新申請憑證");
    }
    try {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(file));
      if (read.size() > 1) {
        // Whoever compares one fingerprint by telephone must not add a second one unseen.
        throw refused("含有數張憑證，請一次上傳一張");
      }
      if (read.iterator().hasNext()) {
        return (X509Certificate) read.iterator().next();
      }
    } catch (CertificateException e) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "not a certificate", e, "憑證檔", "不是 PEM 或 DER 格式的 X.509 憑證");
    }
    throw refused("不是 PEM 或 DER 格式的 X.509 憑證");
  }

  /**
   * What every authority must be, by whichever way it is added.
   *
   * @throws HubException VALUE_INVALID if it is no authority's certificate or has expired;
   *     CERTIFICATE_WEAK
   */
  static void requireAuthority(X509Certificate certificate, Instant now) {
    boolean[] keyUsage = certificate.getKeyUsage();
    if (certificate.getBasicConstraints() < 0 || (keyUsage != null && !keyUsage[CERT_SIGN])) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "not an authority's certificate", "憑證", "不是憑證機構");
    }
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw new HubException(ErrorCode.VALUE_INVALID, "it has expired", "憑證", "已過期");
    }
    Optional<String> weak =
        AlgorithmLimits.weakKey(certificate.getPublicKey())
            .or(() -> AlgorithmLimits.weakSignature(certificate));
    if (weak.isPresent()) {
      throw new HubException(ErrorCode.CERTIFICATE_WEAK, weak.get());
    }
  }

  /** Whether it names itself as its issuer and its own key made its signature. */
  public static boolean isSelfSigned(X509Certificate certificate) {
    try {
      certificate.verify(certificate.getPublicKey());
      return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static HubException refused(String why) {
    return new HubException(ErrorCode.VALUE_INVALID, "the uploaded authority", "憑證檔", why);
  }
}
