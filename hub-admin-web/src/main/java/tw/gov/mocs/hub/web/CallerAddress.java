package tw.gov.mocs.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ProxyChain;

/** Whence a browser comes: the peer, or what listed proxies say of it (RFC 7239). */
@Component
public final class CallerAddress {

  private final ProxyChain proxies;

  @Autowired
  CallerAddress(WebSettings settings) {
    this(settings::isTrustedProxy);
  }

  private CallerAddress(Predicate<InetAddress> listed) {
    proxies = new ProxyChain(listed);
  }

  /** Believes the proxies at these addresses. */
  public static CallerAddress behind(Predicate<InetAddress> listed) {
    return new CallerAddress(listed);
  }

  /** The address, as the log names it. */
  public String of(HttpServletRequest request) {
    return addressOf(request).getHostAddress();
  }

  /** The address. */
  public InetAddress addressOf(HttpServletRequest request) {
    return proxies.caller(
        request.getRemoteAddr(), Collections.list(request.getHeaders("Forwarded")));
  }

  /** Whether the peer itself, not whom it speaks for, is a listed proxy. */
  public boolean isListedProxy(HttpServletRequest request) {
    return proxies.isProxy(request.getRemoteAddr());
  }
}
