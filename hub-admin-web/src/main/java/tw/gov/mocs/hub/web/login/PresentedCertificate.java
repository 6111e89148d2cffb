package tw.gov.mocs.hub.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.PortalServer;

/**
 * The certificate of whom a request comes from: that of its TLS handshake, or the one that a listed
 * proxy saw in the handshake it ended (RFC 9440). Anybody else's header is ignored.
 */
@Component
public final class PresentedCertificate {

  private static final String OF_TLS = "jakarta.servlet.request.X509Certificate";
  private static final String OF_PROXY = "Client-Cert";
  private static final String CHAIN_OF_PROXY = "Client-Cert-Chain";

  /** RFC 8941 §3.3.5: a byte sequence. */
  private static final Pattern BYTES = Pattern.compile(":([A-Za-z0-9+/=]{1,20000}):");

  private static final int LONGEST_CHAIN = 8;

  private final CallerAddress addresses;

  PresentedCertificate(CallerAddress addresses) {
    this.addresses = addresses;
  }

  /** Whether the request came to the connector that asks for certificates. */
  public static boolean wasAskedFor(HttpServletRequest request) {
    return request.getAttribute(PortalServer.ASKED_FOR_CERTIFICATE) != null;
  }

  /** The chain, the holder's first; empty if none was presented or none can be read. */
  public List<X509Certificate> of(HttpServletRequest request) {
    if (!wasAskedFor(request)) {
      return List.of();
    }
    if (request.getAttribute(OF_TLS) instanceof X509Certificate[] chain && chain.length > 0) {
      return List.of(chain);
    }
    return addresses.isListedProxy(request) ? ofProxy(request) : List.of();
  }

  private static List<X509Certificate> ofProxy(HttpServletRequest request) {
    List<String> own = headers(request, OF_PROXY);
    if (own.size() != 1) {
      return List.of();
    }
    List<X509Certificate> all = new ArrayList<>();
    List<String> lines = new ArrayList<>(own);
    headers(request, CHAIN_OF_PROXY).forEach(line -> lines.addAll(List.of(line.split(",", -1))));
    try {
      for (String one : lines.subList(0, Math.min(lines.size(), LONGEST_CHAIN))) {
        var bytes = BYTES.matcher(one.strip());
        if (!bytes.matches()) {
          return List.of();
        }
        all.add(Certificates.parse(Base64.getDecoder().decode(bytes.group(1))));
      }
    } catch (HubException | IllegalArgumentException e) {
      return List.of();
    }
    return all;
  }

  private static List<String> headers(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }
}
