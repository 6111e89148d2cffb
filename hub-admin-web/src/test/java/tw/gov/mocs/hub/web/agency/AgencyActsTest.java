package tw.gov.mocs.hub.web.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.web.act.PortalTexts;

/** T stands for the digest of a certificate. */
class AgencyActsTest {

  private static final String THUMBPRINT = "0a".repeat(32);

  private final AgencyActs acts;

  AgencyActsTest() throws IOException {
    acts = new AgencyActs(PortalTexts.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in use | 使用中 | In use",
        "suspended | 暫停 | Suspended",
        "disabled | 停用 | Disabled",
        "NAME=甲; 乙; OID=null; CONTACT_NAME=* |"
            + " 機關名稱：甲; 乙；機關 OID：—；聯絡人：（個人資料，不予顯示） |"
            + " Name (Chinese): 甲; 乙; Agency OID: —; Contact: (data of a person, not shown)",
        "示範機關甲 | 示範機關甲 | 示範機關甲",
        "T [LOGIN, CALL] | 憑證 T，用途：登入、呼叫 | Certificate T, uses: Login, Calls",
        "DECLINED T [ENCRYPTION] | 不予確認，憑證 T，用途：加密 | Declined, certificate T, uses: Encryption",
        "PROPOSED | 待確認 | Awaiting confirmation",
        "T 2026-12-31 | 憑證 T，可用至 115/12/31 | Certificate T, to be used until 115/12/31",
        "2026-12-31 | 可用至 115/12/31 | To be used until 115/12/31",
        "AUDITOR T | 稽核人員，憑證 T | Auditor, certificate T",
        "REVIEWER | 審核人員 | Reviewer",
        "T T | 憑證 T T | Certificate T T",
        "CARD T | 管理者加入另一張憑證，憑證 T | Another card of an administrator, certificate T",
        "logins 1, calls 2, last CALL from 192.0.2.1 at 2026-11-26T01:02:03.000004Z |"
            + " 登入 1 次，呼叫 2 次，最近於 115/11/26 09:02:03 自 192.0.2.1 用於呼叫 |"
            + " Logins: 1, calls: 2, last at 115/11/26 09:02:03 from 192.0.2.1 (Call)",
        "ADD CN=Root,C=TW CRL http://a/c OCSP http://a/o |"
            + " 新增：CN=Root,C=TW，CRL：http://a/c，OCSP：http://a/o |"
            + " Add: CN=Root,C=TW, CRL: http://a/c, OCSP: http://a/o",
        "ADD CN=Root,C=TW OCSP http://a/o | 新增：CN=Root,C=TW，OCSP：http://a/o |"
            + " Add: CN=Root,C=TW, OCSP: http://a/o",
        "WITHDRAW CN=Root,C=TW | 移除：CN=Root,C=TW | Remove: CN=Root,C=TW",
        "ROOT CN=Root,C=TW | 根憑證：CN=Root,C=TW | Root: CN=Root,C=TW"
      })
  void isSaidInWords(String logged, String chinese, String english) {
    assertThat(said(logged, Locale.TRADITIONAL_CHINESE)).isEqualTo(chinese);
    assertThat(said(logged, Locale.ENGLISH)).isEqualTo(english);
  }

  private String said(String logged, Locale locale) {
    return acts.state(AuditAction.AGENCY_CHANGED, logged.replaceAll("\\bT\\b", THUMBPRINT), locale)
        .replace(THUMBPRINT, "T");
  }
}
