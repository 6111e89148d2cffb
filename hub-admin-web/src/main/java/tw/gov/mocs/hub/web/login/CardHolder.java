package tw.gov.mocs.hub.web.login;

import java.io.Serializable;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * Who is logged in: an account of the ministry or a card of an agency, with the certificate that
 * was shown. It is kept in the session.
 *
 * @param name how the log names it: the account's name, or the agency's code for a card without one
 * @param displayName how pages name it
 * @param role its one role
 * @param agencyId the agency of an AGENCY_USER, null for all others
 * @param thumbprint SHA-256 of the certificate, 64 lower-case hexadecimal digits
 * @param cardNumber 卡號; null where the certificate names none
 * @param chain the presented certificates in DER form, the holder's first
 */
public record CardHolder(
    String name,
    String displayName,
    Role role,
    @Nullable Long agencyId,
    String thumbprint,
    @Nullable String cardNumber,
    List<byte[]> chain)
    implements Principal, Serializable {

  private static final long serialVersionUID = 1L;

  /** Copies the chain. */
  public CardHolder {
    chain = List.copyOf(chain);
  }

  @Override
  public String getName() {
    return name;
  }

  /** The certificate that was shown at login. */
  public X509Certificate certificate() {
    return Certificates.parse(chain.get(0));
  }

  /** The presented chain, the holder's certificate first. */
  List<X509Certificate> certificates() {
    return chain.stream().map(Certificates::parse).toList();
  }

  /** Who acts, for the log. */
  public Actor actor(String address) {
    return new Actor(name, thumbprint, address);
  }

  /** Whether this is who acted under this name or with this card. */
  public boolean isSamePersonAs(String earlierName, @Nullable String earlierCard) {
    return new Actor(name, thumbprint, null).isSamePersonAs(earlierName, earlierCard);
  }

  /** The agency that this person acts for; an IllegalStateException for the ministry's people. */
  public long requireAgency() {
    if (agencyId == null) {
      throw new IllegalStateException(name + " acts for no agency");
    }
    return agencyId;
  }

  /** Whether it is still the same person with the same rights. */
  boolean isLike(CardHolder other) {
    return name.equals(other.name)
        && role == other.role
        && Objects.equals(agencyId, other.agencyId);
  }
}
