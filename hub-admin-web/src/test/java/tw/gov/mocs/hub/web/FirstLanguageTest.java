package tw.gov.mocs.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | zh-TW",
        "zh-TW,zh;q=0.9,en;q=0.8 | zh-TW",
        "en-US,en;q=0.9,zh-TW;q=0.8 | zh-TW",
        "en | en",
        "en-GB,en;q=0.9 | en",
        "ja,en;q=0.5 | en",
        "en,zh;q=0 | en",
        "ja | zh-TW",
        "* | zh-TW",
        "en;q=x | zh-TW",
        ";;;, | zh-TW"
      })
  void isEnglishForWhoReadsNoChinese(@Nullable String accepted, String language) {
    assertThat(FirstLanguage.of(accepted).toLanguageTag()).isEqualTo(language);
  }
}
