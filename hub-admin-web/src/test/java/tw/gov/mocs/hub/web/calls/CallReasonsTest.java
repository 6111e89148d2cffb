package tw.gov.mocs.hub.web.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.ErrorCode.Fault;

/** Whoever is refused learns why and what helps. */
class CallReasonsTest {

  private final CallReasons reasons = new CallReasons(messages());

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("tw.gov.mocs.hub.web.calls.messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  /** What a caller can be told: HUB-1… to HUB-5…, and what can stand in its records besides. */
  static Set<ErrorCode> told() {
    Set<ErrorCode> all = EnumSet.copyOf(CallReasons.recorded());
    Stream<ErrorCode> faults =
        Arrays.stream(ErrorCode.values())
            .filter(code -> code.fault() == Fault.CALLER)
            .filter(code -> code.code().matches("HUB-[1-5].*"));
    faults.forEach(all::add);
    return all;
  }

  @ParameterizedTest
  @MethodSource("told")
  void sayWhatToDoInBothLanguages(ErrorCode code) {
    String chinese = reasons.whatToDo(code, Locale.TRADITIONAL_CHINESE);
    String english = reasons.whatToDo(code, Locale.ENGLISH);
    assertThat(chinese).containsPattern("\\p{IsHan}").endsWith("。");
    assertThat(english).doesNotContainPattern("\\p{IsHan}").endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("told")
  void nameNoValueThatTheLogDoesNotHave(ErrorCode code) {
    assertThat(reasons.why(code, Locale.TRADITIONAL_CHINESE)).isNotBlank().doesNotContain("{");
    assertThat(reasons.why(code, Locale.ENGLISH))
        .isNotBlank()
        .doesNotContain("{")
        .doesNotContainPattern("\\p{IsHan}");
  }

  @Test
  void offerTheCodesThatCanStandInTheRecords() {
    assertThat(CallReasons.recorded())
        .contains(ErrorCode.REPLAYED, ErrorCode.GRANT_SUSPENDED, ErrorCode.BUSY)
        .doesNotContain(
            ErrorCode.SIGNATURE_INVALID, ErrorCode.FONTS_MISSING, ErrorCode.POSSESSION_NOT_PROVEN);
  }
}
