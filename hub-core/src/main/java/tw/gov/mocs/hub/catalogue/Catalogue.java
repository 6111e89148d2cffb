package tw.gov.mocs.hub.catalogue;

import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;

/** The service catalogue, kept in memory and read anew when changed. */
@Component
public class Catalogue {

  /** What is published now, on this node. */
  public CatalogueSnapshot current() {
    throw new UnsupportedOperationException("being built");
  }

  /** Calls the listener after each change of what {@link #current} returns. */
  public void listen(Runnable listener) {
    throw new UnsupportedOperationException("being built");
  }

  /** Opens a closed service. */
  public void open(ServiceCode code, Actor actor) {
    throw new UnsupportedOperationException("being built");
  }

  /** Closes a service; callers are answered with the notice. */
  public void close(ServiceCode code, String notice, Actor actor) {
    throw new UnsupportedOperationException("being built");
  }
}
