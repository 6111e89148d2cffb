package tw.gov.mocs.hub.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.web.act.PortalTexts;
import tw.gov.mocs.hub.web.act.SubjectWords;

class LogActsTest {

  private final LogActs acts;

  LogActsTest() throws IOException {
    acts =
        new LogActs(
            PortalTexts.words(),
            new SubjectWords(PortalTexts.words()),
            new FindingTexts(PortalTexts.messages()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AUDITOR | 稽核人員 | Auditor",
        "all | 全部 | All",
        "opened | 檢視紀錄 | Opened the record",
        "whole | 完整 | Whole",
        "7 lines thrown away | 清除索引 7 筆，由系統重新編製 |"
            + " Lines thrown away: 7; the hub makes them anew",
        "from: 2026-03-01, to: 2026-03-02 | 自：115/03/01；至：115/03/02 | From: 115/03/01; To: 115/03/02",
        "from 2026-03-01T00:00:00Z, outcome SERVED, request a, b, page 2 |"
            + " 自：115/03/01 08:00:00；結果：已提供；請求編號：a, b；頁次：2 |"
            + " From: 115/03/01 08:00:00; Outcome: Served; Request: a, b; Page: 2",
        "action LOGGED_IN, actor demo-admin | 行為：登入；行為人：demo-admin | Act: Logged in; Actor: demo-admin",
        "subject incident 00000001, page 2 | 對象：錯誤回報 00000001；頁次：2 |"
            + " Subject: Incident 00000001; Page: 2",
        "3 found, the first Finding[where=node-1 row 17, what=is missing] |"
            + " 不符 3 處，第一處為節點 node-1 第 17 列：不存在 |"
            + " 3 do not match, the first: node node-1, row 17: it is missing"
      })
  void isSaidInWords(String logged, String chinese, String english) {
    assertThat(acts.state(AuditAction.LOG_SEARCHED, logged, Locale.TRADITIONAL_CHINESE))
        .isEqualTo(chinese);
    assertThat(acts.state(AuditAction.LOG_SEARCHED, logged, Locale.ENGLISH)).isEqualTo(english);
  }

  @Test
  void saysThatEvidenceWasGivenOfARecordThatDidNotFit() {
    String digest = "ab".repeat(32);
    String logged = "to " + digest + " CN=甲, C=TW; the record has changed content";
    assertThat(acts.state(AuditAction.EVIDENCE_EXPORTED, logged, Locale.TRADITIONAL_CHINESE))
        .isEqualTo("提供給 CN=甲, C=TW，憑證 " + digest + "；當時紀錄已不符：內容被變更");
  }

  @Test
  void saysWhyALoginWasRefused() {
    String logged =
        "code=HUB-3005; times=4; since=2026-11-27T01:30:00Z; serial=0A1B;"
            + " issuer=CN=示範憑證管理中心, C=TW; organization=示範機關甲 人事室";
    assertThat(acts.state(AuditAction.LOGIN_REFUSED, logged, Locale.TRADITIONAL_CHINESE))
        .isEqualTo(
            "原因：憑證已廢止 (HUB-3005)；次數：4；自：115/11/27 09:30:00；憑證序號：0A1B；"
                + "簽發者：CN=示範憑證管理中心, C=TW；憑證所載機關（構）：示範機關甲 人事室");
  }
}
