package tw.gov.mocs.hub.web.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.CatalogueEntries;
import tw.gov.mocs.hub.catalogue.CatalogueEntry;
import tw.gov.mocs.hub.catalogue.CatalogueItem;
import tw.gov.mocs.hub.catalogue.CatalogueLine;
import tw.gov.mocs.hub.catalogue.CatalogueSheet;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.web.sheet.Column;
import tw.gov.mocs.hub.web.sheet.Sheet;
import tw.gov.mocs.hub.web.sheet.SheetFormat;
import tw.gov.mocs.hub.web.sheet.SheetReader;
import tw.gov.mocs.hub.web.sheet.SheetRow;

/** The whole catalogue as an ODS: a sheet each of tables, fields, code lists and codes. */
@Component
final class CatalogueFile {

  private final StoredFiles files;
  private final RegistryTexts texts;

  CatalogueFile(StoredFiles files, RegistryTexts texts) {
    this.files = files;
    this.texts = texts;
  }

  /**
   * What stands in a file.
   *
   * @param missing columns without which a sheet says nothing, as {@code sheet: column}
   * @param ignored sheets and columns that are none of the catalogue
   * @param lines below the headings, of all sheets
   */
  record Content(List<String> missing, List<String> ignored, List<CatalogueLine> lines) {}

  /** Writes it, in the language of the reader. */
  void write(CatalogueSnapshot catalogue, Locale locale, OutputStream out) throws IOException {
    List<Sheet<?>> sheets = new ArrayList<>();
    for (CatalogueSheet sheet : CatalogueSheet.values()) {
      List<Column<CatalogueEntry>> columns =
          sheet.items().stream()
              .map(
                  item ->
                      Column.<CatalogueEntry>of(
                          texts.item(item, locale), entry -> texts.shown(entry, item, locale)))
              .toList();
      sheets.add(
          new Sheet<>(
              texts.text("registry.sheet." + sheet, locale),
              columns,
              CatalogueEntries.all(catalogue, sheet).iterator()));
    }
    SheetFormat.ODS.write(sheets, out);
  }

  /** Reads one; FILE_UNREADABLE or FILE_EXPANDS_TOO_MUCH if it is no file that can be read. */
  Content read(StoredFile file, Locale locale) throws IOException {
    Map<String, List<SheetRow>> sheets;
    try (OpenFile open = files.open(file.id())) {
      sheets = SheetReader.sheets(open.content());
    }
    Content content = new Content(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Set<CatalogueSheet> read = EnumSet.noneOf(CatalogueSheet.class);
    sheets.forEach(
        (name, rows) -> {
          Optional<CatalogueSheet> sheet = texts.sheet(name.strip());
          if (sheet.isPresent() && read.add(sheet.get())) {
            read(sheet.get(), rows, locale, content);
          } else if (!rows.isEmpty()) {
            content.ignored().add(name);
          }
        });
    return content;
  }

  private void read(CatalogueSheet sheet, List<SheetRow> rows, Locale locale, Content content) {
    if (rows.isEmpty()) {
      return;
    }
    String name = texts.text("registry.sheet." + sheet, locale);
    Map<CatalogueItem, Integer> columns = new EnumMap<>(CatalogueItem.class);
    List<String> headings = rows.get(0).cells();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i).strip();
      Optional<CatalogueItem> item = texts.meant(sheet, heading);
      if (item.isPresent()) {
        columns.putIfAbsent(item.get(), i);
      } else if (!heading.isEmpty()) {
        content.ignored().add(name + ": " + heading);
      }
    }
    List<CatalogueItem> missing =
        sheet.keys().stream().filter(key -> !columns.containsKey(key)).toList();
    missing.forEach(key -> content.missing().add(name + ": " + texts.item(key, locale)));
    if (missing.isEmpty()) {
      rows.stream().skip(1).forEach(row -> content.lines().add(line(sheet, row, columns)));
    }
  }

  private CatalogueLine line(
      CatalogueSheet sheet, SheetRow row, Map<CatalogueItem, Integer> columns) {
    Map<CatalogueItem, String> values = new EnumMap<>(CatalogueItem.class);
    columns.forEach(
        (item, column) -> values.put(item, texts.meant(item, row.cell(column).strip())));
    return new CatalogueLine(sheet, row.number(), values);
  }
}
