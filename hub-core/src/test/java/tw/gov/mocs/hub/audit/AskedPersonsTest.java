package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the criteria of a call name, in the form that the exchange gives them. */
class AskedPersonsTest {

  private static final String A = "k.1-b_C:" + "0a".repeat(32);
  private static final String B = "old:" + "ff".repeat(32);

  @Test
  void areAllHashesOfAllCriteria() {
    assertThat(
            asked(
                "{\"agencyCode\":[\"301\"],\"formerIdNo\":[\"%s\"],\"idNo\":[\"(1)\",\"%s\"]}"
                    .formatted(B, A)))
        .isEqualTo(A + " " + B);
  }

  @Test
  void areTheEndsOfARangeToo() {
    assertThat(asked("{\"idNo\":{\"from\":\"%s\",\"to\":null}}".formatted(A))).isEqualTo(A);
  }

  @Test
  void areEachOnceWhateverStandsBeforeTheHash() {
    String other = A.replace("k.1-b_C", "another");
    assertThat(asked("{\"a\":[\"%s\"],\"b\":[\"%s\"]}".formatted(A, other))).isEqualTo(A);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "{}",
        "{\"idNo\":[\"(1001)\"]}",
        "{\"name\":[\"k:0a0a\"]}",
        "{\"name\":[\"k:" + "zz" + "\"]}"
      })
  void areNoneWhereNoHashStands(String criteria) {
    assertThat(asked(criteria)).isEmpty();
  }

  private static String asked(String criteria) {
    return AskedPersons.of(criteria).stream()
        .map(PersonHash::toString)
        .collect(Collectors.joining(" "));
  }
}
