package tw.gov.mocs.hub.application;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.TrustDecision;
import tw.gov.mocs.hub.trust.TrustDecision.Trusted;
import tw.gov.mocs.hub.trust.TrustDecision.Untrusted;

/** Whether a card may still apply for its agency: it may have been revoked since the login. */
@Component
class LoginCards {

  private final Agencies agencies;
  private final CertificateVerifier verifier;

  LoginCards(Agencies agencies, CertificateVerifier verifier) {
    this.agencies = agencies;
    this.verifier = verifier;
  }

  /**
   * The registration of the applicant's card.
   *
   * @throws HubException CERTIFICATE_NOT_REGISTERED, NOT_PERMITTED for another agency's,
   *     CERTIFICATE_USE_WRONG if it is not registered for 登入, AGENCY_SUSPENDED
   */
  RegisteredCertificate registered(Applicant applicant) {
    RegisteredCertificate card =
        agencies
            .findCertificate(applicant.card())
            .orElseThrow(
                () ->
                    new HubException(ErrorCode.CERTIFICATE_NOT_REGISTERED, applicant.thumbprint()));
    if (card.agencyId() != applicant.agencyId()) {
      throw new HubException(
          ErrorCode.NOT_PERMITTED, "a certificate of another agency: " + card.thumbprint());
    }
    if (!card.uses().contains(CertificateUse.LOGIN)) {
      throw new HubException(ErrorCode.CERTIFICATE_USE_WRONG, "not registered for login");
    }
    if (agencies.get(card.agencyId()).suspended()) {
      throw new HubException(ErrorCode.AGENCY_SUSPENDED, "agency " + card.agencyId());
    }
    return card;
  }

  /**
   * The decision to trust it now.
   *
   * @param sent further certificates that came with the signature
   * @throws HubException the code of {@link Untrusted}
   */
  Trusted trusted(Applicant applicant, List<X509Certificate> sent) {
    List<X509Certificate> also = new ArrayList<>(sent);
    also.addAll(applicant.alsoSent());
    TrustDecision decision = verifier.verify(applicant.card(), also, CertificateUse.LOGIN);
    if (decision instanceof Untrusted refusal) {
      throw new HubException(refusal.code(), refusal.reason());
    }
    return (Trusted) decision;
  }
}
