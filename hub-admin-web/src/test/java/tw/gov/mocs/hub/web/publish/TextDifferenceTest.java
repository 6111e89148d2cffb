package tw.gov.mocs.hub.web.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fewest lines that go and come. */
class TextDifferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b c | a b c | a b c",
        "a b c | a x c | a -b +x c",
        "a b c | b c d | -a b c +d",
        "a b   | x y   | -a -b +x +y",
        "a     | a a b | a +a +b",
        "a b c d e | a c e f | a -b c -d e +f"
      })
  void keepsWhatBothHave(String before, String after, String shown) {
    assertThat(shown(lines(before), lines(after))).isEqualTo(shown);
  }

  @Test
  void showsAllOfTextsThatAreTooLongToCompare() {
    int many = 3_000;
    List<String> before = Collections.nCopies(many, "a");
    List<String> after = Collections.nCopies(many, "b");
    assertThat(TextDifference.lines(before, after)).hasSize(2 * many);
  }

  private static List<String> lines(String text) {
    return List.of(text.split(" "));
  }

  private static String shown(List<String> before, List<String> after) {
    return TextDifference.lines(before, after).stream()
        .map(
            line ->
                switch (line.fate()) {
                      case STAYS -> "";
                      case GOES -> "-";
                      case COMES -> "+";
                    }
                    + line.text())
        .collect(Collectors.joining(" "));
  }
}
