package tw.gov.mocs.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of the two connectors, as the browser of a request sees them. */
@Component
public final class Addresses {

  /** A path of ours with its query: nothing that a browser takes for another host. */
  private static final Pattern OWN =
      Pattern.compile("/(?:[\\w.~%?=&+,:-][\\w/.~%?=&+,:-]{0,500})?");

  private final WebSettings settings;
  private final PortalServer server;

  Addresses(WebSettings settings, PortalServer server) {
    this.settings = settings;
    this.server = server;
  }

  /** An address of the portal; the home page where {@code path} is none of ours. */
  public String portal(HttpServletRequest request, @Nullable String path) {
    return base(request, settings.publicUrl(), server::port) + own(path);
  }

  /** An address of the connector that asks for a certificate. */
  public String certificate(HttpServletRequest request, String path) {
    return base(request, settings.certificateUrl(), server::certificatePort) + own(path);
  }

  /** The path itself, or {@code /} if it might lead elsewhere. */
  public static String own(@Nullable String path) {
    return path != null && OWN.matcher(path).matches() ? path : "/";
  }

  /**
   * The page that a link was followed from or that a sent form stands on, as path and query, as the
   * browser says it (RFC 9110 §10.1.3); empty where it does not, or where that is no page of ours.
   */
  public Optional<String> cameFrom(HttpServletRequest request) {
    String portal = base(request, settings.publicUrl(), server::port);
    return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
        .filter(page -> page.startsWith(portal + "/"))
        .map(page -> own(page.substring(portal.length())))
        .filter(page -> !page.equals("/"));
  }

  private static String base(HttpServletRequest request, @Nullable URI address, IntSupplier port) {
    UriComponentsBuilder base =
        address == null
            ? ServletUriComponentsBuilder.fromContextPath(request).port(port.getAsInt())
            : UriComponentsBuilder.fromUri(address);
    return base.replacePath(null).replaceQuery(null).toUriString();
  }
}
