package tw.gov.mocs.hub.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rows of a one-time file are read of: a table, or a service with what it joins.
 *
 * @param name the table's name, or the service's code
 * @param label Chinese
 * @param labelEn English
 * @param table its rows are those of this table
 * @param joins further tables; none of a table
 * @param fields what can be read of it
 * @param purposeRule what must be said of the purpose
 * @param status whether it may be read now
 * @param notice why not, as callers are told; "" of a table
 */
public record RowSource(
    String name,
    String label,
    String labelEn,
    ExchangeTable table,
    List<TableJoin> joins,
    List<Field> fields,
    PurposeRule purposeRule,
    ServiceStatus status,
    String notice) {

  /** Copies the collections. */
  public RowSource {
    joins = List.copyOf(joins);
    fields = List.copyOf(fields);
  }

  /** A table with all its fields. */
  public static RowSource of(ExchangeTable table) {
    return new RowSource(
        table.name(),
        table.label(),
        table.labelEn(),
        table,
        List.of(),
        table.fields(),
        PurposeRule.ANY,
        ServiceStatus.OPEN,
        "");
  }

  /** A service with the fields that it offers. */
  public static RowSource of(ExchangeService service) {
    return new RowSource(
        service.code().value(),
        service.name(),
        service.nameEn(),
        service.table(),
        service.joins(),
        service.fields(),
        service.purposeRule(),
        service.status(),
        service.notice());
  }

  /** The field with this element name. */
  public Optional<Field> findField(String xmlName) {
    return fields.stream().filter(field -> field.xmlName().equals(xmlName)).findFirst();
  }

  /**
   * What rows can be narrowed by, offered or not: a field of the first table by its element name,
   * one of a joined table as {@code TABLE.element}. So no name means two.
   */
  public Optional<TableField> findColumn(String name) {
    int dot = name.lastIndexOf('.');
    String of = dot < 0 ? table.name() : name.substring(0, dot);
    return tables()
        .filter(one -> one.name().equals(of) && (dot < 0 || one != table))
        .flatMap(one -> one.findField(name.substring(dot + 1)).stream())
        .map(field -> new TableField(of, field))
        .findFirst();
  }

  /** The tables that are read, the first one before those that are joined. */
  public Stream<ExchangeTable> tables() {
    return Stream.concat(Stream.of(table), joins.stream().map(TableJoin::table));
  }

  /** The names of the tables that are read. */
  public String tableNames() {
    return tables().map(ExchangeTable::name).collect(Collectors.joining(" "));
  }
}
