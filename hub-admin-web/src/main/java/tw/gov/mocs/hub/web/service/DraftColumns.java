package tw.gov.mocs.hub.web.service;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.ServiceDraft;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.Names;

/** Columns and fields of the tables of a draft, for its form. Templates: {@code @draftColumns}. */
@Component("draftColumns")
public final class DraftColumns {

  private final Catalogue catalogue;
  private final Names names;

  DraftColumns(Catalogue catalogue, Names names) {
    this.catalogue = catalogue;
    this.names = names;
  }

  /** The columns that may hold the key of another table, each once, in the order of the fields. */
  public List<String> of(ExchangeTable table) {
    return table.fields().stream().map(Field::columnName).distinct().toList();
  }

  /**
   * A column as a choice tells it: {@code TABLE.COLUMN} and the labels of its fields, which are
   * none for a key that is no field.
   */
  public String told(String column, Locale locale) {
    int dot = column.lastIndexOf('.');
    ExchangeTable table =
        dot < 0 ? null : catalogue.current().tables().get(column.substring(0, dot));
    Stream<String> labels =
        table == null
            ? Stream.empty()
            : table.fields().stream()
                .filter(field -> field.columnName().equals(column.substring(dot + 1)))
                .map(field -> names.either(field.label(), field.labelEn(), locale));
    return Stream.concat(Stream.of(column), labels.distinct()).collect(joining(" "));
  }

  /** How the draft names a field. */
  public String name(ExchangeTable table, Field field, Typed typed) {
    return isFirst(table, typed)
        ? field.xmlName()
        : ServiceDraft.name(table.name(), field.xmlName());
  }

  /** The fields that the draft offers, or those that it does not. */
  public List<Field> offered(ExchangeTable table, Typed typed, boolean wanted) {
    return table.fields().stream()
        .filter(field -> typed.has("field", name(table, field, typed)) == wanted)
        .toList();
  }

  /** Whether the first table has an element of this name, so that a joined one cannot offer it. */
  public boolean isTaken(
      ExchangeTable table, Field field, List<ExchangeTable> tables, Typed typed) {
    return !isFirst(table, typed) && tables.get(0).findField(field.xmlName()).isPresent();
  }

  /** Whether something is wrong with one of these fields. */
  public boolean isFaulty(ExchangeTable table, List<Field> fields, Typed typed, Faults faults) {
    return fields.stream()
        .map(field -> name(table, field, typed))
        .anyMatch(name -> faults.of("field-" + name) != null || faults.of("end-" + name) != null);
  }

  private static boolean isFirst(ExchangeTable table, Typed typed) {
    return table.name().equals(typed.text("table"));
  }
}
