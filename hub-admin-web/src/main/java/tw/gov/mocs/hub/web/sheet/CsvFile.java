package tw.gov.mocs.hub.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** A table as CSV: RFC 4180, UTF-8 with byte order mark, every text in quotes. */
final class CsvFile {

  /** OWASP, CSV Injection: what a spreadsheet takes for the beginning of a formula. */
  private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get();

  private CsvFile() {}

  static <T> void write(Sheet<T> sheet, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    writer.write('\uFEFF');
    CSVPrinter printer = new CSVPrinter(writer, FORMAT);
    printer.printRecord(sheet.columns().stream().map(column -> safe(column.title())));
    for (Iterator<T> rows = sheet.rows(); rows.hasNext(); ) {
      T row = rows.next();
      for (Column<T> column : sheet.columns()) {
        printer.print(cell(CellValue.of(column.value().apply(row))));
      }
      printer.println();
    }
    printer.flush();
  }

  private static Object cell(CellValue value) {
    return value.kind() == CellValue.Kind.NUMBER
        ? new BigDecimal(value.text())
        : safe(value.text());
  }

  /** An apostrophe before it, so that it is shown and not reckoned. */
  private static String safe(String text) {
    return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** Whether it is such a text, as it was exported. */
  static boolean isGuarded(String cell) {
    return cell.charAt(0) == '\'' && cell.length() > 1 && DANGEROUS.indexOf(cell.charAt(1)) >= 0;
  }
}
