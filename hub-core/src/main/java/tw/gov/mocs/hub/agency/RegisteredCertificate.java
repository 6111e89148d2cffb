package tw.gov.mocs.hub.agency;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.CertificateUse;

/**
 * 憑證: a certificate that someone at the ministry confirmed for an agency.
 *
 * @param id key in the database
 * @param agencyId whose it is
 * @param certificate the certificate
 * @param thumbprint SHA-256 of its DER form, 64 lower-case hexadecimal digits
 * @param uses what it may be used for
 * @param cardNumber 卡號, where it is on a card
 * @param confirmedAt since when it counts
 * @param countsUntil the end of its last day, where one was set before its own end
 */
public record RegisteredCertificate(
    long id,
    long agencyId,
    X509Certificate certificate,
    String thumbprint,
    Set<CertificateUse> uses,
    @Nullable String cardNumber,
    Instant confirmedAt,
    @Nullable Instant countsUntil) {

  /** Copies the uses. */
  public RegisteredCertificate {
    uses = Set.copyOf(uses);
  }

  /** Whether nobody said that it ends before now. */
  boolean countsAt(Instant now) {
    return countsUntil == null || now.isBefore(countsUntil);
  }
}
