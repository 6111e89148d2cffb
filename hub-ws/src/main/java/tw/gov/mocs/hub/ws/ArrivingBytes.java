package tw.gov.mocs.hub.ws;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The bytes of one message, from when they arrive until it is answered. Guarantee: bounded for the
 * message, for its address and for all messages together; what was taken is given back once,
 * whoever ends it.
 */
final class ArrivingBytes {

  private final WsSettings.Http limits;
  private final AtomicLong pending;
  private final PerAddress perAddress;
  private final InetAddress address;
  private byte[] bytes = {};
  private int size;
  private boolean released;

  /**
   * Of a message that begins.
   *
   * @param pending bytes of all messages
   * @param address where it comes from
   */
  ArrivingBytes(
      WsSettings.Http limits, AtomicLong pending, PerAddress perAddress, InetAddress address) {
    this.limits = limits;
    this.pending = pending;
    this.perAddress = perAddress;
    this.address = address;
  }

  /** Takes more; throws MESSAGE_TOO_LARGE or BUSY. Once released they are dropped. */
  synchronized void append(ByteBuffer more) {
    if (released) {
      return;
    }
    int length = more.remaining();
    if (size + length > limits.maxMessageBytes()) {
      throw tooLarge(limits);
    }
    if (size + length > bytes.length) {
      grow(size + length);
    }
    more.get(bytes, size, length);
    size += length;
  }

  private void grow(int needed) {
    int wanted = Math.max(Math.max(bytes.length * 2, needed), 2048);
    int capacity = Math.min(wanted, limits.maxMessageBytes());
    int more = capacity - bytes.length;
    if (!count(more)) {
      count(-more);
      throw new HubException(ErrorCode.BUSY, "no memory for more messages");
    }
    bytes = Arrays.copyOf(bytes, capacity);
  }

  /** False if that is more than all, or those of the address, may take. */
  private boolean count(int more) {
    boolean share = perAddress.addBytes(address, more);
    return pending.addAndGet(more) <= limits.maxPendingBytes() && share;
  }

  /** The whole message. */
  synchronized byte[] complete() {
    if (size < bytes.length) {
      count(size - bytes.length);
      bytes = Arrays.copyOf(bytes, size);
    }
    return bytes;
  }

  /** The message was answered, or will never be. */
  synchronized void release() {
    released = true;
    count(-bytes.length);
    bytes = new byte[0];
    size = 0;
  }

  static HubException tooLarge(WsSettings.Http limits) {
    String limit = Integer.toString(limits.maxMessageBytes());
    return new HubException(ErrorCode.MESSAGE_TOO_LARGE, "over the limit", limit);
  }
}
