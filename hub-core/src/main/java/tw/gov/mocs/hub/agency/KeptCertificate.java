package tw.gov.mocs.hub.agency;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.CertificateUse;

/**
 * A certificate as the ministry keeps it, whatever became of it.
 *
 * @param agency whose it is
 * @param certificate the certificate
 * @param thumbprint SHA-256 of its DER form, 64 lower-case hexadecimal digits
 * @param uses what it may or shall be used for
 * @param cardNumber 卡號, where it is on a card
 * @param state where it stands
 * @param since when it was confirmed, or proposed
 * @param by who confirmed or proposed it
 * @param countsUntil the end of its last day, where one was set before its own end
 * @param proposalId the key of its proposal while it is none but that; null once it is registered
 * @param version counts its changes
 */
public record KeptCertificate(
    Agency agency,
    X509Certificate certificate,
    String thumbprint,
    Set<CertificateUse> uses,
    @Nullable String cardNumber,
    CertificateState state,
    Instant since,
    String by,
    @Nullable Instant countsUntil,
    @Nullable Long proposalId,
    long version) {

  /** Copies the uses. */
  public KeptCertificate {
    uses = Set.copyOf(uses);
  }

  /** When it ends: by itself, or before that where somebody said so. */
  public Instant ends() {
    Instant own = certificate.getNotAfter().toInstant();
    return countsUntil != null && countsUntil.isBefore(own) ? countsUntil : own;
  }
}
