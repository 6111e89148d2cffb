package tw.gov.mocs.hub.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.delivery.DeliveryStatus;
import tw.gov.mocs.hub.web.act.PortalTexts;

/** No history says what only a program would. */
class ActStatesTest {

  private static final String FILE = "01M8B9PTGK1MKAWDHZ6WH4VEHW";

  private final ActStates states;

  ActStatesTest() throws IOException {
    states = new ActStates(PortalTexts.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PENDING signed CMS, document 1a, signature 2b, receipt 3c | 待審核，簽署方式 甲級：憑證簽章，文件 SHA-256 1a",
        "RETURNED until 2026-12-26 | 退回補正，期限 115/12/26",
        "2026-11-26 | 115/11/26",
        "grant version 3 | 授權第 3 版",
        "form.pdf | 下載介接申請書（pdf）",
        "file 12 | 下載附件 12",
        "attempt 1, 4000 rows | 第 1 次產製，已寫入 4000 筆",
        "TA_CURRENT_STAFF, TB_X | TA_CURRENT_STAFF, TB_X"
      })
  void isSaidInWords(String logged, String said) {
    assertThat(state(logged, Locale.TRADITIONAL_CHINESE)).startsWith(said);
  }

  static Stream<String> states() {
    return Stream.of(ApplicationStatus.values(), GrantStatus.values())
        .flatMap(Stream::of)
        .map(Object::toString);
  }

  @ParameterizedTest
  @MethodSource("states")
  void namesEveryState(String state) {
    assertThat(state(state, Locale.TRADITIONAL_CHINESE)).matches("\\p{IsHan}+");
    assertThat(state(state, Locale.ENGLISH)).matches("[A-Z][a-z ]+").isNotEqualTo(state);
  }

  @Test
  void namesEveryStateOfAFile() {
    for (DeliveryStatus state : DeliveryStatus.values()) {
      assertThat(state(state + " " + FILE, Locale.TRADITIONAL_CHINESE))
          .endsWith("，檔案 " + FILE)
          .doesNotContain(state.name());
    }
  }

  @Test
  void leavesWhatSomebodyTypedAsItIs() {
    String made = "7 rows, SHA-256 " + "a".repeat(64);
    assertThat(states.reason(AuditAction.DELIVERY_MADE, made, Locale.TRADITIONAL_CHINESE))
        .startsWith("7 筆，SHA-256 aa");
    assertThat(states.reason(AuditAction.APPLICATION_REJECTED, "PENDING", Locale.ENGLISH))
        .isEqualTo("PENDING");
  }

  private String state(String logged, Locale locale) {
    return states.state(AuditAction.APPLICATION_SUBMITTED, logged, locale);
  }
}
