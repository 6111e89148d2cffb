package tw.gov.mocs.hub.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Identity numbers as a command is given them: in the option, or one a line by a stream. */
final class IdNumbers {

  private static final String STANDARD_INPUT = "-";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private IdNumbers() {}

  /**
   * All of them, once each.
   *
   * @param given a number, or {@code -} for standard input, which keeps numbers out of the shell's
   *     history and the process list
   */
  static List<String> of(List<String> given, InputStream standardInput) {
    List<String> all = new ArrayList<>();
    for (String one : given) {
      if (one.equals(STANDARD_INPUT)) {
        all.addAll(lines(standardInput));
      } else {
        all.add(one.strip());
      }
    }
    return all.stream().distinct().toList();
  }

  /** As editors and spreadsheets save them: a mark before the first, blank lines, CRLF, blanks. */
  private static List<String> lines(InputStream in) {
    try {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String unmarked = text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
      List<String> lines =
          unmarked.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      if (lines.isEmpty()) {
        throw new HubCallException(Failure.INPUT_EMPTY);
      }
      return lines;
    } catch (IOException e) {
      throw HubCallException.unreadable(Path.of(STANDARD_INPUT), e);
    }
  }
}
