package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that was changed below published services: where that is seen, and the way out. */
class DriftIT {

  private static final String DECORATION = "admin/services/of/SQ_TA_008";
  private static final String MODEL = "admin/services/of/SQ_TA_007";
  private static final String CHECK = "main button[value=check]";
  private static final String PUBLISH = "main button[value=publish]";

  @TempDir private static Path folder = Path.of("");

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient admin;

  @BeforeAll
  static void start() throws Exception {
    OwnRecords records = RunningDemo.prepare(folder);
    records.execute("ALTER TABLE PERSONNEL.TA_DECORATION DROP COLUMN CERTIFICATE_NO");
    records.execute(
        "ALTER TABLE PERSONNEL.TA_MODEL_CIVIL_SERVANT ALTER COLUMN FULL_NAME VARCHAR(99)");
    demo = RunningDemo.start(folder);
    browser = new Browser();
    admin = PortalClient.loggedIn(demo, "admin");
  }

  @AfterAll
  static void end() throws Exception {
    browser.close();
    demo.close();
  }

  @Test
  void showsAVanishedColumnBeforeAnybodyComparesAndMendsItsService() throws Exception {
    showsIt();
    mendsIt();
  }

  private static void showsIt() throws Exception {
    Await.until(() -> get("admin/jobs").contains("與資料來源比對"));
    Await.until(() -> get(DECORATION).contains("資料來源已變更，呼叫失敗"));
    assertThat(get(MODEL)).contains("資料來源已變更，呼叫可能失敗");
    assertThat(get("admin/tables/of/TA_DECORATION")).contains("資料來源已變更，呼叫失敗");
    assertThat(get("admin/tables?drift=yes"))
        .contains("TA_DECORATION", "來源已變更，呼叫失敗", "來源已變更，呼叫可能失敗")
        .doesNotContain("TA_CONTRACT_EMPLOYMENT");
    assertThat(get("admin/services?drift=yes"))
        .contains(DECORATION, "來源已變更，呼叫失敗", "來源已變更，呼叫可能失敗")
        .doesNotContain("SQ_TA_001");
    assertThat(get("admin/services?drift=yes&format=csv&language=zh-TW"))
        .contains("來源差異", "來源已變更，呼叫失敗");
    Page lists = open("admin/tables");
    PageLooks.check(lists, "tables-drifted", 1280);
    lists.navigate(demo.property("portal.url") + "admin/services");
    PageLooks.check(lists, "services-drifted", 1280);
    lists.navigate(demo.property("portal.url") + "admin/tables/drift");
    assertThat(Browser.main(lists)).contains("來源已無此欄位 certificateNo 證書字號 CERTIFICATE_NO");
    assertThat(lists.locator("a[href='/" + DECORATION + "/edit']").count()).isEqualTo(1);
    PageLooks.check(lists, "drift", 1280);
    Page page = open("admin");
    assertThat(page.locator("a[href='/admin/tables/drift']").textContent())
        .contains("受來源變更影響之服務（個）", "2");
    assertThat(PortalClient.loggedIn(demo, "reviewer").get(DECORATION).body())
        .contains("資料來源已變更，呼叫失敗")
        .doesNotContain("/admin/tables/drift");
  }

  private static void mendsIt() throws Exception {
    Page page = open(DECORATION + "/edit");
    assertThat(page.locator("#standing").textContent())
        .contains("來源已沒有 TA_DECORATION.CERTIFICATE_NO", "取消勾選此欄位並發布新版");
    page.fill("[name=end-certificateNo]", "199/12/31");
    page.locator(CHECK).click();
    assertThat(Browser.main(page)).contains("新增停用日 certificateNo：199/12/31");
    page.locator("main button[value=edit]").click();
    page.uncheck("[name=field][value=certificateNo]");
    page.locator(CHECK).click();
    assertThat(page.locator("#standing").count()).as("what is left out harms no more").isZero();
    page.locator("main button[value=try]").click();
    assertThat(page.locator("table").last().locator("thead th").allTextContents())
        .contains("第 1 筆");
    page.fill("#reason", "來源已無此欄位");
    page.locator(PUBLISH).click();
    page.waitForURL("**/SQ_TA_008?told=published");
    assertThat(Browser.main(page)).contains("移除欄位 certificateNo").doesNotContain("資料來源已變更");
  }

  @Test
  void publishesBesideAWidenedColumn() throws Exception {
    Page page = open(MODEL + "/edit");
    assertThat(page.locator("#standing").textContent())
        .contains("TA_MODEL_CIVIL_SERVANT.FULL_NAME 現為 文字(99)", "填寫欄位 fullName 的停用日");
    page.uncheck("[name=field][value=fullName]");
    page.locator(CHECK).click();
    assertThat(page.locator("#summary").textContent()).contains("欄位 fullName 不能移除");
    page.check("[name=field][value=fullName]");
    page.fill("#description", "新的說明");
    page.locator(CHECK).click();
    page.fill("#reason", "更新說明");
    page.locator(PUBLISH).click();
    page.waitForURL("**/SQ_TA_007?told=published");
    assertThat(Browser.main(page)).contains("新的說明", "呼叫可能失敗");
  }

  private static String get(String path) {
    try {
      return admin.get(path).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Page open(String path) throws Exception {
    return browser.openAs(admin, demo.property("portal.url") + path, 1280, "zh-TW");
  }
}
