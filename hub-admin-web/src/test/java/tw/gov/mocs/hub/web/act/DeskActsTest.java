package tw.gov.mocs.hub.web.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.audit.AuditAction;

class DeskActsTest {

  private final DeskActs acts;

  DeskActsTest() throws IOException {
    acts = new DeskActs(PortalTexts.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INCIDENT_CLOSED | IN_PROGRESS | 處理中",
        "INCIDENT_NOTED | 2 notes | 2 則內部註記",
        "INCIDENT_ASSIGNED | demo-admin | demo-admin",
        "INCIDENT_CALLS_SEEN | the call that it names, page 1 | 檢視所指之呼叫，第 1 頁",
        "INCIDENT_CALLS_SEEN | calls of 2026-11-02 SQ_TA_001, page 2 | 檢視 2026-11-02 SQ_TA_001 之呼叫，第 2 頁",
        "NOTICE_RESENT | FAILED after 5 attempts | 無法寄送，已嘗試 5 次",
        "NOTICE_RESENT | WAITING | 等待寄送",
        "NOTICE_RESENT | WAITING to the agency's contact | 等待寄送，改寄機關目前的聯絡電子郵件"
      })
  void isSaidInWords(AuditAction action, String logged, String said) {
    assertThat(acts.state(action, logged, Locale.TRADITIONAL_CHINESE)).isEqualTo(said);
  }

  @Test
  void leavesTheValueOfASettingAsItIs() {
    assertThat(acts.state(AuditAction.SETTING_CHANGED, "CLOSED", Locale.ENGLISH))
        .isEqualTo("CLOSED");
  }
}
