package tw.gov.mocs.hub.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.web.Addresses;

/**
 * Where a browser shows its certificate: judged, logged in or refused, and on to the portal. No
 * page stands here, because each request here asks for the card again.
 */
@Component
@Order(FilterOrder.CARD_DOOR)
final class CardDoor extends OncePerRequestFilter {

  /** Where a page of the portal asks for one more handshake; it is handled like any other page. */
  private static final String HANDSHAKES = "/handshake/";

  /** What became of a login: a browser that is led here by it must not log in again. */
  private static final String SAID_BY_THE_PORTAL = "/login/";

  private final Addresses addresses;
  private final PresentedCertificate presented;
  private final CardJudge judge;
  private final LoginSession sessions;
  private final LoginLog log;
  private final VerdictCookie verdicts;
  private final CertificateAttributes attributes;

  CardDoor(
      Addresses addresses,
      PresentedCertificate presented,
      CardJudge judge,
      LoginSession sessions,
      LoginLog log,
      VerdictCookie verdicts,
      CertificateAttributes attributes) {
    this.addresses = addresses;
    this.presented = presented;
    this.judge = judge;
    this.sessions = sessions;
    this.log = log;
    this.verdicts = verdicts;
    this.attributes = attributes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!PresentedCertificate.wasAskedFor(request) || isOther(request)) {
      chain.doFilter(request, response);
      return;
    }
    if (request.getRequestURI().startsWith(SAID_BY_THE_PORTAL)) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(HttpHeaders.LOCATION, addresses.portal(request, request.getRequestURI()));
      return;
    }
    if (!request.getMethod().equals("GET")) {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, addresses.portal(request, enter(request, response)));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** Logs in if the certificate is good. Returns which page of the portal comes next. */
  private String enter(HttpServletRequest request, HttpServletResponse response) {
    List<X509Certificate> chain = presented.of(request);
    Judgement judgement = judge.judge(chain);
    Optional<CardHolder> holder = judgement.holder();
    if (holder.isEmpty()) {
      // Who shows a bad card does not go on as whoever was logged in before.
      sessions.end(request);
      if (judgement.verdict() == CardVerdict.NOT_REGISTERED) {
        log.unregistered(chain, request);
        verdicts.give(RefusedCard.unregistered(chain.get(0), attributes), response);
      } else {
        log.refused(judgement.verdict(), judgement.owner(), chain, request);
        verdicts.give(judgement.verdict(), response);
      }
      return LoginPage.REFUSED;
    }
    log.loggedIn(holder.get(), request);
    sessions.begin(holder.get(), request, response);
    return Addresses.own(request.getParameter("then"));
  }

  /** A browser asks for files by itself, and not to log in. */
  private static boolean isOther(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/static/")
        || path.equals("/favicon.ico")
        || path.startsWith(HANDSHAKES);
  }
}
