package tw.gov.mocs.hub.agency;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * A certificate as it is uploaded, with others that may stand behind it in the file.
 *
 * @param certificate the first of the file
 * @param others its issuers, if the file has them
 */
public record CertificateUpload(X509Certificate certificate, List<X509Certificate> others) {

  /** Copies the others. */
  public CertificateUpload {
    others = List.copyOf(others);
  }

  /**
   * Reads PEM or DER.
   *
   * @throws HubException VALUE_INVALID if it is empty, too large, no certificate, or holds a
   *     private key
   */
  public static CertificateUpload read(byte[] file) {
    if (file.length == 0) {
      throw refused("空白");
    }
    if (file.length > CertificateProposals.MAX_CERTIFICATE_BYTES) {
      throw refused("超過 " + CertificateProposals.MAX_CERTIFICATE_BYTES + " 位元組");
    }
    if (new String(file, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY-----")) {
      // Whoever uploads his key must learn at once that it is no longer a secret.
      throw refused("含有私密金鑰；此金鑰應視為已外洩，請重新申請憑證");
    }
    try {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(file));
      List<X509Certificate> all = read.stream().map(X509Certificate.class::cast).toList();
      if (all.isEmpty()) {
        throw refused("不是 PEM 或 DER 格式的 X.509 憑證");
      }
      return new CertificateUpload(all.get(0), all.subList(1, all.size()));
    } catch (CertificateException e) {
      throw refused("不是 PEM 或 DER 格式的 X.509 憑證");
    }
  }

  private static HubException refused(String why) {
    return new HubException(ErrorCode.VALUE_INVALID, "the uploaded certificate", "憑證檔", why);
  }
}
