package tw.gov.mocs.hub.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.TrustDecision.Untrusted;

/** Judges one path, all but its revocation. */
final class PathJudge {

  private final TrustSettings settings;

  PathJudge(TrustSettings settings) {
    this.settings = settings;
  }

  /** What is wrong with the path, from certificate to root, if anything is. */
  Optional<Untrusted> refusal(List<X509Certificate> path, CertificateUse use, Instant now) {
    X509Certificate leaf = path.get(0);
    return notInForce(path, now)
        .or(
            () ->
                UseLimits.unfit(leaf, use, settings.keyPurposes(use))
                    .map(why -> refused(ErrorCode.CERTIFICATE_USE_WRONG, leaf, why)))
        .or(() -> weak(path))
        .or(() -> demo(path))
        .or(() -> invalid(path, now));
  }

  private static Optional<Untrusted> notInForce(List<X509Certificate> path, Instant now) {
    for (X509Certificate each : path) {
      if (now.isBefore(each.getNotBefore().toInstant())
          || now.isAfter(each.getNotAfter().toInstant())) {
        String why = "in force from " + each.getNotBefore() + " to " + each.getNotAfter();
        return Optional.of(refused(ErrorCode.CERTIFICATE_NOT_IN_FORCE, each, why));
      }
    }
    return Optional.empty();
  }

  private static Optional<Untrusted> weak(List<X509Certificate> path) {
    for (int i = 0; i < path.size(); i++) {
      X509Certificate each = path.get(i);
      // The anchor is trusted as it is: its own signature proves nothing (RFC 5280 §6.1).
      Optional<String> signature =
          i == path.size() - 1 ? Optional.empty() : AlgorithmLimits.weakSignature(each);
      Optional<String> why = AlgorithmLimits.weakKey(each.getPublicKey()).or(() -> signature);
      if (why.isPresent()) {
        return Optional.of(refused(ErrorCode.CERTIFICATE_WEAK, each, why.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Untrusted> demo(List<X509Certificate> path) {
    if (settings.acceptDemoCertificates()) {
      return Optional.empty();
    }
    return path.stream()
        .filter(Certificates::isMarked)
        .findFirst()
        .map(each -> refused(ErrorCode.CERTIFICATE_UNTRUSTED, each, "made for the demo"));
  }

  /** RFC 5280 §6.1 by the JDK; revocation is asked elsewhere, because it has three answers. */
  private static Optional<Untrusted> invalid(List<X509Certificate> path, Instant now) {
    X509Certificate root = path.get(path.size() - 1);
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509")
                  .generateCertPath(path.subList(0, path.size() - 1)),
              parameters);
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.of(
          refused(ErrorCode.CERTIFICATE_UNTRUSTED, path.get(0), "not valid: " + e.getMessage()));
    }
  }

  private static Untrusted refused(ErrorCode code, X509Certificate which, String why) {
    return new Untrusted(
        code,
        why
            + " ("
            + which.getSerialNumber().toString(16)
            + " of "
            + which.getIssuerX500Principal()
            + ")");
  }
}
