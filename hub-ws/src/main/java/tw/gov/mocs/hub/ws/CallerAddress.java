package tw.gov.mocs.hub.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.server.Request;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.shared.ProxyChain;

/** Where a call comes from: the peer, or what listed proxies say of it. */
final class CallerAddress {

  private static final String FORWARDED = "Forwarded";

  private final List<Cidr> proxies;
  private final ProxyChain chain = new ProxyChain(this::isProxy);

  CallerAddress(List<String> trustedProxies) {
    proxies = trustedProxies.stream().map(Cidr::new).toList();
  }

  /** The address of the caller; a header of anybody but a listed proxy is ignored. */
  InetAddress of(HttpServletRequest request) {
    return chain.caller(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)));
  }

  /** The same before the request is one of servlets. */
  InetAddress of(Request request) {
    return chain.caller(
        Request.getRemoteAddr(request), request.getHeaders().getValuesList(FORWARDED));
  }

  boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.contains(address));
  }
}
