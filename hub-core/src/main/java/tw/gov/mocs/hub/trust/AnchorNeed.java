package tw.gov.mocs.hub.trust;

import tw.gov.mocs.hub.shared.HubException;

/**
 * Whether the hub could be kept without an authority; told by whoever knows whose cards there are.
 */
public interface AnchorNeed {

  /**
   * Refuses what would lock everybody out.
   *
   * @param thumbprint SHA-256 of the authority's DER form, lower-case hexadecimal
   * @throws HubException ANCHOR_NEEDED
   */
  void requireNotNeeded(String thumbprint);
}
