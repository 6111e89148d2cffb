package tw.gov.mocs.hub.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a login whose certificate, account or time is no longer good. Guarantee: nothing is changed,
 * and nothing leaves as a file, but with a certificate that was judged in this very request.
 */
@Component
@Order(FilterOrder.CARD_WATCH)
public class CardWatch extends OncePerRequestFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD");

  private static final Pattern FILE =
      Pattern.compile(
          "/(?:progress|incidents|certificates|admin)/.*(?:/file|/files/[0-9]+|\\.[a-z0-9]+)");

  private final CardJudge judge;
  private final LoginSession sessions;
  private final LoginLog log;
  private final VerdictCookie verdicts;
  private final EndOfLogin endOfLogin;

  CardWatch(
      CardJudge judge,
      LoginSession sessions,
      LoginLog log,
      VerdictCookie verdicts,
      EndOfLogin endOfLogin) {
    this.judge = judge;
    this.sessions = sessions;
    this.log = log;
    this.verdicts = verdicts;
    this.endOfLogin = endOfLogin;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<CardHolder> holder = LoginSession.holder();
    if (holder.isPresent() && sessions.isOver(request)) {
      sessions.end(request);
      redirect(response, endOfLogin.address(request));
      return;
    }
    if (holder.isPresent() && (counts(request) || sessions.isDue(request))) {
      CardVerdict verdict = verdictOfNow(holder.get());
      if (verdict != CardVerdict.KNOWN) {
        end(holder.get(), verdict, request);
        verdicts.give(verdict, response);
        redirect(response, LoginPage.REFUSED);
        return;
      }
      sessions.judged(request);
    }
    chain.doFilter(request, response);
  }

  /** A form that is sent, a list as a file, a file. */
  private static boolean counts(HttpServletRequest request) {
    return !READS.contains(request.getMethod())
        || request.getParameter("format") != null
        || FILE.matcher(request.getRequestURI()).matches();
  }

  private CardVerdict verdictOfNow(CardHolder holder) {
    Judgement judgement = judge.judge(holder.certificates());
    boolean changed = judgement.holder().map(now -> !now.isLike(holder)).orElse(false);
    return changed ? CardVerdict.NOT_REGISTERED : judgement.verdict();
  }

  private void end(CardHolder holder, CardVerdict verdict, HttpServletRequest request) {
    log.refused(verdict, holder, holder.certificates(), request);
    sessions.end(request);
  }

  private static void redirect(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, path);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
