package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who acts: an account, an agency's card, the operator's command line, the hub itself, or somebody
 * whom it does not know.
 *
 * @param name how it is told apart: account name, agency code, {@code operator:NAME}, {@code hub}
 *     or {@code unknown}
 * @param certificateThumbprint of the certificate it acted with, if any
 * @param address whence, if over the network
 */
public record Actor(String name, @Nullable String certificateThumbprint, @Nullable String address) {

  /** The hub itself: expiry, jobs, demo. */
  public static final Actor HUB = new Actor("hub", null, null);

  /** The name of whoever is nobody that the hub knows: refused at the door of the portal. */
  public static final String UNKNOWN = "unknown";

  /**
   * Whether this is the person who acted under this name or with this card: an account can be
   * closed and its card bound to another, or an account be given another card.
   *
   * @param thumbprint of the card of the earlier act; null if none is known
   */
  public boolean isSamePersonAs(String earlierName, @Nullable String thumbprint) {
    return name.equals(earlierName)
        || (thumbprint != null && thumbprint.equals(certificateThumbprint));
  }

  /** Somebody at the command line of the hub's machine. */
  public static Actor operator(String userName) {
    return new Actor("operator:" + userName, null, null);
  }
}
