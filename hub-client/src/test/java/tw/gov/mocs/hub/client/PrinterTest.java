package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows in a terminal and in a spreadsheet. */
class PrinterTest {

  @Test
  void alignsChineseInATable() {
    assertThat(table(40, row("name", "王小明", "kind", "ab"), row("name", "Eve", "kind", "c")))
        .contains("姓名 name  kind\n─────────  ────\n王小明     ab\nEve        c\n");
  }

  @Test
  void writesOneFieldALineWhereATableDoesNotFit() {
    assertThat(table(30, row("name", "王小明", "kind", "一二三四五六七八九十甲乙丙")))
        .contains("── 1 ──\n  姓名 name  王小明\n  kind       一二三四五六七八九十\n             甲乙丙\n");
  }

  @Test
  void saysThatThereAreNoRows() {
    assertThat(table(40)).contains("no rows");
  }

  @Test
  void leavesNothingInAValueThatSteersTheTerminal() {
    assertThat(table(40, row("name", "a\u001b[2J\u202eb"))).contains("a [2J b\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
  void givesASpreadsheetNoFormula(String value) {
    assertThat(csv(row("a", value))).isEqualTo("a\r\n'" + value + "\r\n");
  }

  @Test
  void quotesAsRfc4180() {
    assertThat(csv(row("a", "x,\"y\"\nz", "b", "=\"1\"")))
        .isEqualTo("a,b\r\n\"x,\"\"y\"\"\nz\",\"'=\"\"1\"\"\"\r\n");
  }

  @Test
  void jsonLeavesAValueAsItIs() {
    assertThat(printed(JsonPrinter::new, row("a", "=1+1"))).contains("{\"a\":\"=1+1\"}");
  }

  @ParameterizedTest
  @CsvSource({"80,80", "200,200", "0,100", "x,100", "99999,100", ",100"})
  void takesTheWidthOfTheTerminalFromItsVariable(String columns, int width) {
    assertThat(OutputOptions.terminal(columns)).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"abc,3", "王a,3", "（）,4", "ｱ,1", "𠀀,2", "e\u0301,1", "￥,2", "😀,2"})
  void countsColumns(String text, int columns) {
    assertThat(TerminalText.width(text)).isEqualTo(columns);
  }

  private static String table(int terminal, HubRow... rows) {
    return printed(out -> new TablePrinter(out, Map.of("name", "姓名"), terminal), rows);
  }

  private static String csv(HubRow... rows) {
    return printed(out -> new CsvPrinter(out, List.of()), rows);
  }

  private static String printed(Function<PrintWriter, AnswerPrinter> printer, HubRow... rows) {
    StringWriter out = new StringWriter();
    AnswerPrinter made = printer.apply(new PrintWriter(out));
    OffsetDateTime asOf = OffsetDateTime.parse("2026-11-23T08:00:00+08:00");
    made.page(new HubAnswer("SQ_TA_001", "q", "r", asOf, 1, Optional.empty(), List.of(rows), null));
    made.end();
    return out.toString();
  }

  private static HubRow row(String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new HubRow(values);
  }
}
