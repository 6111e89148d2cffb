package tw.gov.mocs.hub.catalogue;

import static java.util.Collections.unmodifiableSortedMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The catalogue as it stands at one moment; never changes.
 *
 * @param services published services, open and closed, by code
 * @param tables by name
 * @param codeLists by code type
 * @param guide 服務說明: the services that the public guide lists, in its order
 * @param offer 申請服務: the services that can be applied for, in their order
 */
public record CatalogueSnapshot(
    SortedMap<ServiceCode, ExchangeService> services,
    Map<String, ExchangeTable> tables,
    SortedMap<String, CodeList> codeLists,
    List<ServiceCode> guide,
    List<ServiceCode> offer) {

  /** Copies the collections. */
  public CatalogueSnapshot {
    services = unmodifiableSortedMap(new TreeMap<>(services));
    tables = Map.copyOf(tables);
    codeLists = unmodifiableSortedMap(new TreeMap<>(codeLists));
    guide = List.copyOf(guide);
    offer = List.copyOf(offer);
  }

  /** The service with this code, open or closed. */
  public Optional<ExchangeService> find(ServiceCode code) {
    return Optional.ofNullable(services.get(code));
  }

  /**
   * What rows can be read of by this name. Nothing is both: no table is registered under what looks
   * like a service's code, and one that was before stays a table.
   */
  public Optional<RowSource> findRows(String name) {
    ExchangeTable table = tables.get(name);
    if (table != null) {
      return Optional.of(RowSource.of(table));
    }
    return ServiceCode.matches(name)
        ? find(new ServiceCode(name)).map(RowSource::of)
        : Optional.empty();
  }

  /** Where a service stands in 申請服務; what does not stand there comes after all others. */
  public int placeOf(ServiceCode code) {
    int place = offer.indexOf(code);
    return place < 0 ? offer.size() : place;
  }

  /** The services that can be called, by code. */
  public List<ExchangeService> open() {
    return services.values().stream()
        .filter(service -> service.status() == ServiceStatus.OPEN)
        .toList();
  }
}
