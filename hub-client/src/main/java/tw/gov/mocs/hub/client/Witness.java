package tw.gov.mocs.hub.client;

/**
 * Sees the checkpoint of the hub's log that each verified answer or fault carries, before its rows.
 */
@FunctionalInterface
public interface Witness {

  /**
   * Sees one; many threads may come at once.
   *
   * @throws HubCallException to refuse the answer
   */
  void see(HubAnswer.Checkpoint checkpoint);
}
