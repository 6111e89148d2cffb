package tw.gov.mocs.hub.web.registry;

import java.util.List;
import java.util.stream.Stream;
import tw.gov.mocs.hub.catalogue.CatalogueEntry;
import tw.gov.mocs.hub.catalogue.CatalogueTexts;
import tw.gov.mocs.hub.catalogue.CatalogueUse;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;

/**
 * A field as a list shows it.
 *
 * @param services codes of those that offer it
 * @param grants how many that can still be used name it
 */
record FieldLine(ExchangeTable table, Field field, List<String> services, long grants) {

  static Stream<FieldLine> of(ExchangeTable table, CatalogueUse use) {
    return table.fields().stream().map(field -> of(table, field, use));
  }

  static FieldLine of(ExchangeTable table, Field field, CatalogueUse use) {
    String name = table.name();
    return new FieldLine(
        table,
        field,
        use.services(name, field.xmlName()).stream().map(one -> one.code().value()).toList(),
        use.grants(name, field.xmlName()));
  }

  boolean isUsed() {
    return !services.isEmpty() || grants > 0;
  }

  /** As texts. */
  public CatalogueEntry entry() {
    return CatalogueTexts.of(table, field);
  }
}
