package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows as CSV (RFC 4180), one heading of element names for all pages; an absent value is empty. */
final class CsvPrinter implements AnswerPrinter {

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
      columns = first.rows().stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    }
    line(columns);
    started = true;
  }

  private void row(Map<String, String> row) {
    row.keySet().stream()
        .filter(name -> !columns.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new HubCallException(Failure.COLUMN_UNKNOWN, name);
            });
    line(columns.stream().map(name -> row.getOrDefault(name, "")).toList());
  }

  private void line(List<String> cells) {
    out.print(cells.stream().map(CsvPrinter::quoted).collect(Collectors.joining(",")));
    out.print("\r\n");
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
