package tw.gov.mocs.hub.evidence;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.CertificateUpload;
import tw.gov.mocs.hub.agency.EncryptionCertificates;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.TrustDecision.Untrusted;

/** To whom evidence may be encrypted: an agency's 加密憑證, or a certificate that somebody brings. */
@Component
public class EvidenceRecipients {

  private final Agencies agencies;
  private final EncryptionCertificates registered;
  private final CertificateVerifier verifier;

  EvidenceRecipients(
      Agencies agencies, EncryptionCertificates registered, CertificateVerifier verifier) {
    this.agencies = agencies;
    this.registered = registered;
    this.verifier = verifier;
  }

  /**
   * The certificate to which an agency's data are encrypted.
   *
   * @throws HubException NOT_FOUND, ENCRYPTION_CERTIFICATE_MISSING, REVOCATION_UNDETERMINED
   */
  public X509Certificate ofAgency(AgencyCode code) {
    long id =
        agencies
            .find(code)
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no " + code, code.value()))
            .id();
    return registered.require(id);
  }

  /**
   * A certificate in a file, PEM or DER.
   *
   * @throws HubException VALUE_INVALID for what is none; CERTIFICATE_USE_WRONG if it is not of an
   *     RSA key for encryption; and whatever else makes it unfit to be relied upon now
   */
  public X509Certificate ofFile(byte[] file) {
    CertificateUpload upload = CertificateUpload.read(file);
    X509Certificate certificate = upload.certificate();
    if (!(certificate.getPublicKey() instanceof RSAPublicKey)) {
      throw new HubException(ErrorCode.CERTIFICATE_USE_WRONG, "its key is not RSA");
    }
    if (verifier.verify(certificate, upload.others(), CertificateUse.ENCRYPTION)
        instanceof Untrusted refusal) {
      throw new HubException(refusal.code(), refusal.reason());
    }
    return certificate;
  }
}
