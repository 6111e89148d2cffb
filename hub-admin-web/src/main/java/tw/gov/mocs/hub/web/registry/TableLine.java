package tw.gov.mocs.hub.web.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.CatalogueUse;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Harm;
import tw.gov.mocs.hub.catalogue.TableDrift;

/**
 * A table as a list shows it.
 *
 * @param services codes of those that read it
 * @param grants how many that can still be used name something of it
 * @param harm what it does to calls that the source differs from it; null where none was found
 */
record TableLine(ExchangeTable table, List<String> services, long grants, @Nullable Harm harm) {

  static TableLine of(ExchangeTable table, CatalogueUse use, List<TableDrift> found) {
    return new TableLine(
        table,
        use.services(table.name()).stream().map(one -> one.code().value()).toList(),
        use.grants(table.name()),
        found.stream()
            .filter(drift -> drift.table().equals(table.name()) && !drift.isNone())
            .map(use::harm)
            .findFirst()
            .orElse(null));
  }

  boolean isUsed() {
    return !services.isEmpty() || grants > 0;
  }
}
