package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page says of a reason. */
class FaultsTest {

  @ParameterizedTest
  @CsvSource({
    "'', acts.reason.missing",
    "更正資料來源之錯誤, acts.reason.long",
    "Ａ２１２３４５６７０, acts.number",
    "A123456789, acts.number"
  })
  void tellsWhyTheLogDoesNotTakeIt(String typed, String key) {
    assertThat(reason(typed, key.equals("acts.reason.long") ? 5 : 50).of("reason")).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"部人字第 1150012345 號", "APSQ11500001 查詢過多"})
  void saysNothingOfWords(String typed) {
    assertThat(reason(typed, 50).isEmpty()).isTrue();
  }

  private static Faults reason(String typed, int longest) {
    return new Faults().addReason(typed, longest, (key, told) -> key);
  }
}
