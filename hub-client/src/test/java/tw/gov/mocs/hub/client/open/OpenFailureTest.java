package tw.gov.mocs.hub.client.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each failure is told in both languages and stands in the table of the agencies. */
class OpenFailureTest {

  @ParameterizedTest
  @EnumSource
  void hasATextInEachLanguage(OpenFailure failure) {
    List<String> told = List.of("<0>", "<1>", "<2>", "<3>");
    String chinese = failure.message(Locale.TAIWAN, told);
    String english = failure.message(Locale.ENGLISH, told);
    assertThat(chinese).containsPattern("\\p{IsHan}").doesNotContain("{", "''");
    assertThat(english).doesNotContainPattern("\\p{IsHan}").doesNotContain("{", "''");
    assertThat(places(chinese)).isEqualTo(places(english));
  }

  private static Set<String> places(String text) {
    return Pattern.compile("<\\d>")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void hasNoTextForNothing() {
    Set<String> known =
        Arrays.stream(OpenFailure.values()).map(Enum::name).collect(Collectors.toSet());
    known.addAll(Set.of("RECIPIENTS", "KEY_EXPIRED", "CERTIFICATE", "CERTIFICATE_OF_FILE"));
    for (Locale locale : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
      ResourceBundle texts =
          ResourceBundle.getBundle(
              "tw.gov.mocs.hub.client.open.open",
              locale,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      assertThat(texts.keySet()).isEqualTo(known);
    }
  }

  @Test
  void standsInTheTableOfTheAgencies() throws IOException {
    String page = Files.readString(Path.of("../docs/decryption.md"));
    List<String> rows =
        Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| (\\d+) \\|")
            .matcher(page)
            .results()
            .map(found -> found.group(1) + " " + found.group(2))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(OpenFailure.values())
                .map(failure -> failure + " " + failure.kind().exitCode())
                .toList());
  }
}
