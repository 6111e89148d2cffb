package tw.gov.mocs.hub.web.certificate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.CertificateStanding;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.RevocationEvidence;

/**
 * A registered certificate in the list of its agency.
 *
 * @param shown what it says
 * @param uses what it may be used for
 * @param confirmedAt since when it is registered
 * @param daysLeft whole days until it ends
 * @param timeLeft how near that is
 * @param fault why it cannot be relied upon; null if it can
 * @param answer how its revocation was asked: CRL or OCSP; null if there is a fault
 * @param answeredAt when the authority made that answer
 * @param withinGrace whether the answer is outdated, but not by too much
 */
record CertificateLine(
    ShownCertificate shown,
    List<CertificateUse> uses,
    Instant confirmedAt,
    long daysLeft,
    TimeLeft timeLeft,
    @Nullable ErrorCode fault,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    boolean withinGrace) {

  /** The sign beside the days left; null where nothing is good, however many are left. */
  public @Nullable String timeSign() {
    return fault != null && timeLeft == TimeLeft.ENOUGH ? null : timeLeft.sign();
  }

  static CertificateLine of(
      CertificateStanding standing, CertificateAttributes attributes, Instant now) {
    ShownCertificate shown = ShownCertificate.of(standing.registered().certificate(), attributes);
    RevocationEvidence revocation = standing.revocation();
    return new CertificateLine(
        shown,
        standing.registered().uses().stream().sorted().toList(),
        standing.registered().confirmedAt(),
        standing.daysLeft(),
        TimeLeft.until(shown.until(), now),
        standing.fault(),
        // Only how: whence the hub has its lists is not for others.
        revocation == null ? null : revocation.source().replaceFirst(" .*", ""),
        revocation == null ? null : revocation.producedAt(),
        revocation != null && revocation.withinGrace());
  }
}
