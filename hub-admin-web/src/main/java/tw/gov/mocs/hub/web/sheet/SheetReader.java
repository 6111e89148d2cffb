package tw.gov.mocs.hub.web.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Reads a table that somebody sends back: the first sheet of an ODS, or CSV in UTF-8. Guarantee: it
 * reads no more than {@value #MOST_BYTES} bytes and {@value #MOST_ROWS} rows, and resolves nothing.
 */
public final class SheetReader {

  /** Rows of a table. */
  public static final int MOST_ROWS = 20_000;

  static final int MOST_COLUMNS = 100;

  /** Of one file. */
  static final int MOST_SHEETS = 20;

  /** Unpacked. */
  static final int MOST_BYTES = 32 * 1024 * 1024;

  private SheetReader() {}

  /**
   * The rows that are not blank.
   *
   * @throws HubException FILE_UNREADABLE if it is no such table; FILE_EXPANDS_TOO_MUCH
   */
  public static List<SheetRow> read(SheetFormat format, InputStream in) throws IOException {
    List<SheetRow> rows = format == SheetFormat.ODS ? OdsTable.read(in) : csv(in);
    return rows.stream().filter(row -> !row.isBlank()).toList();
  }

  /**
   * The rows that are not blank of every sheet of an ODS, by its name; as {@link #read} for each.
   */
  public static Map<String, List<SheetRow>> sheets(InputStream in) throws IOException {
    Map<String, List<SheetRow>> sheets = OdsTable.sheets(in);
    sheets.replaceAll((name, rows) -> rows.stream().filter(row -> !row.isBlank()).toList());
    return sheets;
  }

  private static List<SheetRow> csv(InputStream in) throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text(in)), CSVFormat.RFC4180)) {
      for (CSVRecord line : parser) {
        requireRoom(rows.size(), line.size());
        rows.add(
            new SheetRow(
                (int) line.getRecordNumber(), line.stream().map(SheetReader::bare).toList()));
      }
    } catch (IllegalArgumentException | IllegalStateException | IOException e) {
      throw unreadable(e);
    }
    return rows;
  }

  /** As it was before it was exported: an apostrophe kept it from being reckoned. */
  private static String bare(String cell) {
    return cell.length() > 1 && CsvFile.isGuarded(cell) ? cell.substring(1) : cell;
  }

  private static String text(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooMuch();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unreadable(e);
    }
  }

  static void requireRoom(int rows, int columns) {
    if (rows >= MOST_ROWS || columns > MOST_COLUMNS) {
      throw tooMuch();
    }
  }

  static HubException tooMuch() {
    return new HubException(ErrorCode.FILE_EXPANDS_TOO_MUCH, "a table of too much");
  }

  static HubException unreadable(Exception cause) {
    return new HubException(ErrorCode.FILE_UNREADABLE, "not such a table", cause);
  }
}
