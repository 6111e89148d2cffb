package tw.gov.mocs.hub.trust;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Certificates as bytes, and the number that names one. */
public final class Certificates {

  private static final String CERTIFICATE_POLICIES = "2.5.29.32";

  private Certificates() {}

  /**
   * Reads one certificate.
   *
   * @param der its DER form
   * @throws HubException CERTIFICATE_UNTRUSTED if it cannot be read
   */
  public static X509Certificate parse(byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new HubException(ErrorCode.CERTIFICATE_UNTRUSTED, "not a certificate", e);
    }
  }

  /** The DER form. */
  public static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new HubException(ErrorCode.CERTIFICATE_UNTRUSTED, "it has no DER form", e);
    }
  }

  /** SHA-256 of the DER form, 64 lower-case hexadecimal digits. */
  public static String thumbprint(X509Certificate certificate) {
    return HexFormat.of().formatHex(Digests.sha256(der(certificate)));
  }

  /** Whether it was made for a demo or a sandbox; what cannot be read is taken for it. */
  public static boolean isMarked(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(CERTIFICATE_POLICIES);
    if (extension == null) {
      return false;
    }
    try {
      return CertificatePolicies.getInstance(ASN1OctetString.getInstance(extension).getOctets())
              .getPolicyInformation(new ASN1ObjectIdentifier(CertificateVerifier.DEMO_POLICY))
          != null;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
