package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as CSV (RFC 4180), one heading of element names for all pages; an absent value is empty, and
 * one that a spreadsheet would run as a formula gets a {@code '} before it.
 */
final class CsvPrinter implements AnswerPrinter {

  private static final String FORMULA = "=+-@";

  private final PrintWriter out;
  private List<String> columns;
  private boolean started;

  /**
   * A printer.
   *
   * @param columns the heading; empty to take the fields of the first page
   */
  CsvPrinter(PrintWriter out, List<String> columns) {
    this.out = out;
    this.columns = List.copyOf(columns);
  }

  @Override
  public void page(HubAnswer answer) {
    if (!started) {
      start(answer);
    }
    answer.rows().forEach(this::row);
    out.flush();
  }

  private void start(HubAnswer first) {
    if (columns.isEmpty()) {
      columns =
          first.rows().stream().flatMap(row -> row.values().keySet().stream()).distinct().toList();
    }
    line(columns);
    started = true;
  }

  private void row(HubRow row) {
    row.values().keySet().stream()
        .filter(name -> !columns.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new HubCallException(Failure.COLUMN_UNKNOWN, name);
            });
    line(columns.stream().map(name -> harmless(row.text(name).orElse(""))).toList());
  }

  private void line(List<String> cells) {
    out.print(cells.stream().map(CsvPrinter::quoted).collect(Collectors.joining(",")));
    out.print("\r\n");
  }

  /** A spreadsheet takes what begins so for a formula, and would run it (CWE-1236). */
  private static String harmless(String value) {
    return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public void end() {
    out.flush();
  }
}
