package tw.gov.mocs.hub.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.Cidr;

/** Where a call comes from: the peer, or what listed proxies say of it (RFC 7239). */
final class CallerAddress {

  /**
   * Who calls through a proxy that does not tell for whom. No network has this address (RFC 1122
   * §3.2.1.3), so no grant for certain addresses is passed by it, not even one for the proxy's own.
   */
  static final InetAddress UNKNOWN = unspecified();

  private static final String FORWARDED = "Forwarded";

  private final List<Cidr> proxies;

  CallerAddress(List<String> trustedProxies) {
    proxies = trustedProxies.stream().map(Cidr::new).toList();
  }

  /** The address of the caller; a header of anybody but a listed proxy is ignored. */
  InetAddress of(HttpServletRequest request) {
    return of(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)));
  }

  /** The same before the request is one of servlets. */
  InetAddress of(Request request) {
    return of(Request.getRemoteAddr(request), request.getHeaders().getValuesList(FORWARDED));
  }

  private InetAddress of(@Nullable String remote, List<String> headers) {
    InetAddress peer = remote == null ? null : parse(remote);
    return peer == null ? UNKNOWN : forwarded(peer, headers);
  }

  /** From the nearest hop outwards, as long as the hop before is a listed proxy. */
  InetAddress forwarded(InetAddress peer, List<String> lines) {
    InetAddress at = peer;
    for (int line = lines.size() - 1; line >= 0; line--) {
      List<String> nodes = Forwarded.nodes(lines.get(line));
      for (int node = nodes.size() - 1; node >= 0; node--) {
        if (!isProxy(at)) {
          return at;
        }
        InetAddress next = Forwarded.address(nodes.get(node));
        if (next == null) {
          return UNKNOWN;
        }
        at = next;
      }
    }
    return at;
  }

  private static InetAddress unspecified() {
    try {
      return InetAddress.getByAddress(new byte[4]);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.contains(address));
  }

  private static @Nullable InetAddress parse(String address) {
    try {
      String bare = address.replace("[", "").replace("]", "");
      // Digits, dots and colons only: this never asks a name server.
      return bare.matches("[0-9a-fA-F:.]+(%.*)?") ? InetAddress.getByName(bare) : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
