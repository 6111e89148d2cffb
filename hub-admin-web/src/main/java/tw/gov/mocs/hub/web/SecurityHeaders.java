package tw.gov.mocs.hub.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every answer of the portal tells the browser not to do. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SecurityHeaders extends OncePerRequestFilter {

  /** What does not depend on the address. */
  static final Map<String, String> OF_EVERY_ANSWER =
      Map.of(
          "Strict-Transport-Security", "max-age=31536000",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          // The signing component of the card reader answers by postMessage from a window of ours.
          "Cross-Origin-Opener-Policy", "same-origin-allow-popups",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  /** The policy of a page without forms that go elsewhere. */
  static final String ONLY_OURS =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self';"
          + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  private final Addresses addresses;

  SecurityHeaders(Addresses addresses) {
    this.addresses = addresses;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(
        "Content-Security-Policy",
        ONLY_OURS
            + " "
            // A form may ask for one more handshake there, and is led back from it.
            + addresses.certificate(request, "/")
            + " "
            + addresses.portal(request, "/"));
    OF_EVERY_ANSWER.forEach(response::setHeader);
    chain.doFilter(request, response);
  }
}
