package tw.gov.mocs.hub.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a browser shows its certificate: judged, and on to the portal, which says the verdict. No
 * page stands here, because each request here asks for the card again.
 */
@Component
final class CardDoor extends OncePerRequestFilter {

  private static final String PRESENTED = "jakarta.servlet.request.X509Certificate";

  private final WebSettings settings;
  private final PortalServer server;
  private final CardJudge judge;
  private final VerdictCookie verdicts;

  CardDoor(WebSettings settings, PortalServer server, CardJudge judge, VerdictCookie verdicts) {
    this.settings = settings;
    this.server = server;
    this.judge = judge;
    this.verdicts = verdicts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(PortalServer.ASKED_FOR_CERTIFICATE) == null || isFile(request)) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    verdicts.give(judge.judge(presented(request)), response);
    response.setHeader(HttpHeaders.LOCATION, portal(request));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** A browser asks for these by itself, and not to log in. */
  private static boolean isFile(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/static/") || path.equals("/favicon.ico");
  }

  private static List<X509Certificate> presented(HttpServletRequest request) {
    return request.getAttribute(PRESENTED) instanceof X509Certificate[] chain
        ? List.of(chain)
        : List.of();
  }

  private String portal(HttpServletRequest request) {
    URI address = settings.publicUrl();
    UriComponentsBuilder portal =
        address == null
            ? ServletUriComponentsBuilder.fromContextPath(request).port(server.port())
            : UriComponentsBuilder.fromUri(address);
    return portal.replacePath("/").toUriString();
  }
}
