package tw.gov.mocs.hub.catalogue;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The entries of a catalogue, sheet by sheet, in the order of a file. */
public final class CatalogueEntries {

  private CatalogueEntries() {}

  /** All of a sheet. */
  public static List<CatalogueEntry> all(CatalogueSnapshot catalogue, CatalogueSheet sheet) {
    return stream(catalogue, sheet).toList();
  }

  /** The one with this key. */
  public static Optional<CatalogueEntry> find(
      CatalogueSnapshot catalogue, CatalogueSheet sheet, List<String> key) {
    return stream(catalogue, sheet).filter(entry -> entry.key().equals(key)).findFirst();
  }

  private static Stream<CatalogueEntry> stream(CatalogueSnapshot catalogue, CatalogueSheet sheet) {
    Stream<ExchangeTable> tables =
        catalogue.tables().values().stream().sorted(comparing(ExchangeTable::name));
    Stream<CodeList> lists = catalogue.codeLists().values().stream();
    return switch (sheet) {
      case TABLES -> tables.map(CatalogueTexts::of);
      case FIELDS ->
          tables.flatMap(
              table -> table.fields().stream().map(field -> CatalogueTexts.of(table, field)));
      case LISTS -> lists.map(CatalogueTexts::of);
      case CODES ->
          lists.flatMap(
              list ->
                  list.entries().stream().map(code -> CatalogueTexts.of(list.codeType(), code)));
    };
  }
}
