package tw.gov.mocs.hub.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "申請書.pdf, 申請書.pdf",
    "C:\\Users\\me\\報表 1.xlsx, 報表 1.xlsx",
    "../../etc/a.txt, a.txt",
    "' 前後空白.csv ', 前後空白.csv",
    "v1.2 說明.pdf, v1.2 說明.pdf",
    "CONTRACT.pdf, CONTRACT.pdf",
    "𠮷.odt, 𠮷.odt"
  })
  void keepsTheLastPart(String sent, String kept) {
    assertThat(FileName.of(sent).value()).isEqualTo(kept);
  }

  @Test
  void composesWhatAppleDecomposes() {
    assertThat(FileName.of("cafe\u0301.pdf").value()).isEqualTo("caf\u00e9.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "folder/",
        "..",
        ".htaccess",
        "a.",
        "a..pdf",
        "a\u0000.pdf",
        "a\n.pdf",
        "gpj\u202Efdp.exe.pdf",
        "a\u200B.pdf",
        "a\u2066.pdf",
        "a\u2028.pdf",
        "\uD800.pdf",
        "a<b.pdf",
        "a:b.pdf",
        "a\"b.pdf",
        "a|b.pdf",
        "CON.pdf",
        "nul",
        "LPT1.txt",
        "com¹.txt"
      })
  void refusesNamesThatHarm(String sent) {
    refuses(ErrorCode.FILE_NAME_INVALID, sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.exe.pdf", "a.HTML.txt", "a.pdf.js.zip", "a.exe .pdf"})
  void refusesAProgramsExtensionWithin(String sent) {
    refuses(ErrorCode.FILE_EXTENSION_DOUBLE, sent);
  }

  @Test
  void countsCharactersNotUnits() {
    String longest = "𠮷".repeat(96) + ".pdf";
    assertThat(FileName.of(longest).value()).isEqualTo(longest);
    refuses(ErrorCode.FILE_NAME_TOO_LONG, "𠮷" + longest);
  }

  private static void refuses(ErrorCode code, String sent) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> FileName.of(sent))
        .returns(code, HubException::code);
  }
}
