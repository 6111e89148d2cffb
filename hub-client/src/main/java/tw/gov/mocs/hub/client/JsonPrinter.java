package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.util.stream.Collectors;

/** One JSON object a page and line (JSON Lines), so that a long walk can be read as it comes. */
final class JsonPrinter implements AnswerPrinter {

  private final PrintWriter out;

  JsonPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void page(HubAnswer answer) {
    out.print("{\"operation\":" + quoted(answer.operation()));
    out.print(",\"requestId\":" + quoted(answer.requestId()));
    out.print(",\"recordId\":" + quoted(answer.recordId()));
    out.print(",\"asOf\":" + quoted(answer.asOf().toString()));
    out.print(",\"grantVersion\":" + answer.grantVersion());
    answer
        .checkpoint()
        .ifPresent(
            c ->
                out.print(
                    ",\"checkpoint\":{\"number\":"
                        + c.number()
                        + ",\"hash\":"
                        + quoted(c.hash())
                        + "}"));
    answer.nextPage().ifPresent(token -> out.print(",\"nextPage\":" + quoted(token)));
    out.print(
        answer.rows().stream()
            .map(JsonPrinter::object)
            .collect(Collectors.joining(",", ",\"rows\":[", "]}\n")));
    out.flush();
  }

  private static String object(HubRow row) {
    return row.values().entrySet().stream()
        .map(e -> quoted(e.getKey()) + ":" + quoted(e.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** RFC 8259 §7. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public void end() {
    out.flush();
  }
}
