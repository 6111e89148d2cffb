package tw.gov.mocs.hub.agency;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What gives somebody the rights of an administrator once a second person confirms it.
 *
 * @param id key in the database
 * @param kind what it is
 * @param name of the account
 * @param displayName how pages name it
 * @param certificate of the card that shall log in to it; null for ROLE
 * @param reason why
 * @param status where it stands
 * @param proposedAt when
 * @param proposedBy the actor's name
 * @param proposerThumbprint the card that he was logged in with
 */
public record AdministratorProposal(
    long id,
    Kind kind,
    String name,
    String displayName,
    @Nullable X509Certificate certificate,
    String reason,
    ProposalStatus status,
    Instant proposedAt,
    String proposedBy,
    @Nullable String proposerThumbprint) {

  /** What it is. */
  public enum Kind {
    /** A new account. */
    CREATE,
    /** An account gets the role. */
    ROLE,
    /** An administrator's account gets one more card. */
    CARD
  }
}
