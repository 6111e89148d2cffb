package tw.gov.mocs.hub.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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

  private final CSVPrinter printer;

  CsvRows(OutputStream out, List<Field> fields) throws IOException {
    printer =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, UTF_8), 16 * 1024), CSVFormat.RFC4180);
    printer.printRecord(fields.stream().map(Field::xmlName));
  }

  @Override
  public void row(@Nullable String[] values) throws IOException {
    printer.printRecord((Object[]) values);
  }

  @Override
  public void end() throws IOException {
    printer.flush();
  }
}
