package tw.gov.mocs.hub.web.login;

import java.util.Map;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The logins of a card, in all browsers and on all nodes. */
@Component
public final class CardSessions {

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  CardSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /**
   * Ends them.
   *
   * @param name of the account, as it logs in
   * @param thumbprint of the card
   */
  public void end(String name, String thumbprint) {
    Map<String, ? extends Session> all = sessions.findByPrincipalName(name);
    all.values().stream()
        .filter(session -> isOf(session, thumbprint))
        .forEach(session -> sessions.deleteById(session.getId()));
  }

  private static boolean isOf(Session session, String thumbprint) {
    Object context =
        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    return context instanceof SecurityContext known
        && known.getAuthentication() != null
        && known.getAuthentication().getPrincipal() instanceof CardHolder holder
        && holder.thumbprint().equals(thumbprint);
  }
}
