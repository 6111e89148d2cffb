package tw.gov.mocs.hub.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.ProvenKey;
import tw.gov.mocs.hub.audit.RefusedLogin;
import tw.gov.mocs.hub.trust.CertificateClaims;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.web.CallerAddress;

/**
 * Logins, logouts and refused logins in the log. Those refused are counted as strangers are, too.
 */
@Component
final class LoginLog {

  private static final String WHERE = "login to the portal";

  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final CallerAddress addresses;

  LoginLog(AuditLog log, TransactionTemplate transactions, CallerAddress addresses) {
    this.log = log;
    this.transactions = transactions;
    this.addresses = addresses;
  }

  void loggedIn(CardHolder holder, HttpServletRequest request) {
    act(AuditAction.LOGGED_IN, holder, addresses.of(request));
  }

  void loggedOut(CardHolder holder, HttpServletRequest request) {
    act(AuditAction.LOGGED_OUT, holder, addresses.of(request));
  }

  /**
   * A login that was refused, or that ended because the card is no longer good.
   *
   * @param owner whose card it is; null where nobody registered it
   * @param chain of the card; empty for none
   */
  void refused(
      CardVerdict verdict,
      @Nullable CardHolder owner,
      List<X509Certificate> chain,
      HttpServletRequest request) {
    act(verdict, owner, chain, request);
  }

  /** A good card that nobody registered: its key was proven in the handshake of this login. */
  void unregistered(List<X509Certificate> chain, HttpServletRequest request) {
    X509Certificate card = chain.get(0);
    ProvenKey proven = new ProvenKey(card, Certificates.thumbprint(card), ProvenKey.Place.LOGIN);
    CardVerdict verdict = CardVerdict.NOT_REGISTERED;
    log.countProven(verdict.refusal(), addresses.addressOf(request), proven, WHERE);
    act(verdict, null, chain, request);
  }

  private void act(
      CardVerdict verdict,
      @Nullable CardHolder owner,
      List<X509Certificate> chain,
      HttpServletRequest request) {
    Optional<X509Certificate> card = chain.stream().findFirst();
    log.loginRefused(
        new RefusedLogin(
            verdict.refusal(),
            new Actor(
                owner == null ? Actor.UNKNOWN : owner.name(),
                card.map(Certificates::thumbprint).orElse(null),
                addresses.of(request)),
            owner == null ? null : owner.agencyId(),
            card.map(CertificateClaims::of).orElse("")));
  }

  private void act(AuditAction action, CardHolder holder, String address) {
    transactions.executeWithoutResult(
        status ->
            log.act(
                new Act(
                    action,
                    holder.actor(address),
                    "portal",
                    holder.agencyId(),
                    null,
                    holder.role().name(),
                    null)));
  }
}
