package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the entries that an administrator keeps, in the transaction of the caller. */
@Component
class CatalogueWriter {

  private final CatalogueMapper mapper;

  CatalogueWriter(CatalogueMapper mapper) {
    this.mapper = mapper;
  }

  /** A code list, or a code of one. */
  void add(CatalogueEntry entry) {
    switch (entry.sheet()) {
      case LISTS -> mapper.insertCodeList(list(entry));
      case CODES -> mapper.insertCodeEntry(codeType(entry), CatalogueTexts.code(entry));
      case TABLES, FIELDS -> throw new IllegalArgumentException("these come from the source");
    }
  }

  void replace(CatalogueSnapshot now, CatalogueEntry before, CatalogueEntry after) {
    int rows =
        switch (after.sheet()) {
          case TABLES -> mapper.updateTable(CatalogueTexts.table(table(now, before), after));
          case FIELDS -> {
            ExchangeTable table = table(now, before);
            Field field = table.findField(before.of(CatalogueItem.ELEMENT)).orElseThrow();
            yield mapper.updateField(table.name(), CatalogueTexts.field(field, after));
          }
          case LISTS -> mapper.updateCodeList(list(after));
          case CODES ->
              mapper.updateCodeEntry(
                  codeType(before),
                  before.of(CatalogueItem.CODE),
                  CatalogueTexts.code(before).validFrom(),
                  CatalogueTexts.code(after));
        };
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows of " + before.key());
    }
  }

  void addField(ExchangeTable table, Field field) {
    int last = table.fields().stream().mapToInt(Field::ordinal).max().orElse(0);
    mapper.insertField(
        mapper.findTableId(table.name()).orElseThrow(),
        new Field(
            last + 1,
            field.columnName(),
            field.xmlName(),
            field.label(),
            field.labelEn(),
            field.type(),
            field.length(),
            field.scale(),
            field.codeType(),
            field.required(),
            field.criterion(),
            field.dataClass(),
            field.mask(),
            field.description()));
  }

  /**
   * Whether an earlier version of a service, which stays, offers a field of a table, or this one.
   */
  boolean wasOffered(String table, @Nullable String element) {
    return mapper.countOffers(table, element) > 0
        || (element == null && mapper.countJoins(table) > 0);
  }

  /** A field, or a table with all of them. */
  void remove(CatalogueSnapshot now, CatalogueEntry entry) {
    String table = table(now, entry).name();
    if (entry.sheet() == CatalogueSheet.FIELDS) {
      mapper.deleteField(table, entry.of(CatalogueItem.ELEMENT));
    } else {
      mapper.deleteFields(table);
      mapper.deleteTable(table);
    }
  }

  private static ExchangeTable table(CatalogueSnapshot now, CatalogueEntry entry) {
    return requireNonNull(now.tables().get(entry.of(CatalogueItem.TABLE)), "table");
  }

  private static CodeList list(CatalogueEntry entry) {
    return new CodeList(
        codeType(entry),
        entry.of(CatalogueItem.LABEL),
        entry.of(CatalogueItem.LABEL_EN),
        List.of());
  }

  private static String codeType(CatalogueEntry entry) {
    return entry.of(CatalogueItem.CODE_LIST);
  }
}
