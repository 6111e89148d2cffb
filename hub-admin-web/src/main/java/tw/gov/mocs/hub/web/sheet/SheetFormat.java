package tw.gov.mocs.hub.web.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** In which formats a table can be had; none of them runs what stands in a cell as a formula. */
public enum SheetFormat {
  /** OpenDocument 1.3, ISO/IEC 26300. */
  ODS("application/vnd.oasis.opendocument.spreadsheet"),
  /** RFC 4180 in UTF-8 with byte order mark, which Excel needs. */
  CSV("text/csv;charset=UTF-8");

  private final MediaType mediaType;

  SheetFormat(String mediaType) {
    this.mediaType = MediaType.parseMediaType(mediaType);
  }

  /** The one of this name, as an address says it; NOT_FOUND if there is none. */
  public static SheetFormat get(String name) {
    return Stream.of(values())
        .filter(known -> known.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no such format", name));
  }

  /** What it is sent as. */
  public MediaType mediaType() {
    return mediaType;
  }

  /** With its extension. */
  public String fileName(String name) {
    return name + "." + name().toLowerCase(Locale.ROOT);
  }

  /** Writes a table while it is read, and leaves the stream open. */
  public void write(Sheet<?> sheet, OutputStream out) throws IOException {
    write(List.of(sheet), out);
  }

  /**
   * Writes several tables into one file.
   *
   * @throws IllegalArgumentException for CSV, which holds only one
   */
  public void write(List<Sheet<?>> sheets, OutputStream out) throws IOException {
    if (this == ODS) {
      OdsFile.write(sheets, out);
      return;
    }
    if (sheets.size() != 1) {
      throw new IllegalArgumentException("CSV holds one table");
    }
    CsvFile.write(sheets.get(0), out);
  }
}
