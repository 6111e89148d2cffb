package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tw.gov.mocs.hub.audit.VerificationReport;
import tw.gov.mocs.hub.audit.VerificationReport.Finding;

class VerifyLogCommandTest {

  private static final byte[] HASH = new byte[32];

  static {
    HASH[0] = (byte) 0xfb;
    HASH[31] = 7;
  }

  @Test
  void takesTheHashThatAnAnswerCarried() {
    assertThat(seen("17=" + Base64.getEncoder().encodeToString(HASH))).containsEntry(17L, HASH);
  }

  @Test
  void takesTheHashInHexadecimal() {
    assertThat(seen("17=" + HexFormat.of().formatHex(HASH))).containsEntry(17L, HASH);
  }

  @Test
  void takesSeveral() {
    String hash = HexFormat.of().formatHex(HASH);
    assertThat(seen("1=" + hash, "2=" + hash)).hasSize(2);
  }

  @Test
  void saysWhatItExpected() {
    assertThatThrownBy(() -> seen("17=abc"))
        .isInstanceOf(CommandLine.ParameterException.class)
        .hasMessageContaining("expected a number");
  }

  @Test
  void namesEveryFaultInBothLanguagesAndSaysWhatIsNotProven() {
    List<Finding> findings =
        List.of(
            new Finding("node-1 row 301", "has lost its content"),
            new Finding("node-1 row 388", "has changed content"));
    assertThat(printed(new VerificationReport(410, 2, 12, 0, 1, 0, findings)))
        .contains(
            "410 rows and 12 checkpoints fit",
            "DOES NOT FIT: node-1 row 301 has lost its content.",
            "不符：節點 node-1 第 301 列：內容遺失",
            "DOES NOT FIT: node-1 row 388 has changed content.",
            "2 rows are NOT proven",
            "The log or its search index was changed.");
  }

  @Test
  void saysThatNothingButWhatWasKeptElsewhereDoesNotFit() {
    List<Finding> findings = List.of(new Finding("kept.txt", "cannot be read"));
    assertThat(printed(new VerificationReport(410, 0, 12, 0, 1, 1, findings)))
        .contains("The log fits by itself, but not what was kept", "稽核紀錄本身相符，但與另行保存的檢查點不符")
        .doesNotContain("search index was changed");
  }

  private static String printed(VerificationReport report) {
    StringWriter out = new StringWriter();
    VerifyLogCommand.print(report, new PrintWriter(out, true));
    return out.toString();
  }

  private static Map<Long, byte[]> seen(String... checkpoints) {
    VerifyLogCommand command = new VerifyLogCommand();
    CommandLine line = new CommandLine(command);
    String[] arguments = new String[checkpoints.length * 2];
    for (int i = 0; i < checkpoints.length; i++) {
      arguments[2 * i] = "--seen";
      arguments[2 * i + 1] = checkpoints[i];
    }
    line.parseArgs(arguments);
    return command.seen();
  }
}
