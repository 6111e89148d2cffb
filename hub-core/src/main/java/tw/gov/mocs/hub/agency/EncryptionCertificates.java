package tw.gov.mocs.hub.agency;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.TrustDecision;
import tw.gov.mocs.hub.trust.TrustDecision.Untrusted;

/** To which certificate of an agency (加密憑證) its data are encrypted. */
@Component
public class EncryptionCertificates {

  private static final Comparator<RegisteredCertificate> NEWEST_FIRST =
      Comparator.comparing(
              (RegisteredCertificate each) -> each.certificate().getNotBefore().toInstant())
          .reversed();

  private final Agencies agencies;
  private final CertificateVerifier verifier;

  EncryptionCertificates(Agencies agencies, CertificateVerifier verifier) {
    this.agencies = agencies;
    this.verifier = verifier;
  }

  /**
   * The newest one that can be relied upon now: while a certificate is renewed two overlap, and the
   * agency is about to forget the older one.
   *
   * @throws HubException ENCRYPTION_CERTIFICATE_MISSING if there is none; REVOCATION_UNDETERMINED
   *     if there would be one, were its revocation known
   */
  public X509Certificate require(long agencyId) {
    List<RegisteredCertificate> candidates =
        agencies.certificatesOf(agencyId).stream()
            .filter(each -> each.uses().contains(CertificateUse.ENCRYPTION))
            .sorted(NEWEST_FIRST)
            .toList();
    ErrorCode code = ErrorCode.ENCRYPTION_CERTIFICATE_MISSING;
    StringBuilder why = new StringBuilder("certificates for encryption: " + candidates.size());
    for (RegisteredCertificate candidate : candidates) {
      TrustDecision decision = decide(candidate.certificate());
      if (!(decision instanceof Untrusted refusal)) {
        return candidate.certificate();
      }
      if (refusal.code() == ErrorCode.REVOCATION_UNDETERMINED) {
        // The agency has done its part: to tell it to register another would mislead it.
        code = refusal.code();
      }
      why.append("; ").append(candidate.thumbprint()).append(": ").append(refusal.reason());
    }
    throw new HubException(code, why.toString());
  }

  /**
   * Refuses what was encrypted to a certificate of whose key nobody knows any more who holds it:
   * one that was revoked or withdrawn since. One that merely ended is still the agency's.
   *
   * @param thumbprint of the certificate that it was encrypted to
   * @throws HubException DELIVERY_CERTIFICATE_UNUSABLE; REVOCATION_UNDETERMINED
   */
  public void requireStillOwn(long agencyId, String thumbprint) {
    RegisteredCertificate registered =
        agencies.certificatesOf(agencyId).stream()
            .filter(each -> each.thumbprint().equals(thumbprint))
            .findFirst()
            .orElseThrow(() -> lost(thumbprint, "withdrawn"));
    if (decide(registered.certificate()) instanceof Untrusted refusal
        && refusal.code() != ErrorCode.CERTIFICATE_NOT_IN_FORCE) {
      if (refusal.code() == ErrorCode.REVOCATION_UNDETERMINED) {
        throw new HubException(refusal.code(), thumbprint + ": " + refusal.reason());
      }
      throw lost(thumbprint, refusal.reason());
    }
  }

  private static HubException lost(String thumbprint, String why) {
    return new HubException(
        ErrorCode.DELIVERY_CERTIFICATE_UNUSABLE, thumbprint + ": " + why, thumbprint);
  }

  private TrustDecision decide(X509Certificate certificate) {
    if (certificate.getPublicKey() instanceof RSAPublicKey) {
      return verifier.verify(certificate, List.of(), CertificateUse.ENCRYPTION);
    }
    return new Untrusted(ErrorCode.CERTIFICATE_USE_WRONG, "its key is not RSA");
  }
}
