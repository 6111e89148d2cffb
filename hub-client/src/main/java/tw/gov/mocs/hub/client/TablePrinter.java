package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.TerminalText.padded;
import static tw.gov.mocs.hub.client.TerminalText.shown;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows for a person: a table where it fits the terminal, else a block a row, a line a field. */
final class TablePrinter implements AnswerPrinter {

  /** A value beside a long heading still gets this many columns. */
  private static final int NARROWEST = 20;

  private final PrintWriter out;
  private final Map<String, String> labels;
  private final int terminal;
  private int number;

  /**
   * A printer.
   *
   * @param labels element name → label, in the order of the contract
   * @param terminal columns of the terminal
   */
  TablePrinter(PrintWriter out, Map<String, String> labels, int terminal) {
    this.out = out;
    this.labels = labels;
    this.terminal = terminal;
  }

  @Override
  public void page(HubAnswer answer) {
    out.printf(
        "回應已驗證 Verified answer of %s · %d 筆 rows%n", answer.operation(), answer.rows().size());
    out.printf("  requestId %s · recordId %s%n", answer.requestId(), answer.recordId());
    out.printf("  asOf %s · grantVersion %d%n", answer.asOf(), answer.grantVersion());
    answer.checkpoint().ifPresent(c -> out.printf("  checkpoint %d %s%n", c.number(), c.hash()));
    out.println();
    List<String> columns = columns(answer);
    List<Integer> widths = columns.stream().map(name -> width(name, answer.rows())).toList();
    if (answer.rows().isEmpty()) {
      out.println("（查無資料 no rows）");
    } else if (widths.stream().mapToInt(width -> width + 2).sum() - 2 <= terminal) {
      table(columns, widths, answer.rows());
    } else {
      answer.rows().forEach(this::block);
    }
    if (answer.nextPage().isPresent()) {
      out.println("（還有下一頁 there are more pages: --all-pages）");
    }
    out.flush();
  }

  @Override
  public void end() {
    out.flush();
  }

  /** The fields that occur, in the order of the contract. */
  private List<String> columns(HubAnswer answer) {
    List<String> columns = new ArrayList<>(labels.keySet());
    columns.removeIf(name -> answer.rows().stream().noneMatch(row -> row.text(name).isPresent()));
    for (HubRow row : answer.rows()) {
      row.values().keySet().stream().filter(name -> !columns.contains(name)).forEach(columns::add);
    }
    return columns;
  }

  private int width(String column, List<HubRow> rows) {
    int widest = TerminalText.width(heading(column));
    for (HubRow row : rows) {
      widest = Math.max(widest, TerminalText.width(cell(row, column)));
    }
    return widest;
  }

  private void table(List<String> columns, List<Integer> widths, List<HubRow> rows) {
    line(columns.stream().map(this::heading).toList(), widths);
    line(widths.stream().map("─"::repeat).toList(), widths);
    rows.forEach(row -> line(columns.stream().map(name -> cell(row, name)).toList(), widths));
    number += rows.size();
    out.println();
  }

  private void line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(padded(cells.get(i), widths.get(i))).append("  ");
    }
    out.println(line.toString().stripTrailing());
  }

  private void block(HubRow row) {
    out.printf("── %d ──%n", ++number);
    int widest =
        row.values().keySet().stream()
            .mapToInt(name -> TerminalText.width(heading(name)))
            .max()
            .orElse(0);
    int left = Math.max(NARROWEST, terminal - widest - 4);
    row.values()
        .forEach(
            (name, value) -> {
              String before = heading(name);
              for (String line : TerminalText.wrapped(shown(value), left)) {
                out.printf("  %s  %s%n", padded(before, widest), line);
                before = "";
              }
            });
    out.println();
  }

  private String heading(String name) {
    String label = labels.getOrDefault(name, "");
    return shown(label.isEmpty() ? name : label + " " + name);
  }

  private static String cell(HubRow row, String column) {
    return shown(row.text(column).orElse(""));
  }
}
