package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of persons as people save them. */
class IdNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A100000001\nB200000002\n",
        "A100000001\r\nB200000002",
        "\uFEFFA100000001\nB200000002\n",
        "\n\n  A100000001  \n\t\nB200000002\u3000\n\n",
        "A100000001\nB200000002\nA100000001\n"
      })
  void readsOneALine(String input) {
    assertThat(read(input, "-")).containsExactly("A100000001", "B200000002");
  }

  @Test
  void takesThoseOfTheOptionToo() {
    assertThat(read("B200000002\n", "A100000001", "-")).containsExactly("A100000001", "B200000002");
  }

  @Test
  void refusesAnEmptyInput() {
    assertThat(catchThrowableOfType(HubCallException.class, () -> read("\uFEFF \n", "-")).failure())
        .isEqualTo(Failure.INPUT_EMPTY);
  }

  private static List<String> read(String input, String... given) {
    return IdNumbers.of(
        List.of(given), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
  }
}
