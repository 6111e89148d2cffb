package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;

/** Where unregistered certificates are kept whose keys were proven; who knows agencies has it. */
public interface ProvenKeys {

  /** Keeps them, all or none: what throws is tried again a few seconds later. */
  void keep(List<Sighting> sightings);

  /** Removes what was not shown for long. */
  void forget(Instant now);
}
