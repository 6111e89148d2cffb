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

  /** Somebody at the command line of the hub's machine. */
  public static Actor operator(String userName) {
    return new Actor("operator:" + userName, null, null);
  }
}
