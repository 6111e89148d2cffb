package tw.gov.mocs.hub.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Carries a verdict from the connector that asks for the card to the portal, on whichever node it
 * is read. It is shown once, within a minute, and gives no right: it only chooses one of the
 * sentences of {@link CardVerdict} and names the card. So it needs no seal: no other site can set
 * it, and who changes it in his own browser tells himself a wrong reason.
 */
@Component
final class VerdictCookie {

  // The browser takes a cookie of this prefix from this host only, and only by TLS.
  static final String NAME = "__Host-card";

  static final Duration LIFE = Duration.ofMinutes(1);

  void give(CardVerdict verdict, HttpServletResponse response) {
    give(RefusedCard.of(verdict), response);
  }

  void give(RefusedCard refused, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(refused.inCookie(), LIFE));
  }

  /** The verdict that the browser brings, and takes it away from it. */
  Optional<RefusedCard> take(HttpServletRequest request, HttpServletResponse response) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .flatMap(
            cookie -> {
              response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
              response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
              return RefusedCard.read(cookie.getValue());
            });
  }

  private static String cookie(String value, Duration life) {
    return ResponseCookie.from(NAME, value)
        .path("/")
        .maxAge(life)
        .secure(true)
        .httpOnly(true)
        .sameSite("Lax")
        .build()
        .toString();
  }
}
