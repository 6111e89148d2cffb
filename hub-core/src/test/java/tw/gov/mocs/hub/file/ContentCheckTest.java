package tw.gov.mocs.hub.file;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

class ContentCheckTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void takesAFileOfEachType(FileType type) {
    assertThatCode(() -> check(type, Documents.of(type))).doesNotThrowAnyException();
  }

  @Test
  void takesTextInBig5() {
    byte[] big5 = "服務代碼,服務名稱\n".getBytes(Charset.forName("Big5"));
    assertThatCode(() -> check(FileType.CSV, big5)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "PDF, PNG",
    "PNG, JPEG",
    "JPEG, PDF",
    "TXT, PDF",
    "CSV, PNG",
    "PDF, TXT",
    "DOCX, XLSX",
    "XLSX, DOCX",
    "ODT, ODS",
    "ODS, ODT",
    "ODT, DOCX",
    "DOCX, ODT",
    "DOCX, ZIP",
    "ZIP, DOCX",
    "ZIP, ODT",
    "ZIP, PDF"
  })
  void refusesOneTypeUnderTheNameOfAnother(FileType named, FileType is) {
    refuses(ErrorCode.FILE_TYPE_MISMATCH, named, Documents.of(is));
  }

  @Test
  void refusesAProgramAsPdf() {
    byte[] program = ("MZ" + "\0".repeat(100)).getBytes(UTF_8);
    refuses(ErrorCode.FILE_TYPE_MISMATCH, FileType.PDF, program);
  }

  @Test
  void refusesAPdfThatRunsSomething() {
    refuses(ErrorCode.FILE_HOLDS_MACROS, FileType.PDF, Documents.PDF_WITH_SCRIPT);
  }

  @Test
  void refusesOneInAnArchive() {
    byte[] zip = Documents.zip(Map.of("說明.pdf", Documents.PDF_WITH_SCRIPT));
    refuses(ErrorCode.FILE_HOLDS_MACROS, FileType.ZIP, zip);
  }

  @Test
  void refusesAPageAsText() {
    byte[] page = "<!DOCTYPE html><html><script>1</script></html>".getBytes(UTF_8);
    refuses(ErrorCode.FILE_TYPE_MISMATCH, FileType.TXT, page);
  }

  @Test
  void refusesControlCharactersFarIntoAText() {
    byte[] text = ("a".repeat(100_000) + "\0").getBytes(UTF_8);
    refuses(ErrorCode.FILE_TYPE_MISMATCH, FileType.TXT, text);
  }

  @Test
  void refusesTextInUtf16() {
    refuses(ErrorCode.FILE_TYPE_MISMATCH, FileType.TXT, "服務".getBytes(UTF_16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-office.vbaProject",
        "application/vnd.ms-excel.macrosheet+xml",
        "application/vnd.ms-office.activeX+xml"
      })
  void refusesAMacroDocumentUnderTheNameOfAPlainOne(String part) {
    refuses(ErrorCode.FILE_HOLDS_MACROS, FileType.DOCX, Documents.zip(Documents.officeOpen(part)));
  }

  @Test
  void refusesAHiddenVbaProject() {
    Map<String, byte[]> entries = Documents.officeOpen(FileType.DOCX.mediaType() + ".main+xml");
    entries.put("word/VBAProject.bin", Documents.TEXT);
    refuses(ErrorCode.FILE_HOLDS_MACROS, FileType.DOCX, Documents.zip(entries));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic/Standard/Module1.xml", "Scripts/python/run.py"})
  void refusesMacrosOfOpenDocument(String entry) {
    Map<String, byte[]> entries = Documents.openDocument(FileType.ODT);
    entries.put(entry, Documents.TEXT);
    refuses(ErrorCode.FILE_HOLDS_MACROS, FileType.ODT, Documents.zip(entries));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.exe", "資料/更新.BAT", "說明.html"})
  void refusesAnArchiveThatHoldsWhatRuns(String entry) {
    byte[] zip = Documents.zip(Map.of("說明.txt", Documents.TEXT, entry, Documents.TEXT));
    refuses(ErrorCode.FILE_HOLDS_MACROS, FileType.ZIP, zip);
    assertThatCode(() -> check(FileType.ZIP, zip, true)).doesNotThrowAnyException();
  }

  @Test
  void refusesAnEncryptedOpenDocument() {
    refuses(
        ErrorCode.FILE_UNREADABLE, FileType.ODS, Documents.zip(Documents.encrypted(FileType.ODS)));
  }

  @Test
  void refusesAnEncryptedArchive() {
    byte[] zip = Documents.of(FileType.ZIP);
    // APPNOTE 4.4.4: bit 0 of the flags, in the local header and in the central directory.
    zip[6] |= 1;
    for (int i = 0; i + 3 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 8] |= 1;
      }
    }
    refuses(ErrorCode.FILE_UNREADABLE, FileType.ZIP, zip);
  }

  @Test
  void refusesATornArchive() {
    byte[] zip = Documents.of(FileType.XLSX);
    refuses(ErrorCode.FILE_UNREADABLE, FileType.XLSX, Arrays.copyOf(zip, zip.length - 30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "a/../../b", "/root", "C:\\x", "a\\..\\..\\b"})
  void refusesAnEntryThatLeadsOut(String name) {
    refuses(ErrorCode.FILE_UNREADABLE, FileType.ZIP, Documents.zip(Map.of(name, Documents.TEXT)));
  }

  @Test
  void refusesAnArchiveInAnArchive() {
    byte[] inner = Documents.of(FileType.ZIP);
    refuses(ErrorCode.FILE_HOLDS_ARCHIVE, FileType.ZIP, Documents.zip(Map.of("照片.jpg", inner)));
  }

  @Test
  void refusesAnotherArchiveInADocument() {
    Map<String, byte[]> entries = Documents.openDocument(FileType.ODT);
    entries.put("Pictures/1.png", new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 0, 1});
    refuses(ErrorCode.FILE_HOLDS_ARCHIVE, FileType.ODT, Documents.zip(entries));
  }

  @Test
  void refusesABombOfOneEntry() {
    byte[] bomb = Documents.zip(Map.of("0.txt", new byte[20_000_000]));
    refuses(ErrorCode.FILE_EXPANDS_TOO_MUCH, FileType.ZIP, bomb);
  }

  @Test
  void refusesWhatInflatesBeyondTheLimit() {
    // Below the ratio, above the sum: incompressible halves.
    byte[] half = new byte[(int) ZipCheck.MAX_INFLATED / 2];
    new Random(1).nextBytes(half);
    byte[] large = Documents.zip(Map.of("1.txt", half, "2.txt", half, "3.txt", new byte[8]));
    refuses(ErrorCode.FILE_EXPANDS_TOO_MUCH, FileType.ZIP, large);
  }

  @Test
  void refusesTooManyEntries() {
    Map<String, byte[]> entries = new HashMap<>();
    for (int i = 0; i <= ZipCheck.MAX_ENTRIES; i++) {
      entries.put(i + ".txt", Documents.TEXT);
    }
    refuses(ErrorCode.FILE_EXPANDS_TOO_MUCH, FileType.ZIP, Documents.zip(entries));
  }

  private void refuses(ErrorCode code, FileType type, byte[] content) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> check(type, content))
        .returns(code, HubException::code);
  }

  private void check(FileType type, byte[] content) throws IOException {
    check(type, content, false);
  }

  private void check(FileType type, byte[] content, boolean programs) throws IOException {
    ContentCheck.require(Files.write(folder.resolve("content"), content), type, programs);
  }
}
