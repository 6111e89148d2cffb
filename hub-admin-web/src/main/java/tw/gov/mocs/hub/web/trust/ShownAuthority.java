package tw.gov.mocs.hub.web.trust;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.Anchor;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.web.certificate.ShownCertificate;
import tw.gov.mocs.hub.web.certificate.TimeLeft;

/**
 * An authority as pages show it.
 *
 * @param shown what every certificate says
 * @param kind whether it signed itself
 * @param pathLength how many authorities may stand below it; null if that is not limited
 * @param signature the algorithm of its signature
 * @param fingerprint its SHA-256 in groups of four, to be read out
 * @param state whether it is in force
 * @param daysLeft whole days until it ends
 * @param timeLeft how near that is
 */
record ShownAuthority(
    ShownCertificate shown,
    Anchor.Kind kind,
    @Nullable Integer pathLength,
    String signature,
    String fingerprint,
    AnchorState state,
    long daysLeft,
    TimeLeft timeLeft) {

  static ShownAuthority of(
      X509Certificate certificate, CertificateAttributes attributes, Instant now) {
    ShownCertificate shown = ShownCertificate.of(certificate, attributes);
    int length = certificate.getBasicConstraints();
    return new ShownAuthority(
        shown,
        Anchor.Kind.of(certificate),
        length == Integer.MAX_VALUE ? null : length,
        certificate.getSigAlgName(),
        shown.thumbprint().toUpperCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1 "),
        AnchorState.of(certificate, now),
        Math.max(0, Duration.between(now, shown.until()).toDays()),
        TimeLeft.until(shown.until(), now));
  }
}
