package tw.gov.mocs.hub.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  @Test
  void isUtf8WithMarkAndLinesEndedByCrLf() throws IOException {
    assertThat(csv("甲", "𠮷")).isEqualTo("\uFEFF\"值\"\r\n\"甲\"\r\n\"𠮷\"\r\n");
  }

  @Test
  void doublesQuotesAndKeepsLines() throws IOException {
    assertThat(csv("a\"b,c\nd")).endsWith("\r\n\"a\"\"b,c\nd\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+886", "-1+1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "－1"})
  void takesFormulasTheirBeginning(String formula) throws IOException {
    assertThat(csv(formula)).endsWith("\r\n\"'" + formula + "\"\r\n");
  }

  @Test
  void leavesNumbersAndDates() throws IOException {
    assertThat(
            csv(
                -5,
                new BigDecimal("1E+3"),
                LocalDate.of(2026, 11, 25),
                Instant.parse("2026-11-25T18:00:00.123Z"),
                null))
        .endsWith("\r\n-5\r\n1000\r\n\"2026-11-25\"\r\n\"2026-11-26T02:00:00+08:00\"\r\n\"\"\r\n");
  }

  @Test
  void holdsOneTable() {
    Sheet<String> sheet = new Sheet<>("a", List.of(), List.<String>of().iterator());
    assertThatThrownBy(
            () -> SheetFormat.CSV.write(List.of(sheet, sheet), new ByteArrayOutputStream()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String csv(@Nullable Object... values) throws IOException {
    Column<@Nullable Object> column = Column.of("值", Function.identity());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetFormat.CSV.write(new Sheet<>("表", List.of(column), Arrays.asList(values).iterator()), out);
    return out.toString(UTF_8);
  }
}
