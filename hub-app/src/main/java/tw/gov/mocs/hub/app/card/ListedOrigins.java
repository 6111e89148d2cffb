package tw.gov.mocs.hub.app.card;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The web sites whose pages may ask for a signature, as a browser names them (RFC 6454 §6.2). */
record ListedOrigins(Set<String> each) {

  /**
   * The origins of these addresses.
   *
   * @throws IllegalArgumentException that names the one that is no address of a web site
   */
  static ListedOrigins of(List<String> addresses) {
    Set<String> found = new LinkedHashSet<>();
    addresses.forEach(
        address ->
            found.add(
                origin(address)
                    .orElseThrow(() -> new IllegalArgumentException("no web site: " + address))));
    return new ListedOrigins(Set.copyOf(found));
  }

  void require(String origin) {
    if (!each.contains(origin)) {
      throw new CardException(RetCode.SITE_NOT_LISTED);
    }
  }

  private static Optional<String> origin(String address) {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() == null || !Set.of("http", "https").contains(scheme)) {
        return Optional.empty();
      }
      int usual = scheme.equals("https") ? 443 : 80;
      String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
      return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
