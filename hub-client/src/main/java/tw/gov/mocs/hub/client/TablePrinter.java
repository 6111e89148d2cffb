package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows for a person: a table while it is narrow, else one block a row with a line for each field.
 */
final class TablePrinter implements AnswerPrinter {

  private static final int COLUMNS = 6;

  private final PrintWriter out;
  private final Map<String, String> labels;
  private int number;

  TablePrinter(PrintWriter out, Map<String, String> labels) {
    this.out = out;
    this.labels = labels;
  }

  @Override
  public void page(HubAnswer answer) {
    out.printf(
        "回應已驗證 Verified answer of %s · %d 筆 rows%n", answer.operation(), answer.rows().size());
    out.printf("  requestId %s · recordId %s%n", answer.requestId(), answer.recordId());
    out.printf("  asOf %s · grantVersion %d", answer.asOf(), answer.grantVersion());
    answer.checkpoint().ifPresent(c -> out.printf(" · checkpoint %d %s", c.number(), c.hash()));
    out.printf("%n%n");
    List<String> columns = columns(answer);
    if (columns.size() <= COLUMNS) {
      table(columns, answer.rows());
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
    columns.removeIf(name -> answer.rows().stream().noneMatch(row -> row.containsKey(name)));
    for (Map<String, String> row : answer.rows()) {
      row.keySet().stream().filter(name -> !columns.contains(name)).forEach(columns::add);
    }
    return columns;
  }

  private void block(Map<String, String> row) {
    out.printf("── %d ──%n", ++number);
    int widest =
        row.keySet().stream().map(this::heading).mapToInt(DisplayWidth::of).max().orElse(0);
    row.forEach(
        (name, value) -> out.printf("  %s  %s%n", pad(heading(name), widest), shown(value)));
    out.println();
  }

  private void table(List<String> columns, List<Map<String, String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (String column : columns) {
      int widest = DisplayWidth.of(heading(column));
      for (Map<String, String> row : rows) {
        widest = Math.max(widest, DisplayWidth.of(shown(row.getOrDefault(column, ""))));
      }
      widths.add(widest);
    }
    line(columns.stream().map(this::heading).toList(), widths);
    line(widths.stream().map("─"::repeat).toList(), widths);
    for (Map<String, String> row : rows) {
      line(columns.stream().map(c -> shown(row.getOrDefault(c, ""))).toList(), widths);
      number++;
    }
    out.println();
  }

  private void line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(pad(cells.get(i), widths.get(i))).append("  ");
    }
    out.println(line.toString().stripTrailing());
  }

  private String heading(String name) {
    String label = labels.getOrDefault(name, "");
    return label.isEmpty() ? name : label + " " + name;
  }

  /** A control character in a value must not steer the terminal. */
  private static String shown(String value) {
    return value
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - DisplayWidth.of(text));
  }
}
