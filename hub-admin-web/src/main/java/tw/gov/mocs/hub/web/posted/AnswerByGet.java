package tw.gov.mocs.hub.web.posted;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import tw.gov.mocs.hub.web.Addresses;
import tw.gov.mocs.hub.web.login.FilterOrder;
import tw.gov.mocs.hub.web.login.LoginSession;

/**
 * Leads from a form to the page that answers it: what was wrong with it, what it would do. Else a
 * browser that goes back to that page would ask whether to send the form again, or show an error of
 * its own. Guarantee: a kept page is shown to the login that sent its form alone, at the address of
 * the page that the form stands on, and is forgotten once the form was accepted.
 */
@Component
@Order(FilterOrder.ANSWERS)
public final class AnswerByGet extends OncePerRequestFilter {

  /** Names the answer in the address of the page. */
  public static final String KEY = "answer";

  private static final String NEVER_KEPT = AnswerByGet.class.getName() + ".never";

  /** What auditors type there stands nowhere but in the log, and only as keyed hashes. */
  private static final String OF_AUDITORS = "/admin/audit/";

  private final Function<HttpServletRequest, Optional<String>> forms;
  private final Clock clock;

  @Autowired
  AnswerByGet(Addresses addresses, Clock clock) {
    this(addresses::cameFrom, clock);
  }

  /**
   * @param forms the page that a sent form stands on
   */
  AnswerByGet(Function<HttpServletRequest, Optional<String>> forms, Clock clock) {
    this.forms = forms;
    this.clock = clock;
  }

  /** The page that answers this form is not kept: it shows what the session must not hold. */
  public static void neverKeep(HttpServletRequest request) {
    request.setAttribute(NEVER_KEPT, true);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return LoginSession.holder().isEmpty() || request.getSession(false) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getParameter(KEY);
    if (request.getMethod().equals("GET") && key != null) {
      show(key, request, response);
    } else if (request.getMethod().equals("POST") && isOfAPage(request)) {
      HeldPage held = new HeldPage(response);
      chain.doFilter(request, held);
      answer(request, held, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void show(String key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<KeptAnswer> kept =
        new KeptAnswers(request.getSession()).find(key, request.getRequestURI());
    if (kept.isEmpty()) {
      // It was accepted or is too old: the page shows what is kept now.
      String query = request.getQueryString();
      seeOther(without(request.getRequestURI() + (query == null ? "" : "?" + query)), response);
      return;
    }
    response.setStatus(kept.get().status());
    write(kept.get().html(), response);
  }

  private void answer(HttpServletRequest request, HeldPage held, HttpServletResponse response)
      throws IOException {
    byte[] html = held.html();
    KeptAnswers answers = sessionOf(request);
    String form = forms.apply(request).orElseGet(request::getRequestURI);
    String before = UriComponentsBuilder.fromUriString(form).build().getQueryParams().getFirst(KEY);
    if (html == null) {
      boolean accepted = response.getStatus() / 100 == 3;
      if (accepted && before != null && answers != null) {
        answers.forget(before);
      }
      return;
    }
    Optional<String> key = Optional.empty();
    if (answers != null && isKept(request)) {
      String page = UriComponentsBuilder.fromUriString(form).build().getPath();
      key =
          answers.keep(
              KeptAnswer.of(
                  page == null ? "/" : page, response.getStatus(), html, before, clock.instant()));
    }
    if (key.isEmpty()) {
      write(html, response);
      return;
    }
    seeOther(
        UriComponentsBuilder.fromUriString(form)
            .replaceQueryParam(KEY, key.get())
            .build()
            .toUriString(),
        response);
  }

  /** The session may have ended meanwhile. */
  private static @Nullable KeptAnswers sessionOf(HttpServletRequest request) {
    return request.getSession(false) == null ? null : new KeptAnswers(request.getSession(false));
  }

  private static boolean isKept(HttpServletRequest request) {
    return request.getAttribute(NEVER_KEPT) == null
        && !request.getRequestURI().startsWith(OF_AUDITORS);
  }

  /** What a script sends, it reads itself. */
  private static boolean isOfAPage(HttpServletRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    return mode == null || mode.equals("navigate");
  }

  private static String without(String address) {
    return UriComponentsBuilder.fromUriString(address).replaceQueryParam(KEY).build().toUriString();
  }

  private static void seeOther(String address, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, Addresses.own(address));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static void write(byte[] html, HttpServletResponse response) throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentLength(html.length);
    response.getOutputStream().write(html);
  }
}
