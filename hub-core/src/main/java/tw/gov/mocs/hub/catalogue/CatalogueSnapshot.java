package tw.gov.mocs.hub.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The catalogue as it stands at one moment; never changes.
 *
 * @param services published services, open and closed, by code
 * @param tables by name
 */
public record CatalogueSnapshot(
    SortedMap<ServiceCode, ExchangeService> services, Map<String, ExchangeTable> tables) {

  /** The service with this code, open or closed. */
  public Optional<ExchangeService> find(ServiceCode code) {
    return Optional.ofNullable(services.get(code));
  }
}
