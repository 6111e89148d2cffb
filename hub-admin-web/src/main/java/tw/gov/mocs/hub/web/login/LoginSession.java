package tw.gov.mocs.hub.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.web.WebSettings;

/**
 * The session of a login. Guarantee: its id was never known before the certificate was shown, and
 * it ends with the idle time, the life of a login, or the certificate; after each change of an
 * agency, a registered certificate or an account it is judged anew before it is shown anything.
 */
@Component
public final class LoginSession {

  private static final String JUDGED_AT = LoginSession.class.getName() + ".judgedAt";

  /** How far the clocks of two nodes may be apart, and how long a change may take to be read. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final WebSettings settings;
  private final Clock clock;

  /** When this node last heard of a change; its start, before which it heard of none. */
  private volatile Instant changedAt;

  LoginSession(WebSettings settings, Changes changes, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    changedAt = clock.instant();
    changes.listen(ChangeTopic.AGENCY, () -> changedAt = clock.instant());
  }

  /** Begins a session of its own; whatever was there before ends. */
  void begin(CardHolder holder, HttpServletRequest request, HttpServletResponse response) {
    end(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(JUDGED_AT, clock.instant());
    Authentication login =
        new PreAuthenticatedAuthenticationToken(
            holder, "", List.of(new SimpleGrantedAuthority("ROLE_" + holder.role())));
    contexts.saveContext(new SecurityContextImpl(login), request, response);
  }

  /** Ends the session of a request, if there is one. */
  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  /** Who is logged in on this thread's request. */
  public static Optional<CardHolder> holder() {
    SecurityContext context = SecurityContextHolder.getContext();
    Authentication login = context.getAuthentication();
    return login != null && login.getPrincipal() instanceof CardHolder holder
        ? Optional.of(holder)
        : Optional.empty();
  }

  /** Whether a request belongs to a login; also before {@link #holder} is known. */
  public boolean isLogin(HttpServletRequest request) {
    Authentication login = contexts.loadDeferredContext(request).get().getAuthentication();
    return login != null && login.getPrincipal() instanceof CardHolder;
  }

  /** When the login began; empty for who is not logged in. */
  public Optional<Instant> beganAt(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null || holder().isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(session.getCreationTime()));
  }

  /** How long it lasts if nothing is asked any more; empty for who is not logged in. */
  public Optional<Duration> left(HttpServletRequest request) {
    return latest(request)
        .map(latest -> Duration.between(clock.instant(), latest))
        .map(last -> last.compareTo(settings.sessionIdle()) < 0 ? last : settings.sessionIdle())
        .map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  /** When it ends in any case, whatever is asked; empty for who is not logged in. */
  public Optional<Instant> latest(HttpServletRequest request) {
    return beganAt(request).map(began -> began.plus(settings.sessionLife()));
  }

  /** Whether nothing that is asked makes it last longer. */
  public boolean isLast(HttpServletRequest request) {
    Instant idle = clock.instant().plus(settings.sessionIdle());
    return latest(request).map(latest -> !idle.isBefore(latest)).orElse(false);
  }

  /** When it ends if nothing is asked any more; empty for who is not logged in. */
  public Optional<Instant> ends(HttpServletRequest request) {
    return left(request).map(clock.instant()::plus);
  }

  /** Whether the login is older than any may be. */
  boolean isOver(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        || olderThan(Instant.ofEpochMilli(session.getCreationTime()), settings.sessionLife());
  }

  /** Whether the certificate should be judged again by now. */
  boolean isDue(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        || !(session.getAttribute(JUDGED_AT) instanceof Instant judged)
        || judged.isBefore(changedAt.plus(SKEW))
        || olderThan(judged, settings.judgeAgain());
  }

  void judged(HttpServletRequest request) {
    request.getSession().setAttribute(JUDGED_AT, clock.instant());
  }

  private boolean olderThan(Instant then, Duration most) {
    return !clock.instant().isBefore(then.plus(most));
  }
}
