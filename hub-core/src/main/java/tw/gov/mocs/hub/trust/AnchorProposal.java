package tw.gov.mocs.hub.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authority that shall be trusted, or no more, once a second person confirms it.
 *
 * @param id key in the database
 * @param kind what shall happen
 * @param certificate the authority's
 * @param sources where the revocation of what it issues shall be asked
 * @param reason why
 * @param status where it stands
 * @param proposedAt when
 * @param proposedBy the actor's name
 * @param proposerThumbprint the card that he was logged in with
 */
public record AnchorProposal(
    long id,
    Kind kind,
    X509Certificate certificate,
    Anchor.Sources sources,
    String reason,
    Status status,
    Instant proposedAt,
    String proposedBy,
    @Nullable String proposerThumbprint) {

  /** What shall happen. */
  public enum Kind {
    /** It is trusted, or known as an intermediate. */
    ADD,
    /** It is so no more. */
    WITHDRAW
  }

  /** Where it stands; all but the first are final. */
  public enum Status {
    /** 待確認. */
    PROPOSED,
    /** 已確認: it happened. */
    CONFIRMED,
    /** 不予確認, with a reason. */
    DECLINED
  }

  /** Whose certificate it is, RFC 2253 with the names of its parts. */
  public String subject() {
    return certificate.getSubjectX500Principal().toString();
  }

  /** SHA-256 of the certificate's DER form, lower-case hexadecimal. */
  public String thumbprint() {
    return Certificates.thumbprint(certificate);
  }
}
