package tw.gov.mocs.hub.application;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.gov.mocs.hub.shared.Check;

/** IP 位置: a block of addresses, {@code 192.0.2.0/24}, {@code 2001:db8::/32} or one address. */
public record Cidr(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F.:]{2,45}(/[0-9]{1,3})?");

  /** The least length of a prefix that {@link #isTooWide} takes. */
  public static final int WIDEST_IPV4 = 16;

  /** The same of IPv6. */
  public static final int WIDEST_IPV6 = 32;

  private static final int IPV4_BYTES = 4;
  private static final Cidr LOOPBACK = new Cidr("127.0.0.0/8");

  /** Refuses what is no address block; names are never looked up. */
  public Cidr {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an address block: " + value);
    }
    byte[] network = network(value);
    int bits = bits(value, network);
    if (bits < 0 || bits > network.length * 8) {
      throw new IllegalArgumentException("not an address block: " + value);
    }
  }

  /** A block as somebody wrote it; empty for what is none. */
  public static Optional<Cidr> read(String text) {
    try {
      return Optional.of(new Cidr(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A setting that is an address block. */
  public static final class Form implements Check<String> {

    @Override
    public void check(String text) {
      new Cidr(text);
    }
  }

  /**
   * Whether it holds more than the systems of one agency have: more than a /16 of IPv4 or a /32 of
   * IPv6. However many addresses of the loopback, they are one machine.
   */
  public boolean isTooWide() {
    byte[] network = network(value);
    int least = network.length == IPV4_BYTES ? WIDEST_IPV4 : WIDEST_IPV6;
    return bits(value, network) < least && !LOOPBACK.contains(this);
  }

  /** Whether nobody calls from there: 0.0.0.0, ::, and groups (multicast). */
  public boolean isNobody() {
    InetAddress address = address(value);
    return address.isAnyLocalAddress() || address.isMulticastAddress();
  }

  /** Whether the address lies in the block. */
  public boolean contains(InetAddress address) {
    return contains(address.getAddress());
  }

  /** Whether every address of the other block lies in this one. */
  public boolean contains(Cidr other) {
    byte[] network = network(other.value);
    return bits(value, network(value)) <= bits(other.value, network) && contains(network);
  }

  private boolean contains(byte[] other) {
    byte[] network = network(value);
    if (network.length != other.length) {
      return false;
    }
    int bits = bits(value, network);
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((network[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] network(String value) {
    return address(value).getAddress();
  }

  private static InetAddress address(String value) {
    int slash = value.indexOf('/');
    try {
      // The form allows digits, dots and colons only, so this never asks a name server.
      return InetAddress.getByName(slash < 0 ? value : value.substring(0, slash));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address block: " + value, e);
    }
  }

  private static int bits(String value, byte[] network) {
    int slash = value.indexOf('/');
    return slash < 0 ? network.length * 8 : Integer.parseInt(value.substring(slash + 1));
  }

  @Override
  public String toString() {
    return value;
  }
}
