package tw.gov.mocs.hub.ws;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.jspecify.annotations.Nullable;

/**
 * How many connections each address has open, so that nobody keeps others out by connections on
 * which nothing comes.
 */
final class ConnectionsPerAddress implements Connection.Listener {

  private final int atMost;
  private final Predicate<InetAddress> exempt;
  private final ConcurrentMap<EndPoint, InetAddress> open = new ConcurrentHashMap<>();
  private final ConcurrentMap<InetAddress, Integer> counts = new ConcurrentHashMap<>();

  /**
   * A limit.
   *
   * @param exempt whose connections carry the calls of many, a proxy's
   */
  ConnectionsPerAddress(int atMost, Predicate<InetAddress> exempt) {
    this.atMost = atMost;
    this.exempt = exempt;
  }

  /** Whether an address has as many as it may have. */
  boolean isFull(InetAddress address) {
    return counts.getOrDefault(address, 0) >= atMost && !exempt.test(address);
  }

  @Override
  public void onOpened(Connection connection) {
    InetAddress address = address(connection);
    if (address != null && open.putIfAbsent(connection.getEndPoint(), address) == null) {
      counts.merge(address, 1, Integer::sum);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    // A closed one does not tell its address any more.
    InetAddress address = open.remove(connection.getEndPoint());
    if (address != null) {
      counts.computeIfPresent(address, (key, had) -> had == 1 ? null : had - 1);
    }
  }

  /** Where a connection of the network comes from; null for what runs within one. */
  private static @Nullable InetAddress address(Connection connection) {
    return connection.getEndPoint() instanceof SocketChannelEndPoint end
            && end.getRemoteSocketAddress() instanceof InetSocketAddress remote
        ? remote.getAddress()
        : null;
  }
}
