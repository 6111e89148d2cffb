package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

  private static final List<String> TOLD = List.of("A", "B");

  @ParameterizedTest
  @EnumSource
  void speaksBothLanguages(ErrorCode code) {
    assertThat(code.message(Locale.TRADITIONAL_CHINESE, TOLD)).containsPattern("\\p{IsHan}");
    assertThat(code.message(Locale.ENGLISH, TOLD)).doesNotContainPattern("\\p{IsHan}");
  }

  @Test
  void givesEachReasonACodeOfItsOwn() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("HUB-[1-7]\\d{3}"));
  }

  @Test
  void namesWhatItIsToldToName() {
    assertThat(ErrorCode.FIELD_NOT_GRANTED.message(Locale.ENGLISH, List.of("idNo")))
        .contains("idNo");
  }
}
