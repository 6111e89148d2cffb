package tw.gov.mocs.hub.web.registry;

import java.util.List;
import tw.gov.mocs.hub.catalogue.CatalogueUse;
import tw.gov.mocs.hub.catalogue.ExchangeTable;

/**
 * A table as a list shows it.
 *
 * @param services codes of those that read it
 * @param grants how many that can still be used name something of it
 */
record TableLine(ExchangeTable table, List<String> services, long grants) {

  static TableLine of(ExchangeTable table, CatalogueUse use) {
    return new TableLine(
        table,
        use.services(table.name()).stream().map(one -> one.code().value()).toList(),
        use.grants(table.name()));
  }

  boolean isUsed() {
    return !services.isEmpty() || grants > 0;
  }
}
