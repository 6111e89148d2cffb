package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 機關管理, by an administrator and by those who may not. */
class AgenciesIT {

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient admin;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    admin = PortalClient.loggedIn(demo, "admin");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void addsChangesAndFindsAnAgency() throws Exception {
    Page page = open("admin/agencies");
    press(page, "新增機關");
    page.fill("#code", "b1");
    page.fill("#oid", "2.16.x");
    page.fill("#contactMail", "nobody");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent())
        .contains("3 至 10 個大寫英文字母或數字", "請填寫機關名稱", "以點分隔的數字", "格式不正確");
    assertThat(page.inputValue("#code")).isEqualTo("b1");
    page.fill("#code", "B10000001");
    page.fill("#name", "新增測試機關");
    page.fill("#oid", "2.25.3.1");
    page.fill("#contactMail", "someone@example.gov.tw");
    page.locator("main button.primary").dblclick();
    page.waitForURL("**/admin/agencies/B10000001?told=added");
    assertThat(Browser.main(page)).contains("已新增機關", "2.25.3.1", "使用中", "demo-admin", "這個機關沒有授權");
    press(page, "修改");
    page.fill("#name", "新增測試機關改名");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("已儲存", "機關名稱：新增測試機關改名");
    press(page, "修改");
    page.locator("main button.primary").click();
    page.waitForURL("**?told=same");
    assertThat(page.locator("main [role=status]").textContent()).contains("無須變更");
    page.navigate(demo.property("portal.url") + "admin/agencies?q=測試機關改");
    assertThat(page.locator("tbody").textContent()).contains("B10000001");
    assertThat(admin.get("admin/agencies?q=B1000000&format=csv").body())
        .contains("機關代碼", "新增測試機關改名")
        .doesNotContain("示範機關甲");
  }

  @Test
  void losesNoTextWhenSomebodyElseWasFaster() throws Exception {
    add("B10000002", "先後機關");
    Page page = open("admin/agencies/B10000002/edit");
    page.fill("#nameEn", "Slow agency");
    String path = "admin/agencies/B10000002/edit";
    Map<String, String> faster =
        Map.of("version", ReviewSteps.version(admin, path), "name", "較快的名稱");
    assertThat(admin.post(path, path, faster).statusCode()).isEqualTo(302);
    page.locator("main button.primary").click();
    assertThat(page.locator("#changed").textContent()).contains("較快的名稱");
    assertThat(page.inputValue("#nameEn")).isEqualTo("Slow agency");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("已儲存", "Slow agency");
  }

  @Test
  void refusesEverythingOfASuspendedAgencyAtOnce() throws Exception {
    PortalClient card = PortalClient.loggedIn(demo, "agency-b");
    assertThat(card.get("apply").statusCode()).isEqualTo(200);
    Page page = open("admin/agencies/A02000000B");
    press(page, "暫停使用");
    assertThat(Browser.main(page)).contains("呼叫一律拒絕", "HUB-3008");
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    page.fill("#reason", "違反管理規範第三點");
    page.locator("main button.danger").click();
    try {
      assertThat(Browser.main(page)).contains("已暫停使用", "違反管理規範第三點");
      assertThat(RefusedCall.code(demo, "agency-b")).isEqualTo("HUB-3008");
      assertThat(card.get("progress").headers().firstValue("location")).hasValue("/login/refused");
    } finally {
      press(page, "恢復使用");
      page.fill("#reason", "已改善");
      page.locator("main button.danger").click();
    }
    assertThat(Browser.main(page)).contains("已恢復使用", "已改善");
    assertThat(RefusedCall.code(demo, "agency-b")).isNotEqualTo("HUB-3008");
  }

  @Test
  void importsAFileAfterAPreviewOrNothingOfIt() throws Exception {
    add("B10000003", "匯入前名稱");
    Page page = open("admin/agencies/import");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").count()).isEqualTo(1);
    upload(page, "機關代碼,機關名稱,狀態\nB10000003,匯入後名稱,x\nB10000004,新機關,\nb,,\nB10000004,重複,\n");
    assertThat(Browser.main(page)).contains("不符 2 列", "狀態", "請填寫機關名稱", "與檔案中前面的一列重複", "整份檔案都不能匯入");
    assertThat(page.locator("main button.primary").count()).isZero();
    press(page, "改選其他檔案");
    upload(page, "機關代碼,機關名稱\nB10000003,匯入後名稱\nB10000004,新機關\n");
    assertThat(page.locator("del").textContent()).isEqualTo("匯入前名稱");
    String path = "admin/agencies/B10000003/edit";
    Map<String, String> faster =
        Map.of("version", ReviewSteps.version(admin, path), "name", "中間名稱");
    assertThat(admin.post(path, path, faster).statusCode()).isEqualTo(302);
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("尚未匯入", "中間名稱");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("檔案已全部匯入");
    assertThat(admin.get("admin/agencies/B10000003").body()).contains("匯入後名稱", "修改機關");
    assertThat(admin.get("admin/agencies/B10000004").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ods", "csv"})
  void takesBackWhatItExported(String format) throws Exception {
    byte[] exported =
        format.equals("csv")
            ? admin.get("admin/agencies?format=csv").body().getBytes(StandardCharsets.UTF_8)
            : admin.download("admin/agencies?format=ods").body();
    Page page = open("admin/agencies/import");
    page.setInputFiles("#file", new FilePayload("agencies." + format, "text/plain", exported));
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("新增 0 個機關，修改 0 個", "不符 0 列", "下列欄位不匯入：狀態、登記日期");
  }

  @ParameterizedTest
  @CsvSource({"reviewer, 403", "auditor, 403", "agency-a, 403"})
  void isForAdministratorsAlone(String who, int status) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, who);
    for (String path : new String[] {"", "/new", "/A01000000A", "/import"}) {
      assertThat(other.get("admin/agencies" + path).statusCode()).isEqualTo(status);
    }
    assertThat(
            other
                .post("progress", "admin/agencies/A01000000A/suspend", Map.of("reason", "x"))
                .statusCode())
        .isEqualTo(status);
    assertThat(other.get("progress").body()).doesNotContain("/admin/agencies");
  }

  private static void upload(Page page, String content) {
    page.setInputFiles(
        "#file",
        new FilePayload("agencies.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    page.locator("main button.primary").click();
  }

  private static void add(String code, String name) throws Exception {
    String path = "admin/agencies/new";
    assertThat(admin.post(path, path, Map.of("code", code, "name", name)).statusCode())
        .isEqualTo(302);
  }

  private static Page open(String path) throws Exception {
    return browser.openAs(admin, demo.property("portal.url") + path, 1280, "zh-TW");
  }

  private static void press(Page page, String link) {
    page.locator("main .actions a", new Page.LocatorOptions().setHasText(link)).first().click();
  }
}
