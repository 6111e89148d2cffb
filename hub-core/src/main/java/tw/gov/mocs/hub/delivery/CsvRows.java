package tw.gov.mocs.hub.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.Field;

/**
 * Rows as RFC 4180 CSV for programs: no byte order mark, element names in the first line, an absent
 * value is an empty place. Values stand as they are in the source; a spreadsheet is not their
 * reader.
 */
final class CsvRows implements RowsFile {

  /** So many characters are encoded at once. */
  private static final int PIECE = 16 * 1024;

  private final OutputStream out;
  // A writer would lock for each value; that took a third of the time of a file.
  private final StringBuilder text = new StringBuilder(2 * PIECE);
  private final CSVPrinter printer;

  CsvRows(OutputStream out, List<Field> fields) throws IOException {
    this.out = out;
    printer = new CSVPrinter(text, CSVFormat.RFC4180);
    printer.printRecord(fields.stream().map(Field::xmlName));
  }

  @Override
  public void row(@Nullable String[] values) throws IOException {
    printer.printRecord((Object[]) values);
    if (text.length() >= PIECE) {
      write();
    }
  }

  @Override
  public void end() throws IOException {
    write();
  }

  private void write() throws IOException {
    out.write(text.toString().getBytes(UTF_8));
    text.setLength(0);
  }
}
