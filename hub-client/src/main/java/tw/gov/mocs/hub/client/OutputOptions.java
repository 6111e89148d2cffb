package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which form rows are printed. */
final class OutputOptions {

  private static final int TERMINAL = 100;

  @Option(names = "--json", description = "one JSON object a page and line")
  private boolean json;

  @Option(
      names = "--csv",
      description = {
        "CSV (RFC 4180, UTF-8) for machines and spreadsheets.",
        "Only here a value that begins with = + - or @ gets a ' before it, or a spreadsheet would"
            + " run it as a formula."
      })
  private boolean csv;

  /**
   * The printer.
   *
   * @param labels element name → label; asked for when the first page is there
   * @param fields those asked for; empty for all
   */
  AnswerPrinter printer(
      PrintWriter out, Supplier<Map<String, String>> labels, List<String> fields) {
    if (json) {
      return new JsonPrinter(out);
    }
    Map<String, String> columns = labels.get();
    if (csv) {
      return new CsvPrinter(out, fields.isEmpty() ? List.copyOf(columns.keySet()) : fields);
    }
    return new TablePrinter(out, columns, terminal(System.getenv("COLUMNS")));
  }

  /** Shells tell their width where it is exported. */
  static int terminal(@Nullable String columns) {
    return columns != null && columns.matches("[1-9]\\d{1,3}")
        ? Integer.parseInt(columns)
        : TERMINAL;
  }
}
