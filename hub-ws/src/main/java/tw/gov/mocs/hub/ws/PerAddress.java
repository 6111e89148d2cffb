package tw.gov.mocs.hub.ws;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * What the messages of each address take up until they are answered to their end. Those that arrive
 * slowly cost their bytes alone and may be many; those that are complete take places that others
 * wait for, and may be few. No address has more than half of the memory for messages, or one whole
 * message.
 */
final class PerAddress {

  private final WsSettings.Http limits;
  private final ConcurrentMap<InetAddress, Load> loads = new ConcurrentHashMap<>();

  PerAddress(WsSettings.Http limits) {
    this.limits = limits;
  }

  /** Messages that arrive, those that are complete and not answered, and the bytes of both. */
  private record Load(int arriving, int complete, long bytes) {

    private static final Load NONE = new Load(0, 0, 0);

    Load arriving(int more) {
      return new Load(arriving + more, complete, bytes);
    }

    Load complete(int more) {
      return new Load(arriving, complete + more, bytes);
    }

    Load bytes(int more) {
      return new Load(arriving, complete, bytes + more);
    }
  }

  /**
   * One more arrives; false if that is more than the address may have, to be ended all the same.
   */
  boolean beginArriving(InetAddress address) {
    return change(address, load -> load.arriving(1)).arriving() <= limits.maxArrivingPerAddress();
  }

  void endArriving(InetAddress address) {
    change(address, load -> load.arriving(-1));
  }

  /** One more is complete; false if that is more than it may have, to be ended all the same. */
  boolean beginAnswering(InetAddress address) {
    return change(address, load -> load.complete(1)).complete() <= limits.maxPerAddress();
  }

  void endAnswering(InetAddress address) {
    change(address, load -> load.complete(-1));
  }

  /** Bytes more, or fewer; false if that is more than its share, to be given back all the same. */
  boolean addBytes(InetAddress address, int more) {
    long share = Math.max(limits.maxPendingBytes() / 2, limits.maxMessageBytes());
    return change(address, load -> load.bytes(more)).bytes() <= share;
  }

  /** What it is after the change; an address of which nothing is left is forgotten. */
  private Load change(InetAddress address, UnaryOperator<Load> change) {
    Load after =
        loads.compute(
            address,
            (key, had) -> {
              Load changed = change.apply(had == null ? Load.NONE : had);
              return changed.equals(Load.NONE) ? null : changed;
            });
    return after == null ? Load.NONE : after;
  }
}
