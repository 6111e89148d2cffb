package tw.gov.mocs.hub.web.agency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tw.gov.mocs.hub.agency.KeptCertificate;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.web.certificate.ShownCertificate;
import tw.gov.mocs.hub.web.certificate.TimeLeft;

/**
 * A certificate as the pages of the administration show it.
 *
 * @param kept what the ministry keeps of it
 * @param shown what it says
 * @param uses what it may or shall be used for
 * @param daysLeft whole days until it ends
 * @param timeLeft how near that is
 * @param path the address of its page
 */
record KeptLine(
    KeptCertificate kept,
    ShownCertificate shown,
    List<CertificateUse> uses,
    long daysLeft,
    TimeLeft timeLeft,
    String path) {

  static KeptLine of(KeptCertificate kept, CertificateAttributes attributes, Instant now) {
    String path = kept.proposalId() == null ? kept.thumbprint() : "proposals/" + kept.proposalId();
    return new KeptLine(
        kept,
        ShownCertificate.of(kept.certificate(), attributes),
        kept.uses().stream().sorted().toList(),
        Math.max(0, Duration.between(now, kept.ends()).toDays()),
        TimeLeft.until(kept.ends(), now),
        "/admin/certificates/" + path);
  }
}
