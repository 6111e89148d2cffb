package tw.gov.mocs.hub.agency;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.RevocationEvidence;
import tw.gov.mocs.hub.trust.TrustDecision;
import tw.gov.mocs.hub.trust.TrustDecision.Trusted;
import tw.gov.mocs.hub.trust.TrustDecision.Untrusted;

/** 憑證管理: an agency's certificates, and whether each of them can be used now. */
@Component
public class CertificateStandings {

  private final Agencies agencies;
  private final CertificateVerifier verifier;
  private final Clock clock;

  CertificateStandings(Agencies agencies, CertificateVerifier verifier, Clock clock) {
    this.agencies = agencies;
    this.verifier = verifier;
    this.clock = clock;
  }

  /** Those of an agency that were not withdrawn, those confirmed first first. */
  public List<CertificateStanding> of(long agencyId) {
    return agencies.certificatesOf(agencyId).stream().map(this::standing).toList();
  }

  /** Any certificate, for these uses, by what the hub holds of its revocation. */
  public CertificateExamination examine(X509Certificate certificate, Set<CertificateUse> uses) {
    List<X509Certificate> path = List.of();
    ErrorCode fault = null;
    RevocationEvidence revocation = null;
    for (CertificateUse use : new TreeSet<>(uses)) {
      TrustDecision decision = verifier.verify(certificate, List.of(), use);
      if (decision instanceof Untrusted refusal && fault == null) {
        fault = refusal.code();
      } else if (decision instanceof Trusted trusted) {
        path = trusted.path();
        revocation = trusted.revocation();
      }
    }
    return fault == null
        ? new CertificateExamination(path, null, revocation)
        : new CertificateExamination(List.of(), fault, null);
  }

  /** The same, after everything that its issuers and responders say of it was fetched anew. */
  public CertificateExamination examineAnew(X509Certificate certificate, Set<CertificateUse> uses) {
    verifier.fetchRevocation(certificate);
    return examine(certificate, uses);
  }

  private CertificateStanding standing(RegisteredCertificate registered) {
    Duration left =
        Duration.between(clock.instant(), registered.certificate().getNotAfter().toInstant());
    CertificateExamination found = examine(registered.certificate(), registered.uses());
    return new CertificateStanding(
        registered, Math.max(0, left.toDays()), found.fault(), found.revocation());
  }
}
