package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 系統參數 and 作業清單 as an administrator uses them, in a browser. */
class SettingsIT {

  private static final String HOURS = "admin/settings/hub.contact.hours";
  private static final String ROWS = "admin/settings/hub.application.daily-rows";

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient administrator;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    administrator = PortalClient.loggedIn(demo, "admin");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void changesTheFootOfEveryPageAtOnceAndRestoresIt() throws Exception {
    Page page = open("admin/settings");
    page.locator("main a[href$='hub.contact.hours']").click();
    page.fill("#value", "每日 09:00 至 12:00");
    page.fill("#reason", "調整服務時間");
    page.locator("main form button.primary").click();
    assertThat(page.locator("main [role=status]").textContent()).contains("已變更，並已生效");
    assertThat(page.locator("footer").textContent()).contains("每日 09:00 至 12:00");
    assertThat(page.locator("main table").textContent()).contains("demo-admin", "週一至週五", "調整服務時間");
    page.locator("main a[href$=reset]").click();
    page.locator("main .danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    page.fill("#reason", "恢復");
    page.locator("main .danger").click();
    assertThat(page.locator("main [role=status]").textContent()).contains("已恢復預設");
    assertThat(page.locator("footer").textContent()).contains("週一至週五 08:30 至 17:30");
  }

  @Test
  void saysWhatDoesNotFitAndWhoWasFaster() throws Exception {
    Page page = open(ROWS);
    page.fill("#value", "0");
    page.locator("main form button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    page.fill("#reason", "業務需要");
    page.locator("main form button.primary").click();
    assertThat(page.locator("#value-fault").textContent()).contains("HUB-7602");
    String version = page.inputValue("main [name=version]");
    Map<String, String> faster = Map.of("version", version, "value", "2000", "reason", "另一人");
    assertThat(administrator.post(ROWS, ROWS, faster).statusCode()).isEqualTo(302);
    page.fill("#value", "3000");
    page.locator("main form button.primary").click();
    assertThat(page.locator("#value-fault").textContent()).contains("已由他人變更為「2000」");
    assertThat(page.inputValue("#value")).isEqualTo("3000");
    assertThat(page.inputValue("#reason")).isEqualTo("業務需要");
    page.locator("main form button.primary").click();
    assertThat(page.locator("main [role=status]").textContent()).contains("已變更");
    // A second click finds what the first one did.
    Map<String, String> again =
        Map.of(
            "version",
            String.valueOf(Integer.parseInt(page.inputValue("main [name=version]")) - 1),
            "value",
            "3000",
            "reason",
            "業務需要");
    assertThat(administrator.post(ROWS, ROWS, again).headers().firstValue("location").orElse(""))
        .endsWith("?told=change");
  }

  @Test
  void showsNoSecretOfTheConfiguration() throws Exception {
    String shown = administrator.get("admin/settings").body();
    assertThat(shown).contains("hub.database.password", "已設定（不顯示）", "hub.audit.queue-size", "2000");
    Properties file = new Properties();
    try (var reader =
        Files.newBufferedReader(demo.propertiesFile().resolveSibling("hub.properties"))) {
      file.load(reader);
    }
    assertThat(file).isNotEmpty();
    file.forEach(
        (name, value) -> {
          if (!String.valueOf(value).matches("true|false|[0-9]+[a-z]?|NONE|.{0,5}")) {
            assertThat(shown).as(String.valueOf(name)).doesNotContain(String.valueOf(value));
          }
        });
    assertThat(administrator.get("admin/settings/hub.database.password").statusCode())
        .isEqualTo(404);
  }

  @Test
  void showsWhatRunsByItself() throws Exception {
    Page page = open("admin/jobs");
    assertThat(page.locator("main table").textContent())
        .contains("稽核紀錄檢查點", "取得憑證廢止清冊", "產製單次服務檔案", "成功");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency-a", "reviewer", "auditor"})
  void isNothingForOthers(String name) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, name);
    for (String path : new String[] {"admin/settings", HOURS, HOURS + "/reset", "admin/jobs"}) {
      assertThat(other.get(path).statusCode()).as(path).isEqualTo(403);
    }
    Map<String, String> change = Map.of("version", "0", "value", "不該有的值", "reason", "無");
    assertThat(other.post("", HOURS, change).statusCode()).isEqualTo(403);
    assertThat(administrator.get(HOURS).body()).doesNotContain("不該有的值");
  }

  private static Page open(String path) throws Exception {
    return browser.openAs(administrator, demo.property("portal.url") + path, 1280, "zh-TW");
  }
}
