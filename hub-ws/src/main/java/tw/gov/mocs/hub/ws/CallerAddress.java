package tw.gov.mocs.hub.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.Cidr;

/** Where a call comes from: the peer, or what listed proxies say of it (RFC 7239). */
final class CallerAddress {

  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|;)\\s*for=\"?\\[?([0-9a-fA-F:.]+)\\]?(?::\\d+)?\"?\\s*(?:;|$)");

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
    if (peer == null) {
      return InetAddress.getLoopbackAddress();
    }
    return headers.isEmpty() ? peer : forwarded(peer, String.join(",", headers));
  }

  /** From the nearest hop outwards, as long as the hop before is a listed proxy. */
  InetAddress forwarded(InetAddress peer, String header) {
    List<String> hops = new ArrayList<>(List.of(header.split(",")));
    Collections.reverse(hops);
    InetAddress at = peer;
    for (String hop : hops) {
      if (!isProxy(at)) {
        return at;
      }
      Matcher matcher = FOR.matcher(hop.strip());
      InetAddress next = matcher.find() ? parse(matcher.group(1)) : null;
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
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
