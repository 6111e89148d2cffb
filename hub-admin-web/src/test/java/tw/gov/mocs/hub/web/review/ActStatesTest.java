package tw.gov.mocs.hub.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.delivery.DeliveryStatus;
import tw.gov.mocs.hub.web.layout.RocFormat;

/** No history says what only a program would. */
class ActStatesTest {

  private static final String FILE = "01M8B9PTGK1MKAWDHZ6WH4VEHW";

  private final ActStates states;

  ActStatesTest() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames(
        "tw.gov.mocs.hub.web.review.messages", "tw.gov.mocs.hub.web.delivery.messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    states = new ActStates(messages, new RocFormat());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PENDING signed CMS, document 1a, signature 2b, receipt 3c | 待審核，簽署方式 甲級：憑證簽章，文件 SHA-256 1a",
        "RETURNED until 2026-12-26 | 退回補正，期限 115/12/26",
        "2026-11-26 | 115/11/26",
        "grant version 3 | 授權第 3 版",
        "TA_CURRENT_STAFF, TB_X | TA_CURRENT_STAFF, TB_X"
      })
  void isSaidInWords(String logged, String said) {
    assertThat(states.of(logged, Locale.TRADITIONAL_CHINESE)).startsWith(said);
  }

  static Stream<String> states() {
    return Stream.of(ApplicationStatus.values(), GrantStatus.values())
        .flatMap(Stream::of)
        .map(Object::toString);
  }

  @ParameterizedTest
  @MethodSource("states")
  void namesEveryState(String state) {
    assertThat(states.of(state, Locale.TRADITIONAL_CHINESE)).matches("\\p{IsHan}+");
    assertThat(states.of(state, Locale.ENGLISH)).matches("[A-Z][a-z ]+").isNotEqualTo(state);
  }

  @Test
  void namesEveryStateOfAFile() {
    for (DeliveryStatus state : DeliveryStatus.values()) {
      assertThat(states.of(state + " " + FILE, Locale.TRADITIONAL_CHINESE))
          .endsWith("，檔案 " + FILE)
          .doesNotContain(state.name());
    }
  }

  @Test
  void leavesWhatSomebodyTypedAsItIs() {
    assertThat(
            states.reason(
                act(AuditAction.DELIVERY_MADE, "7 rows, SHA-256 " + "a".repeat(64)),
                Locale.TRADITIONAL_CHINESE))
        .startsWith("7 筆，SHA-256 aa");
    assertThat(states.reason(act(AuditAction.APPLICATION_REJECTED, "PENDING"), Locale.ENGLISH))
        .isEqualTo("PENDING");
  }

  private static ActLine act(AuditAction action, String reason) {
    return new ActLine(Instant.EPOCH, action, "hub", null, null, reason);
  }
}
