package tw.gov.mocs.hub.application;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.Contract;
import tw.gov.mocs.hub.catalogue.Contract.Operation;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceStatus;

/** The contract of one application: its granted services, open now, with its granted fields. */
public final class GrantedContract {

  private GrantedContract() {}

  /** The contract made from these {@link #operations}. */
  public static Contract of(Grant grant, CatalogueSnapshot catalogue) {
    return Contract.of(operations(grant, catalogue));
  }

  /** The operations in the order of their codes; without fields that are no longer offered. */
  public static List<Operation> operations(Grant grant, CatalogueSnapshot catalogue) {
    return catalogue.services().values().stream()
        .filter(service -> service.status() == ServiceStatus.OPEN)
        .flatMap(
            service ->
                grant.find(service.code()).map(granted -> operation(service, granted)).stream())
        .toList();
  }

  private static Operation operation(ExchangeService service, ServiceGrant granted) {
    return new Operation(
        service,
        names(service, granted, FieldGrant::returned),
        names(service, granted, FieldGrant::searchable));
  }

  private static Set<String> names(
      ExchangeService service, ServiceGrant granted, Predicate<FieldGrant> which) {
    Stream<Map.Entry<String, FieldGrant>> fields = granted.fields().entrySet().stream();
    return fields
        .filter(entry -> which.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .filter(name -> service.findField(name).isPresent())
        .collect(toUnmodifiableSet());
  }
}
