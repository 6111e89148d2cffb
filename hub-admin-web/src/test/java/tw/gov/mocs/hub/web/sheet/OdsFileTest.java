package tw.gov.mocs.hub.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.web.odf.OdfFile.attribute;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.web.odf.OdfFile;

/** What SODS and a plain parser read back. */
class OdsFileTest {

  @Test
  void keepsWhatIsTextNumberAndDate() throws IOException {
    Range read =
        sods(
            ods(
                "𠮷田\uFFFE",
                -5,
                new BigDecimal("12.50"),
                12345678901234567L,
                LocalDate.of(2026, 11, 25),
                Instant.parse("2026-11-25T18:00:00Z"),
                null));
    assertThat(Arrays.stream(read.getValues()).map(row -> row[0]))
        .containsExactly(
            "值",
            "𠮷田\uFFFD",
            -5.0,
            12.5,
            "12345678901234567",
            LocalDate.of(2026, 11, 25),
            LocalDateTime.of(2026, 11, 26, 2, 0),
            null);
  }

  @Test
  void holdsNoFormulas() throws IOException {
    byte[] ods = ods("=1+1", "@SUM(A1)");
    assertThat(sods(ods).getFormula()).isNull();
    assertThat(OdfFile.read(ods).elements("content.xml", "table:table-cell"))
        .allSatisfy(
            cell -> {
              assertThat(attribute(cell, "office:value-type")).isEqualTo("string");
              assertThat(attribute(cell, "table:formula")).isEmpty();
            })
        .extracting(cell -> cell.getTextContent())
        .containsExactly("值", "=1+1", "@SUM(A1)");
  }

  @Test
  void keepsLines() throws IOException {
    assertThat(sods(ods("一\n二")).getCell(1, 0).getValue()).isEqualTo("一\n二");
  }

  @Test
  void repeatsItsHeadingsInPrint() throws IOException {
    assertThat(OdfFile.read(ods("a")).elements("content.xml", "table:table-header-rows"))
        .singleElement()
        .satisfies(row -> assertThat(row.getTextContent()).isEqualTo("值"));
  }

  @Test
  void namesEachTableAsProgramsAllow() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetFormat.ODS.write(List.of(sheet("甲/乙", "1"), sheet("丙", "2")), out);
    assertThat(read(out.toByteArray()).getSheets())
        .extracting(com.github.miachm.sods.Sheet::getName)
        .containsExactly("甲_乙", "丙");
  }

  @Test
  void goesOnInAnotherTable() throws XMLStreamException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Sheet<?>> sheets = List.of(sheet("表", "1", "2", "3"));
    OdsContent content = new OdsContent(out, sheets, 3);
    content.table(sheets.get(0));
    content.end();
    assertThat(out.toString(UTF_8))
        .contains("table:name=\"表\"", "table:name=\"表 (2)\"")
        .doesNotContain("(3)");
  }

  @Test
  void sendsEachRowBeforeItReadsFarAhead() throws IOException {
    Random random = new Random(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] sentBeforeTheLast = new int[1];
    Column<Integer> column =
        Column.of(
            "值",
            number -> {
              sentBeforeTheLast[0] = out.size();
              return number + " " + random.nextLong();
            });
    SheetFormat.ODS.write(
        new Sheet<>("表", List.of(column), IntStream.range(0, 50_000).iterator()), out);
    assertThat(sentBeforeTheLast[0]).isGreaterThan(out.size() * 9 / 10);
  }

  private static byte[] ods(@Nullable Object... values) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetFormat.ODS.write(sheet("表", values), out);
    return out.toByteArray();
  }

  private static Sheet<@Nullable Object> sheet(String name, @Nullable Object... values) {
    Column<@Nullable Object> column = Column.of("值", Function.identity());
    return new Sheet<>(name, List.of(column), Arrays.asList(values).iterator());
  }

  private static Range sods(byte[] ods) throws IOException {
    return read(ods).getSheet(0).getDataRange();
  }

  private static SpreadSheet read(byte[] ods) throws IOException {
    return new SpreadSheet(new ByteArrayInputStream(ods));
  }
}
