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
    assertThat(page.locator("h1").textContent()).startsWith("恢復預設：");
    assertThat(page.title()).startsWith("恢復預設：");
    PageLooks.check(page, "setting-reset", 1280);
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
    assertThat(page.locator("#value-fault").textContent())
        .contains("「每日取得筆數預設值」不能是這個值", "整數，1 至 1,000,000,000 筆", "HUB-7602");
    String version = page.inputValue("main [name=version]");
    Map<String, String> faster = Map.of("version", version, "value", "2000", "reason", "另一人");
    assertThat(administrator.post(ROWS, ROWS, faster).statusCode()).isEqualTo(302);
    page.fill("#value", "3000");
    page.locator("main form button.primary").click();
    assertThat(page.locator("#value-fault").textContent()).contains("「每日取得筆數預設值」已由他人變更為「2000」");
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
    assertThat(administrator.get("admin/settings/fixed?q=DATABASE.password").body())
        .contains("hub.database.password");
    assertThat(administrator.get("admin/settings/fixed?source=FILE&size=50").body())
        .contains("已設定（不顯示）", "設定檔");
    String shown =
        administrator.get("admin/settings?size=50").body()
            + administrator.get("admin/settings/fixed?format=csv").body();
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
  void tellsWhatMayBeTypedBeforeSomebodyTypes() throws Exception {
    Page page = open("admin/settings?q=hub.file");
    assertThat(page.locator("main table").textContent()).contains("整數，1 至 100 MB");
    page.locator("main a[href$='hub.file.max-bytes']").click();
    assertThat(page.locator("#value-hint").textContent()).isEqualTo("整數，1 至 100 MB");
  }

  @Test
  void namesTheRuleThatAnotherSettingGives() throws Exception {
    Page page = open("admin/settings/hub.notice.rules.last-days");
    page.fill("#value", "30");
    page.fill("#reason", "業務需要");
    page.locator("main form button.primary").click();
    assertThat(page.locator("#value-fault").textContent())
        .contains("「到期前最後一次通知」", "須小於第二次通知的天數", "HUB-7602");
  }

  @Test
  void findsItsListsByWordsStateAndOrder() throws Exception {
    String none = "共 0 筆";
    assertThat(administrator.get("admin/settings?q=zzz").body()).contains(none);
    assertThat(administrator.get("admin/settings?state=CHANGED&q=hub.file").body()).contains(none);
    assertThat(administrator.get("admin/settings?state=LOST").body()).contains("LOST");
    assertThat(administrator.get("admin/settings?sort=title&order=desc&size=20").body())
        .contains("aria-sort=\"descending\"", "第 1 頁，共 2 頁");
    assertThat(administrator.get("admin/settings/fixed?source=FILE&q=zzz").body()).contains(none);
    assertThat(administrator.get("admin/settings?format=csv").body())
        .contains("可填的值", "整數，1 至 365 天", "hub.application.correction-days");
  }

  @Test
  void listsTheChangesOfAllSettings() throws Exception {
    String calls = "admin/settings/hub.application.daily-calls";
    String version =
        PageTour.group(administrator.get(calls).body(), "name=\"version\" value=\"([0-9]+)\"");
    Map<String, String> change =
        Map.of("version", version, "value", "1234" + version, "reason", "=1+1 清單");
    assertThat(administrator.post(calls, calls, change).statusCode()).isEqualTo(302);
    Page page = open(calls);
    page.locator("main a[href*='settings/changes']").click();
    assertThat(page.locator("main .scroll").textContent()).contains("12,34" + version, "=1+1 清單");
    assertThat(page.inputValue("#setting")).isEqualTo("hub.application.daily-calls");
    String found = "admin/settings/changes?q=%E6%B8%85%E5%96%AE&sort=by&order=asc";
    assertThat(administrator.get(found).body()).contains("每日呼叫次數預設值");
    assertThat(administrator.get(found + "&from=100/01/01&to=100/01/02").body()).contains("共 0 筆");
    assertThat(administrator.get(found + "&from=x").body()).contains("id=\"from-fault\"");
    // What a spreadsheet would take for a formula is text.
    assertThat(administrator.get(found + "&format=csv").body()).contains("'=1+1 清單");
    String next = String.valueOf(Integer.parseInt(version) + 1);
    administrator.post(calls, calls + "/reset", Map.of("version", next, "reason", "恢復"));
  }

  @Test
  void showsWhatRunsByItself() throws Exception {
    Page page = open("admin/jobs");
    assertThat(page.locator("main table").textContent())
        .contains("稽核紀錄檢查點", "取得憑證廢止清冊", "產製單次服務檔案", "成功");
    String found = "admin/jobs?q=%E6%AA%A2%E6%9F%A5%E9%BB%9E&state=DONE&sort=began&order=desc";
    assertThat(administrator.get(found).body())
        .contains("稽核紀錄檢查點", "共 1 筆")
        .doesNotContain("寄送通知信");
    assertThat(administrator.get("admin/jobs?state=NEVER&q=zzz").body()).contains("共 0 筆");
    assertThat(administrator.get(found + "&format=csv").body())
        .contains("執行時間（秒）", "稽核紀錄檢查點", "成功");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency-a", "reviewer", "auditor"})
  void isNothingForOthers(String name) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, name);
    for (String path :
        new String[] {
          "admin/settings",
          "admin/settings/fixed",
          "admin/settings/changes",
          HOURS,
          HOURS + "/reset",
          "admin/jobs"
        }) {
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
