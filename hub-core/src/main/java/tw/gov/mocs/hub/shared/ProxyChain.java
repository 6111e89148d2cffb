package tw.gov.mocs.hub.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a request comes from: the peer, or what listed proxies say of it (RFC 7239). */
public final class ProxyChain {

  /**
   * Who calls through a proxy that does not tell for whom. No network has this address (RFC 1122
   * §3.2.1.3), so no grant for certain addresses is passed by it, not even one for the proxy's own.
   */
  public static final InetAddress UNKNOWN = unspecified();

  private final Predicate<InetAddress> listed;

  /**
   * Believes some proxies.
   *
   * @param listed whether an address is that of a proxy whose header is believed
   */
  public ProxyChain(Predicate<InetAddress> listed) {
    this.listed = listed;
  }

  /**
   * The address of the caller; a header of anybody but a listed proxy is ignored.
   *
   * @param remote the peer's address as text
   * @param headers the lines of the header {@code Forwarded}, in their order
   */
  public InetAddress caller(@Nullable String remote, List<String> headers) {
    InetAddress peer = remote == null ? null : parse(remote);
    return peer == null ? UNKNOWN : forwarded(peer, headers);
  }

  /** Whether this is the address of a listed proxy. */
  public boolean isProxy(@Nullable String remote) {
    InetAddress peer = remote == null ? null : parse(remote);
    return peer != null && listed.test(peer);
  }

  /** From the nearest hop outwards, as long as the hop before is a listed proxy. */
  InetAddress forwarded(InetAddress peer, List<String> lines) {
    InetAddress at = peer;
    for (int line = lines.size() - 1; line >= 0; line--) {
      List<String> nodes = Forwarded.nodes(lines.get(line));
      for (int node = nodes.size() - 1; node >= 0; node--) {
        if (!listed.test(at)) {
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
