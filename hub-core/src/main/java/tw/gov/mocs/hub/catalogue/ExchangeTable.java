package tw.gov.mocs.hub.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 資料表: a table of the source that services are composed from.
 *
 * @param name its name in the source
 * @param schema where it stands there; null for {@code hub.source.schema}
 * @param label Chinese label
 * @param labelEn English label
 * @param subjectColumn the column with the identity number of the person a row is about; null for a
 *     table that is not about persons
 * @param pagingKey the unique, not-null column that pages are ordered by; empty for a table without
 *     one, which can't be put into a service
 * @param fields its fields in order
 */
public record ExchangeTable(
    String name,
    @Nullable String schema,
    String label,
    String labelEn,
    @Nullable String subjectColumn,
    String pagingKey,
    List<Field> fields) {

  /** Copies the fields. */
  public ExchangeTable {
    fields = List.copyOf(fields);
  }

  /** In the schema that the settings name. */
  public ExchangeTable(
      String name,
      String label,
      String labelEn,
      @Nullable String subjectColumn,
      String pagingKey,
      List<Field> fields) {
    this(name, null, label, labelEn, subjectColumn, pagingKey, fields);
  }

  /** The same, its pages ordered by another unique column; by its own for an empty name. */
  ExchangeTable pagedBy(String column) {
    return column.isEmpty()
        ? this
        : new ExchangeTable(name, schema, label, labelEn, subjectColumn, column, fields);
  }

  /** The field with this element name. */
  public Optional<Field> findField(String xmlName) {
    return fields.stream().filter(field -> field.xmlName().equals(xmlName)).findFirst();
  }
}
