package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ErrorCodesPageTest {

  /** Told values that leave the places of a message as they are. */
  private static final List<String> PLACES = List.of("{0}", "{1}");

  @Test
  void explainsEachCodeWithItsTexts() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/error-codes.md")).stream()
            .filter(line -> line.startsWith("| HUB-"))
            .map(line -> line.replaceAll("\\| [^|]* \\|$", ""))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(ErrorCode.values()).map(ErrorCodesPageTest::row).toList());
  }

  private static String row(ErrorCode code) {
    return "| %s | `%s` | %s | %s<br>%s "
        .formatted(
            code.code(),
            code.name(),
            code.fault().name().toLowerCase(Locale.ROOT),
            code.message(Locale.TRADITIONAL_CHINESE, PLACES),
            code.message(Locale.ENGLISH, PLACES));
  }
}
