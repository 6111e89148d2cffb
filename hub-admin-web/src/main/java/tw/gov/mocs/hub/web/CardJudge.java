package tw.gov.mocs.hub.web;

import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Accounts;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.TrustDecision;

/** Judges the certificate that a browser presented: trusted for 登入, and somebody's we know. */
@Component
final class CardJudge {

  private final CertificateVerifier verifier;
  private final Agencies agencies;
  private final Accounts accounts;

  CardJudge(CertificateVerifier verifier, Agencies agencies, Accounts accounts) {
    this.verifier = verifier;
    this.agencies = agencies;
    this.accounts = accounts;
  }

  /**
   * The verdict of now.
   *
   * @param presented the chain of the TLS handshake, leaf first; empty if there was none
   */
  CardVerdict judge(List<X509Certificate> presented) {
    if (presented.isEmpty()) {
      return CardVerdict.NONE;
    }
    X509Certificate leaf = presented.get(0);
    TrustDecision decision =
        verifier.verify(leaf, presented.subList(1, presented.size()), CertificateUse.LOGIN);
    if (decision instanceof TrustDecision.Untrusted untrusted) {
      return CardVerdict.of(untrusted.code());
    }
    return isSomebodys(leaf)
        ? CardVerdict.KNOWN
        : CardVerdict.of(ErrorCode.CERTIFICATE_NOT_REGISTERED);
  }

  private boolean isSomebodys(X509Certificate leaf) {
    return accounts.findByCertificate(leaf).isPresent()
        || agencies
            .findCertificate(leaf)
            .filter(registered -> registered.uses().contains(CertificateUse.LOGIN))
            .isPresent();
  }
}
