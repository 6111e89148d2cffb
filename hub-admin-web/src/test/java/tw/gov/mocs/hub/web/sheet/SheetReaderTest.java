package tw.gov.mocs.hub.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What was exported comes back as it was, and no file can do harm. */
class SheetReaderTest {

  private static final List<String> TEXTS =
      List.of("甲機關", "=1+2", "'引號", "2.16.886.1", "一\n二", "A,\"B\"", "");

  @ParameterizedTest
  @EnumSource(SheetFormat.class)
  void readsBackWhatWasExported(SheetFormat format) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    List<Column<String>> columns =
        List.of(Column.of("名稱", text -> text), Column.of("長度", String::length));
    format.write(new Sheet<>("表", columns, TEXTS.iterator()), file);
    List<SheetRow> rows = read(format, file.toByteArray());
    assertThat(rows.get(0).cells()).containsExactly("名稱", "長度");
    assertThat(rows.stream().skip(1).map(row -> row.cell(0)).toList()).isEqualTo(TEXTS);
    assertThat(rows.get(1).number()).isEqualTo(2);
    assertThat(rows.get(1).cell(1)).isEqualTo("3");
  }

  @Test
  void readsAllSheetsByTheirNames() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    List<Column<String>> columns = List.of(Column.of("名稱", text -> text));
    SheetFormat.ODS.write(
        List.of(
            new Sheet<>("一", columns, List.of("a").iterator()),
            new Sheet<>("二", columns, List.of("b", "c").iterator())),
        file);
    Map<String, List<SheetRow>> sheets =
        SheetReader.sheets(new ByteArrayInputStream(file.toByteArray()));
    assertThat(sheets.keySet()).containsExactly("一", "二");
    assertThat(sheets.get("二"))
        .containsExactly(
            new SheetRow(1, List.of("名稱")),
            new SheetRow(2, List.of("b")),
            new SheetRow(3, List.of("c")));
  }

  @Test
  void countsBlankRowsAndLeavesNotesOut() throws IOException {
    String table =
        "<t:table xmlns:t='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
            + " xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:x='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
            + "<t:table-row t:number-rows-repeated='3'>"
            + "<t:table-cell t:number-columns-repeated='16384'/></t:table-row>"
            + "<t:table-row><t:table-cell/><t:table-cell><o:annotation><x:p>note</x:p>"
            + "</o:annotation><x:p>a<x:s/>b</x:p></t:table-cell></t:table-row>"
            + "<t:table-row t:number-rows-repeated='1048570'><t:table-cell/></t:table-row>"
            + "</t:table>";
    assertThat(read(SheetFormat.ODS, ods(table)))
        .containsExactly(new SheetRow(4, List.of("", "a b")));
  }

  @Test
  void refusesAnotherCharacterSet() {
    refuses(ErrorCode.FILE_UNREADABLE, SheetFormat.CSV, "機關".getBytes(Charset.forName("Big5")));
  }

  @Test
  void refusesWhatIsNoTable() throws IOException {
    refuses(ErrorCode.FILE_UNREADABLE, SheetFormat.ODS, "no zip".getBytes(StandardCharsets.UTF_8));
    refuses(ErrorCode.FILE_UNREADABLE, SheetFormat.ODS, ods("<broken"));
  }

  @Test
  void resolvesNothing() throws IOException {
    String hostile = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>";
    assertThat(readOrNone(ods(hostile))).isEmpty();
  }

  @Test
  void refusesMoreRowsThanATableMayHave() throws IOException {
    String row =
        "<t:table xmlns:t='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
            + " xmlns:x='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
            + "<t:table-row t:number-rows-repeated='99999999'><t:table-cell><x:p>a</x:p>"
            + "</t:table-cell></t:table-row></t:table>";
    refuses(ErrorCode.FILE_EXPANDS_TOO_MUCH, SheetFormat.ODS, ods(row));
    String lines = Stream.generate(() -> "a\n").limit(20_001).reduce("", String::concat);
    refuses(
        ErrorCode.FILE_EXPANDS_TOO_MUCH, SheetFormat.CSV, lines.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesASmallFileThatBecomesALargeOne() throws IOException {
    String much = "<a>" + " ".repeat(SheetReader.MOST_BYTES) + "</a>";
    refuses(ErrorCode.FILE_EXPANDS_TOO_MUCH, SheetFormat.ODS, ods(much));
  }

  private static List<SheetRow> readOrNone(byte[] file) throws IOException {
    try {
      return read(SheetFormat.ODS, file);
    } catch (HubException e) {
      return List.of();
    }
  }

  private static byte[] ods(String content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file.toByteArray();
  }

  private static List<SheetRow> read(SheetFormat format, byte[] file) throws IOException {
    return SheetReader.read(format, new ByteArrayInputStream(file));
  }

  private static void refuses(ErrorCode code, SheetFormat format, byte[] file) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> read(format, file))
        .returns(code, HubException::code);
  }
}
