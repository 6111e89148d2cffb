package tw.gov.mocs.hub.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header by which a proxy tells for whom it calls (RFC 7239). */
final class Forwarded {

  /** Stands for a line that cannot be read: nothing in it may be believed. */
  private static final List<String> UNREADABLE = List.of("");

  /** A pair, if there is one, and what ends it; RFC 7239 §4, without escapes. */
  private static final Pattern PAIR =
      Pattern.compile(
          "\\G[ \\t]*+(?:([!#$%&'*+.^_`|~0-9A-Za-z-]++)=(?:\"([^\"\\\\]*+)\"|([^\\s\",;]*+)))?+"
              + "[ \\t]*+([;,]|$)");

  /** RFC 7239 §6: an IPv6 address stands in brackets; a port may follow. */
  private static final Pattern NODE =
      Pattern.compile(
          "(?:((?:BYTE\\.){3}BYTE)|(\\[[0-9A-Fa-f:.]++]))(?::(?:[0-9]{1,5}|_[0-9A-Za-z._-]++))?+"
              .replace("BYTE", "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"));

  private Forwarded() {}

  /** For whom each hop of one header line called, the farthest first; "" where it does not tell. */
  static List<String> nodes(String line) {
    List<String> nodes = new ArrayList<>();
    String node = null;
    boolean any = false;
    for (Matcher pair = PAIR.matcher(line); pair.find(); ) {
      if (pair.group(1) != null) {
        any = true;
        if (pair.group(1).equalsIgnoreCase("for")) {
          if (node != null) {
            return UNREADABLE;
          }
          node = pair.group(2) == null ? pair.group(3) : pair.group(2);
        }
      }
      if (!pair.group(4).equals(";") && any) {
        nodes.add(node == null ? "" : node);
        node = null;
        any = false;
      }
      if (pair.group(4).isEmpty()) {
        return nodes;
      }
    }
    return UNREADABLE;
  }

  /** The address that a node names; null if it hides it or is none. */
  static @Nullable InetAddress address(String node) {
    Matcher matcher = NODE.matcher(node);
    if (!matcher.matches()) {
      return null;
    }
    try {
      // A literal by its form: no name server is asked.
      return InetAddress.getByName(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
