package tw.gov.mocs.hub.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What a PDF may hold, with PDFs made here. */
class PdfCheckTest {

  private static final String PAGE =
      "BT /F1 12 Tf 72 720 Td (HTML/CSS/JavaScript, Start / Launch) Tj ET";

  @Test
  void takesAPlainDocument() {
    passes(pdf("<</Type/Catalog/Pages 2 0 R>>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>",
        "<</OpenAction<</S/JavaScript/JS(1)>>>>",
        "<</AA<</O<</JS(1)/S/JavaScript>>>>>>",
        "<</A<</#53/J#61vaScr#69pt/JS(1)>>>>",
        "<</A<</S % a comment\n/JavaScript/JS(1)>>>>",
        "<</T(( % )/A<</S/JavaScript/JS(1)>>>>",
        "<</A<</S/Launch/F(cmd.exe)>>>>",
        "<</A<</S/Rendition/JS(1)>>>>",
        "<</Subtype/RichMedia/RichMediaContent 5 0 R>>",
        "<</AcroForm<</NeedAppearances true/XFA 5 0 R>>>>"
      })
  void refusesWhatRuns(String object) {
    refuses(ErrorCode.FILE_HOLDS_MACROS, pdf(object));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</Names<</Dests 4 0 R/EmbeddedFiles 5 0 R>>>>",
        "<</Type /EmbeddedFile /Length 3>>\nstream\nabc\nendstream",
        "<</Type/Annot/Subtype/FileAttachment/FS 5 0 R>>",
        "<</A<</S/GoToE/T 5 0 R>>>>"
      })
  void refusesOtherFilesWithin(String object) {
    refuses(ErrorCode.FILE_HOLDS_ARCHIVE, pdf(object));
  }

  @Test
  void refusesWhatRunsInAStreamOfObjects() {
    refuses(ErrorCode.FILE_HOLDS_MACROS, pdf(objects("/Type/ObjStm", "<</S/JavaScript/JS(1)>>")));
  }

  @Test
  void refusesItAlsoWhereTheStreamDoesNotSayWhatItIs() {
    refuses(ErrorCode.FILE_HOLDS_MACROS, pdf(objects("/Type 9 0 R", "<</S/JavaScript/JS(1)>>")));
  }

  @Test
  void takesAPlainStreamOfObjects() {
    passes(pdf(objects("/Type/ObjStm", "<</Title(HTML/JavaScript)>>")));
  }

  @Test
  void refusesObjectsThatCannotBeUnpacked() {
    byte[] encrypted = new byte[300];
    new Random(1).nextBytes(encrypted);
    String object = "<</Type/ObjStm/Length 300>>\nstream\n" + text(encrypted) + "\nendstream";
    refuses(ErrorCode.FILE_UNREADABLE, pdf(object));
  }

  @Test
  void takesATextThatNamesScripts() {
    passes(pdf("<</Title(HTML/JavaScript)>>") + "<rdf:li>網頁/JavaScript</rdf:li>");
  }

  @Test
  void takesLargePictures() {
    byte[] picture = new byte[3_000_000];
    new Random(2).nextBytes(picture);
    passes(pdf("<</Type/XObject/Subtype/Image>>\nstream\n" + text(picture) + "\nendstream"));
  }

  @Test
  void refusesABombOfObjects() {
    String bomb = "<</A 1>>" + " ".repeat(20_000_000);
    refuses(ErrorCode.FILE_EXPANDS_TOO_MUCH, pdf(objects("/Type/ObjStm", bomb).repeat(6)));
  }

  @Test
  void looksThroughAHostileFileInTime() {
    String many = "stream\n".repeat(100_000) + "/S%".repeat(500_000) + "((((".repeat(500_000);
    passes(pdf("null") + many);
  }

  private static String pdf(String object) {
    String content = stream("", PAGE);
    return "%PDF-1.7\n1 0 obj\n" + object + "\nendobj\n2 0 obj\n" + content + "\nendobj\n%%EOF\n";
  }

  private static String objects(String said, String object) {
    return stream(said + "/N 2/First 12", "11 0 12 9   " + object);
  }

  private static String stream(String said, String content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content.getBytes(ISO_8859_1));
    deflater.finish();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    while (!deflater.finished()) {
      bytes.write(chunk, 0, deflater.deflate(chunk));
    }
    deflater.end();
    return "<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\n"
        .formatted(said, bytes.size(), text(bytes.toByteArray()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static void passes(String pdf) {
    assertThatCode(() -> check(pdf)).doesNotThrowAnyException();
  }

  private static void refuses(ErrorCode code, String pdf) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> check(pdf))
        .returns(code, HubException::code);
  }

  private static void check(String pdf) {
    new PdfCheck(ByteBuffer.wrap(pdf.getBytes(ISO_8859_1))).require();
  }
}
