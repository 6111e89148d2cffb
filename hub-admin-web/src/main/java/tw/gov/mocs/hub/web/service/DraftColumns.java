package tw.gov.mocs.hub.web.service;

import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.ServiceDraft;
import tw.gov.mocs.hub.web.layout.Faults;

/** Columns and fields of the tables of a draft, for its form. Templates: {@code @draftColumns}. */
@Component("draftColumns")
public final class DraftColumns {

  /** The columns that may hold the key of another table, each once, in the order of the fields. */
  public List<String> of(ExchangeTable table) {
    return table.fields().stream().map(Field::columnName).distinct().toList();
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
