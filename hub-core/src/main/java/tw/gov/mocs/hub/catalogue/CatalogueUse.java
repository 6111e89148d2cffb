package tw.gov.mocs.hub.catalogue;

import java.util.List;

/**
 * Who uses the tables and fields of a catalogue: services that offer them, grants that name them.
 */
public record CatalogueUse(CatalogueSnapshot catalogue, GrantedFields.Counts granted) {

  /** The services that read a table, by code. */
  public List<ExchangeService> services(String table) {
    return catalogue.services().values().stream()
        .filter(service -> service.tables().stream().anyMatch(one -> one.name().equals(table)))
        .toList();
  }

  /** The services that offer a field, by code. */
  public List<ExchangeService> services(String table, String element) {
    return services(table).stream()
        .filter(
            service ->
                service.findField(element).isPresent()
                    && service.tableOf(element).name().equals(table))
        .toList();
  }

  /** The services that need a column of a table: for a field that they offer, or for every call. */
  public List<ExchangeService> servicesOf(ExchangeTable table, String column) {
    return services(table.name()).stream()
        .filter(
            service ->
                service.columnsOf(table.name()).anyMatch(column::equals)
                    || service.fields().stream()
                        .filter(field -> field.columnName().equals(column))
                        .map(Field::xmlName)
                        .anyMatch(name -> service.tableOf(name).name().equals(table.name())))
        .toList();
  }

  /** A service and what a change of the source does to its calls. */
  public record Harmed(ExchangeService service, Harm harm) {}

  /** The services whose calls fail or may fail because a table of the source has changed. */
  public List<Harmed> harmedBy(TableDrift drift) {
    return services(drift.table()).stream()
        .map(service -> new Harmed(service, drift.harm(service)))
        .filter(one -> one.harm() != Harm.NONE)
        .toList();
  }

  /** What a change of the source does to services, and to granted files of the table itself. */
  public Harm harm(TableDrift drift) {
    ExchangeTable table = catalogue.tables().get(drift.table());
    Harm files =
        table == null
            ? Harm.NONE
            : table.fields().stream()
                .filter(field -> grants(table.name(), field.xmlName()) > 0)
                .map(drift::harm)
                .reduce(Harm.NONE, Harm::or);
    return harmedBy(drift).stream().map(Harmed::harm).reduce(files, Harm::or);
  }

  /** How many grants that can still be used name something of a table. */
  public long grants(String table) {
    return granted.tables().getOrDefault(table, 0L);
  }

  /** How many grants that can still be used name a field. */
  public long grants(String table, String element) {
    return granted.fields().getOrDefault(table + "." + element, 0L);
  }

  /** Whether callers or granted files rely on a table as it is. */
  public boolean isUsed(String table) {
    return !services(table).isEmpty() || grants(table) > 0;
  }

  /** Whether callers or granted files rely on a field as it is. */
  public boolean isUsed(String table, String element) {
    return !services(table, element).isEmpty() || grants(table, element) > 0;
  }

  /** The codes of these services, for a sentence. */
  static String codes(List<ExchangeService> services) {
    return services.isEmpty()
        ? "—"
        : String.join(", ", services.stream().map(one -> one.code().value()).toList());
  }
}
