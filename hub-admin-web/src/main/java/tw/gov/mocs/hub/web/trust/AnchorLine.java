package tw.gov.mocs.hub.web.trust;

import tw.gov.mocs.hub.trust.Anchor;

/**
 * One authority in the list.
 *
 * @param anchor what the hub knows of it
 * @param authority as it is shown
 * @param below how many registered certificates lead through it
 */
record AnchorLine(Anchor anchor, ShownAuthority authority, int below) {

  /** The address of its page. */
  public String path() {
    return "/admin/trust/of/" + anchor.thumbprint();
  }
}
