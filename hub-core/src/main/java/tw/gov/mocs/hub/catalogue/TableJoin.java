package tw.gov.mocs.hub.catalogue;

import java.util.List;

/**
 * 聯結: a further table of a service. A row of the service finds at most one row of it, by a key that
 * the source declares.
 *
 * @param table what is joined
 * @param keyColumn its unique column
 * @param fromTable the service's first table, or one that is joined before
 * @param fromColumn the column there that holds the key
 * @param fields those of the table's fields that the service offers, in the table's order
 */
public record TableJoin(
    ExchangeTable table,
    String keyColumn,
    String fromTable,
    String fromColumn,
    List<Field> fields) {

  /** Copies the fields. */
  public TableJoin {
    fields = List.copyOf(fields);
  }

  /** Whether the service offers a field of this element name from here. */
  public boolean offers(String xmlName) {
    return fields.stream().anyMatch(field -> field.xmlName().equals(xmlName));
  }

  /** Whether it finds the same rows as another. */
  boolean findsAs(TableJoin other) {
    return table.name().equals(other.table.name())
        && keyColumn.equals(other.keyColumn)
        && fromTable.equals(other.fromTable)
        && fromColumn.equals(other.fromColumn);
  }
}
