package tw.gov.mocs.hub.agency;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.CertificateUse;

/**
 * A certificate that an agency proposes, its key proven to be the agency's, or that an
 * administrator proposes for it.
 *
 * @param id key in the database
 * @param agencyId whose it is
 * @param certificate the certificate
 * @param thumbprint SHA-256 of its DER form, lower-case hexadecimal
 * @param uses what it shall be used for
 * @param status where it stands
 * @param statement what was signed, or the answer that was decrypted; null for an administrator's
 * @param proof the signature; empty for an administrator's
 * @param proposedAt when
 * @param proposedBy the actor's name
 * @param proposerThumbprint the card that the proposer was logged in with
 * @param decidedAt when it was confirmed, declined or withdrawn
 * @param decidedBy by whom
 * @param reason why it was declined
 */
public record CertificateProposal(
    long id,
    long agencyId,
    X509Certificate certificate,
    String thumbprint,
    Set<CertificateUse> uses,
    ProposalStatus status,
    @Nullable String statement,
    byte[] proof,
    Instant proposedAt,
    String proposedBy,
    String proposerThumbprint,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String reason) {

  /** Copies the uses. */
  public CertificateProposal {
    uses = Set.copyOf(uses);
  }

  /** Whether its agency has proven that it has the key. */
  public boolean isProven() {
    return proof.length > 0;
  }
}
