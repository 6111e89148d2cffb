package tw.gov.mocs.hub.ws;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many messages of each address have not been answered to their end. */
final class PerAddress {

  private final int atMost;
  private final ConcurrentMap<InetAddress, Integer> unfinished = new ConcurrentHashMap<>();

  PerAddress(int atMost) {
    this.atMost = atMost;
  }

  /** Counts one more; false if that is more than the address may have, to be left all the same. */
  boolean enter(InetAddress address) {
    return unfinished.merge(address, 1, Integer::sum) <= atMost;
  }

  void leave(InetAddress address) {
    unfinished.computeIfPresent(address, (key, had) -> had == 1 ? null : had - 1);
  }
}
