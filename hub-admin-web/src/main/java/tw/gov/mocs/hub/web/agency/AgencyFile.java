package tw.gov.mocs.hub.web.agency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.AgencyField;
import tw.gov.mocs.hub.agency.AgencyLine;
import tw.gov.mocs.hub.file.FileType;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.web.sheet.SheetFormat;
import tw.gov.mocs.hub.web.sheet.SheetReader;
import tw.gov.mocs.hub.web.sheet.SheetRow;

/** Reads a file with agencies: its first row has the headings, in either language. */
@Component
final class AgencyFile {

  private final StoredFiles files;
  private final MessageSource messages;

  AgencyFile(StoredFiles files, MessageSource messages) {
    this.files = files;
    this.messages = messages;
  }

  /**
   * What stands in it.
   *
   * @param missing columns that there must be and are not; nothing else is known then
   * @param ignored headings that are none of an agency
   * @param lines below the headings
   */
  record Content(List<AgencyField> missing, List<String> ignored, List<AgencyLine> lines) {}

  /** Reads it; FILE_UNREADABLE or FILE_EXPANDS_TOO_MUCH if it is no table that can be read. */
  Content read(StoredFile file) throws IOException {
    SheetFormat format = file.type() == FileType.ODS ? SheetFormat.ODS : SheetFormat.CSV;
    List<SheetRow> rows;
    try (OpenFile open = files.open(file.id())) {
      rows = SheetReader.read(format, open.content());
    }
    List<String> headings = rows.isEmpty() ? List.of() : rows.get(0).cells();
    Map<AgencyField, Integer> columns = new EnumMap<>(AgencyField.class);
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Optional<AgencyField> field = field(headings.get(i).strip());
      if (field.isPresent()) {
        columns.putIfAbsent(field.get(), i);
      } else if (!headings.get(i).isBlank()) {
        ignored.add(headings.get(i).strip());
      }
    }
    List<AgencyField> missing =
        Stream.of(AgencyField.CODE, AgencyField.NAME)
            .filter(field -> !columns.containsKey(field))
            .toList();
    List<AgencyLine> lines =
        missing.isEmpty()
            ? rows.stream().skip(1).map(row -> line(row, columns)).toList()
            : List.of();
    return new Content(missing, ignored, lines);
  }

  private static AgencyLine line(SheetRow row, Map<AgencyField, Integer> columns) {
    Map<AgencyField, String> values = new EnumMap<>(AgencyField.class);
    columns.forEach((field, column) -> values.put(field, row.cell(column).strip()));
    return new AgencyLine(row.number(), values);
  }

  private Optional<AgencyField> field(String heading) {
    return Stream.of(AgencyField.values())
        .filter(
            field ->
                Stream.of(Locale.TRADITIONAL_CHINESE, Locale.ENGLISH)
                    .map(locale -> messages.getMessage("agencies.field." + field, null, locale))
                    .anyMatch(heading::equalsIgnoreCase))
        .findFirst();
  }
}
