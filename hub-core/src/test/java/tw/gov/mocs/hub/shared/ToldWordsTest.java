package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldWordsTest {

  @ParameterizedTest
  @CsvSource({
    "檔案, file",
    "超過 1000 字, longer than 1000 characters",
    "1–400 字, must have 1 to 400 characters",
    "機關 301000000A, agency 301000000A",
    "機關 OID 與 301000000A 不符, the OID of the agency is not that of 301000000A",
    "APSQ11500001, APSQ11500001",
    "不知道, 不知道"
  })
  void areToldInEnglish(String told, String english) {
    assertThat(ToldWords.inEnglish(told)).isEqualTo(english);
  }

  @Test
  void areToldInTheLanguageOfTheMessage() {
    List<String> told = List.of("撤回原因", "超過 1000 字");
    assertThat(ErrorCode.VALUE_INVALID.message(Locale.ENGLISH, told))
        .isEqualTo("The value of reason is not acceptable: longer than 1000 characters");
    assertThat(ErrorCode.VALUE_INVALID.message(Locale.TRADITIONAL_CHINESE, told))
        .isEqualTo("撤回原因的值不正確：超過 1000 字");
  }

  @ParameterizedTest
  @CsvSource({"公告, 查無公告：", "公告 3, 查無公告 3：", "APSQ11500001, 查無 APSQ11500001："})
  void areSetOffByABlankOnlyIfTheyAreNotChinese(String told, String begin) {
    assertThat(ErrorCode.NOT_FOUND.message(Locale.TRADITIONAL_CHINESE, List.of(told)))
        .startsWith(begin);
  }
}
