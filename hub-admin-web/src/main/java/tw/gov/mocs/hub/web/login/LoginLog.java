package tw.gov.mocs.hub.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.ProvenKey;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.web.CallerAddress;

/** Logins and logouts in the log. Strangers are counted, so that they cannot fill it. */
@Component
final class LoginLog {

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

  void refused(CardVerdict verdict, List<X509Certificate> chain, HttpServletRequest request) {
    String thumbprint = chain.isEmpty() ? null : Certificates.thumbprint(chain.get(0));
    InetAddress address = addresses.addressOf(request);
    log.countRefusal(verdict.refusal(), address, thumbprint, "login to the portal");
  }

  /** A good card that nobody registered: its key was proven in the handshake of this login. */
  void unregistered(X509Certificate card, HttpServletRequest request) {
    ProvenKey proven = new ProvenKey(card, Certificates.thumbprint(card), ProvenKey.Place.LOGIN);
    log.countProven(
        CardVerdict.NOT_REGISTERED.refusal(),
        addresses.addressOf(request),
        proven,
        "login to the portal");
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
