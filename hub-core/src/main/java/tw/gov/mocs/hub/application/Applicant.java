package tw.gov.mocs.hub.application;

import java.security.cert.X509Certificate;
import java.util.List;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * 申請人: who acts for an agency at the portal, with the card that he logged in with.
 *
 * @param agencyId his agency
 * @param card the certificate of the login
 * @param alsoSent other certificates of that handshake, used only to build its path
 * @param actor him, for the log
 */
public record Applicant(
    long agencyId, X509Certificate card, List<X509Certificate> alsoSent, Actor actor) {

  /** Copies the certificates. */
  public Applicant {
    alsoSent = List.copyOf(alsoSent);
  }

  /** With a card whose issuers the hub knows. */
  public Applicant(long agencyId, X509Certificate card, Actor actor) {
    this(agencyId, card, List.of(), actor);
  }

  /** Of the card: SHA-256, 64 lower-case hexadecimal digits. */
  public String thumbprint() {
    return Certificates.thumbprint(card);
  }
}
