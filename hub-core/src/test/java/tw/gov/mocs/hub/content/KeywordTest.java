package tw.gov.mocs.hub.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

class KeywordTest {

  @Test
  void splitsOnBlanksOfEveryScript() {
    assertThat(Keyword.of(" 退休\u3000資料\tSOAP\u00a0soap ").words())
        .containsExactly("退休", "資料", "soap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u3000", "\u0000"})
  void isEmptyForBlanks(String typed) {
    assertThat(Keyword.of(typed).isEmpty()).isTrue();
  }

  @Test
  void meansWildcardsLiterally() {
    assertThat(Keyword.of("100%_!").patterns()).containsExactly(List.of("%100!%!_!!%"));
  }

  @Test
  void knowsAWordInItsOtherForms() {
    assertThat(Keyword.of("平台 ＣＯＯＫＩＥ soap").forms())
        .containsExactly(List.of("平台", "平臺"), List.of("ｃｏｏｋｉｅ", "cookie"), List.of("soap"));
  }

  @Test
  void refusesMoreThanTheLimit() {
    assertThat(Keyword.of("長".repeat(Keyword.MAX_LENGTH)).words()).hasSize(1);
    refuses("長".repeat(Keyword.MAX_LENGTH + 1));
  }

  @Test
  void refusesTooManyWords() {
    refuses("1 2 3 4 5 6 7 8 9 10 11");
  }

  private static void refuses(String typed) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> Keyword.of(typed))
        .returns(ErrorCode.VALUE_INVALID, HubException::code);
  }
}
