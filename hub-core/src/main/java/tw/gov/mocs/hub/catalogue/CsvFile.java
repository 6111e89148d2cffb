package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One file of the initial catalogue: comma-separated, UTF-8, its first line the column names. */
final class CsvFile {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private CsvFile() {}

  /** The lines of the file with this name. */
  static List<CSVRecord> read(String name) {
    String path = "initial/" + name;
    try (InputStream in = requireNonNull(CsvFile.class.getResourceAsStream(path), path);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException("the initial catalogue cannot be read: " + path, e);
    }
  }

  /** A text, or null where the column is empty. */
  static @Nullable String text(CSVRecord line, String column) {
    String value = line.get(column);
    return value.isEmpty() ? null : value;
  }

  /** A number, or null where the column is empty. */
  static @Nullable Integer number(CSVRecord line, String column) {
    String value = text(line, column);
    return value == null ? null : Integer.valueOf(value);
  }
}
