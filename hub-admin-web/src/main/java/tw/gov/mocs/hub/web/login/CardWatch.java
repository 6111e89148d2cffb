package tw.gov.mocs.hub.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tw.gov.mocs.hub.shared.HubException;

/** Ends a login whose certificate, account or time is no longer good. */
@Component
@Order(FilterOrder.CARD_WATCH)
public class CardWatch extends OncePerRequestFilter {

  private final CardJudge judge;
  private final LoginSession sessions;
  private final LoginLog log;
  private final VerdictCookie verdicts;

  CardWatch(CardJudge judge, LoginSession sessions, LoginLog log, VerdictCookie verdicts) {
    this.judge = judge;
    this.sessions = sessions;
    this.log = log;
    this.verdicts = verdicts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<CardHolder> holder = LoginSession.holder();
    if (holder.isPresent() && sessions.isOver(request)) {
      sessions.end(request);
      redirect(response, LoginPage.ENDED);
      return;
    }
    if (holder.isPresent() && sessions.isDue(request)) {
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

  /**
   * Judges the certificate of the login at once, before a step that counts: a submission, a
   * download, a registration.
   *
   * @throws HubException with the reason of the refusal; the login has ended then
   */
  public void requireStillGood(HttpServletRequest request) {
    CardHolder holder = LoginSession.holder().orElseThrow();
    CardVerdict verdict = verdictOfNow(holder);
    if (verdict != CardVerdict.KNOWN) {
      end(holder, verdict, request);
      throw new HubException(verdict.refusal(), holder.name() + " after login: " + verdict);
    }
    sessions.judged(request);
  }

  private CardVerdict verdictOfNow(CardHolder holder) {
    Judgement judgement = judge.judge(holder.certificates());
    boolean changed = judgement.holder().map(now -> !now.isLike(holder)).orElse(false);
    return changed ? CardVerdict.NOT_REGISTERED : judgement.verdict();
  }

  private void end(CardHolder holder, CardVerdict verdict, HttpServletRequest request) {
    log.refused(verdict, holder.certificates(), request);
    sessions.end(request);
  }

  private static void redirect(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, path);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
