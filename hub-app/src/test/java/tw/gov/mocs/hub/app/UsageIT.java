package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 使用量稽核 and 異常使用情形, by the auditor and by those who may not. */
class UsageIT {

  private static final int REFUSALS = 20;

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient auditor;
  private static String portal = "";
  private static String called = "";
  private static String refused = "";

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    auditor = PortalClient.loggedIn(demo, "auditor");
    portal = demo.property("portal.url");
    called = demo.property("application.agency-a");
    refused = demo.property("application.agency-b");
    AuditIT.call(demo, "SQ_TA_002");
    for (int i = 0; i < REFUSALS; i++) {
      RefusedCall.make(demo, "agency-b");
    }
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void comparesWhatWasUsedWithWhatWasGranted() throws Exception {
    Page page = open("admin/audit/usage");
    String row = page.locator("tbody tr:has-text('" + called + "')").textContent();
    assertThat(row).contains("示範機關甲", "核定 10,000", "核定 1,000,000");
    assertThat(auditor.get("admin/audit/usage?agency=" + called + "&format=csv").body().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("\"" + called + "\",\"A01000000A\"");
    page.locator("tbody a:has-text('" + called + "')").click();
    assertThat(page.url()).contains("/admin/audit/patterns?agency=" + called, "from=", "to=");
  }

  @Test
  void countsWhatWasRefusedApartFromWhatTheHubCouldNotAnswer() throws Exception {
    List<String> file =
        auditor.get("admin/audit/usage?agency=" + refused + "&format=csv").body().lines().toList();
    assertThat(file.get(0)).endsWith("\"拒絕次數\",\"系統錯誤次數\"");
    assertThat(file.get(1)).matches(".*,[1-9][0-9]+,0");
  }

  @Test
  void listsWhatIsUnusualAndLeadsToItsCalls() throws Exception {
    Page page = open("admin/audit/patterns");
    page.selectOption("#pattern", "REFUSALS");
    page.fill("#agency", refused);
    page.locator("main button.primary").click();
    assertThat(page.locator("tbody tr").textContent()).contains("示範機關乙", "多數遭拒", refused);
    page.locator("tbody a").click();
    assertThat(Browser.main(page)).contains("SQ_TA_001", "✕");
    assertThat(page.inputValue("#application")).isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"usage", "patterns"})
  void refusesATimeThatIsNone(String list) throws Exception {
    String path = "admin/audit/" + list + "?from=";
    assertThat(auditor.get(path + "115/01/01&to=115/02/01").body()).contains("日期區間最多 31 天");
    assertThat(auditor.get(path + "115/02/30").body()).contains("查無此日期");
    assertThat(auditor.get(path + "115/02/02&to=115/02/01").body()).contains("迄日不得早於起日");
    assertThat(auditor.get(path + "999/01/01").body()).contains("迄日不得早於起日");
  }

  @Test
  void isInTheLog() throws Exception {
    auditor.get("admin/audit/usage?from=115/03/01&to=115/03/02");
    String acts = "admin/audit/acts?format=csv&action=LOG_SEARCHED&subject=usage";
    Await.until(() -> shown(acts).contains("from: 2026-03-01, to: 2026-03-02"));
  }

  @Test
  void isForAuditorsAlone() throws Exception {
    for (String name : List.of("admin", "reviewer", "agency-a")) {
      PortalClient other = PortalClient.loggedIn(demo, name);
      assertThat(other.get("admin/audit/usage").statusCode()).as(name).isEqualTo(403);
      assertThat(other.get("admin/audit/patterns").statusCode()).as(name).isEqualTo(403);
    }
  }

  private static String shown(String path) {
    try {
      return auditor.get(path).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Page open(String path) throws Exception {
    return browser.openAs(auditor, portal + path, 1280, "zh-TW");
  }
}
