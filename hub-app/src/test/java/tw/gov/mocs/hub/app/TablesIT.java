package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 資料表及欄位管理 and 代碼檔管理, by an administrator and by those who may not. */
class TablesIT {

  private static final String DOCUMENT = "admin/tables/of/TA_DECORATION/fields/certificateNo";

  @TempDir private static Path folder = Path.of("");

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient admin;

  @BeforeAll
  static void start() throws Exception {
    OwnRecords records = RunningDemo.prepare(folder);
    records.execute(
        "CREATE TABLE PERSONNEL.EXTRA_NOTES (NOTE_NO VARCHAR(20) PRIMARY KEY,"
            + " NOTE_TEXT VARCHAR(200), NOTED_ON DATE, PICTURE BLOB)");
    records.execute(
        "ALTER TABLE PERSONNEL.TA_MODEL_CIVIL_SERVANT ALTER COLUMN FULL_NAME VARCHAR(99)");
    records.execute("ALTER TABLE PERSONNEL.TA_MODEL_CIVIL_SERVANT ADD NICKNAME VARCHAR(10)");
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
  void findsTablesAndSaysWhoUsesThem() throws Exception {
    Page page = open("admin/tables?q=decor");
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    assertThat(page.locator("tbody").textContent()).contains("TA_DECORATION", "SQ_TA_008");
    page.locator("tbody a").click();
    assertThat(Browser.main(page)).contains("RECORD_NO", "certificateNo", "勳獎章資料", "仍可使用之授權");
    assertThat(admin.get("admin/tables/fields?class=IDENTIFIER&format=csv").body())
        .contains("識別資料", "idNo")
        .doesNotContain("certificateNo");
  }

  @Test
  void showsAChangedLabelToAgenciesAndInTheContractAtOnce() throws Exception {
    Page page = open(DOCUMENT);
    String before = page.inputValue("#label");
    page.fill("#label", "證書文號(改)");
    page.fill("#labelEn", "");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫英文名稱");
    assertThat(page.inputValue("#label")).isEqualTo("證書文號(改)");
    page.fill("#labelEn", "Changed number");
    page.locator("main button.primary").dblclick();
    page.waitForURL("**/certificateNo?told=changed");
    assertThat(Browser.main(page)).contains("已儲存", "中文名稱：" + before, "中文名稱：證書文號(改)", "demo-admin");
    assertThat(
            PortalClient.loggedIn(demo, "agency-a").get("apply/fields/SQ_TA_008?format=csv").body())
        .contains("證書文號(改)", "Changed number");
    assertThat(demo.get(demo.property("soap.wsdl"))).contains("證書文號(改)", "Changed number");
  }

  @Test
  void refusesWhatWouldBreakCallersAndShowsTheWay() throws Exception {
    Page page = open(DOCUMENT);
    page.fill("#length", "80");
    page.selectOption("#dataClass", "NONE");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent())
        .contains("長度不能修改", "SQ_TA_008", "發布服務新版", "資料分類不能放寬");
    assertThat(page.inputValue("#length")).isEqualTo("80");
    page.navigate(demo.property("portal.url") + "admin/tables/of/TA_DECORATION/remove");
    assertThat(Browser.main(page)).contains("這個資料表不能移除", "SQ_TA_008", "預告各該服務的關閉日期");
    assertThat(page.locator("main form").count()).isZero();
    String remove = "admin/tables/of/TA_DECORATION/remove";
    Map<String, String> forced = Map.of("version", "x", "reason", "不再使用");
    assertThat(admin.post("admin/tables/of/TA_DECORATION/edit", remove, forced).statusCode())
        .isEqualTo(422);
  }

  @Test
  void losesNoTextWhenSomebodyElseWasFaster() throws Exception {
    String path = "admin/tables/of/TA_NAME_CHANGE/edit";
    Page page = open(path);
    String before = page.inputValue("#labelEn");
    page.fill("#label", "更名資料(慢)");
    assertThat(change(path, Map.of("labelEn", "Faster")).statusCode()).isEqualTo(302);
    page.fill("#labelEn", before);
    page.locator("main button.primary").click();
    assertThat(page.locator("#changed").textContent()).contains("Faster");
    assertThat(page.inputValue("#label")).isEqualTo("更名資料(慢)");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("更名資料(慢)", "英文名稱：Faster");
  }

  @ParameterizedTest
  @CsvSource({
    "of/TA_DECORATION, of/TA_DECORATION/edit",
    "of/TA_DECORATION/fields/serviceYears, of/TA_DECORATION/fields/serviceYears"
  })
  void saysThatThereWasNothingToChangeAndLogsNothing(String shown, String form) throws Exception {
    int before = open("admin/tables/" + shown).locator(".history li").count();
    Page page = open("admin/tables/" + form);
    page.locator("main button.primary").click();
    page.waitForURL("**?told=same");
    assertThat(page.locator("main [role=status]").textContent()).contains("無須變更");
    assertThat(page.locator(".history li").count()).isEqualTo(before);
  }

  @Test
  void showsHowTheSourceWasAlteredAndWhatThatHarms() throws Exception {
    Page page = open("admin/tables/drift");
    assertThat(Browser.main(page))
        .contains("已比對 14 個資料表", "TA_MODEL_CIVIL_SERVANT", "SQ_TA_007", "呼叫可能失敗")
        .contains("型別已變更", "登記為 文字(60)，來源現為 文字(99)", "新欄位", "NICKNAME");
    page.locator("tbody a", new Page.LocatorOptions().setHasText("將此來源欄位登記為新欄位")).click();
    assertThat(page.inputValue("#column")).isEqualTo("FULL_NAME");
    page.fill("#element", "fullName");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("HUB-7006");
    page.fill("#element", "longName");
    page.locator("main button.primary").click();
    page.waitForURL("**/longName?told=added");
    assertThat(page.inputValue("#length")).isEqualTo("99");
    page.selectOption("#dataClass", "PERSONAL");
    page.locator("main button.primary").click();
    page.waitForURL("**/longName?told=changed");
  }

  @Test
  void importsATableWithTheChosenColumnsAndTakesItOutAgain() throws Exception {
    Page page = open("admin/tables/import?q=extra");
    page.locator("tbody a").click();
    assertThat(Browser.main(page)).contains("NOTE_TEXT", "noteText", "這種型別不能交換");
    for (String column : new String[] {"NOTE_NO", "NOTE_TEXT", "NOTED_ON"}) {
      page.uncheck("[value=" + column + "]");
    }
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("請至少勾選一個欄位");
    page.check("[value=NOTE_NO]");
    page.check("[value=NOTE_TEXT]");
    page.locator("main button.primary").dblclick();
    page.waitForURL("**/EXTRA_NOTES?told=imported");
    assertThat(Browser.main(page)).contains("noteText", "限制資料", "NOTE_NO", "匯入資料表", "沒有服務或授權使用");
    assertThat(page.locator("#fields ~ div tbody tr").count()).isEqualTo(2);
    press(page, "移除");
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    page.fill("#reason", "誤登");
    page.locator("main button.danger").click();
    page.waitForURL("**/admin/tables?told=removed");
    assertThat(admin.get("admin/tables/of/EXTRA_NOTES").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsCodesWithTheirValidity() throws Exception {
    Page page = open("admin/codes/new");
    page.fill("#codeList", "it list");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫中文名稱", "請填寫英文名稱");
    page.fill("#label", "測試代碼");
    page.fill("#labelEn", "Test codes");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("大寫英文字母開頭");
    page.fill("#codeList", "IT_LIST");
    page.locator("main button.primary").click();
    page.waitForURL("**/IT_LIST?told=added");
    press(page, "新增代碼");
    page.fill("#code", "A");
    page.fill("#sortOrder", "");
    page.fill("#validFrom", "103/2/30");
    page.fill("#validTo", "2026/01/01");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent())
        .contains("請填寫名稱", "請填寫排序", "查無此日期", "西元 2026 年為 115 年");
    PageLooks.check(page, "code-faults", 1280);
    page.fill("#name", "甲");
    page.fill("#sortOrder", "1");
    page.fill("#validTo", "");
    page.fill("#validFrom", "103/2/1");
    page.locator("main button.primary").click();
    page.locator("tbody a").click();
    page.fill("#validTo", "104/12/31");
    page.locator("main button.primary").click();
    assertThat(page.locator("tbody").textContent()).contains("104/12/31", "已停用");
    press(page, "新增代碼");
    page.fill("#code", "A");
    page.fill("#name", "甲(新)");
    page.fill("#sortOrder", "1");
    page.fill("#validFrom", "104/12/31");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("效期重疊");
  }

  @Test
  void takesBackTheWholeCatalogueOrReportsEveryBadLine() throws Exception {
    byte[] file = admin.download("admin/tables/catalogue.ods").body();
    Page page = open("admin/tables/file");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").count()).isEqualTo(1);
    upload(page, file);
    assertThat(Browser.main(page)).contains("新增 0 筆，修改 0 筆", "不符 0 列");
    assertThat(page.locator("main button.primary").count()).isZero();
    press(page, "改選其他檔案");
    upload(page, with(file, ">第一職等<", ">第一職等(改)<", ">等於<", ">大約<"));
    assertThat(Browser.main(page)).contains("查詢方式「大約」不正確；可填：等於、期間", "整份檔案都不能匯入");
    assertThat(page.locator("main button.primary").count()).isZero();
    press(page, "改選其他檔案");
    upload(page, with(file, ">第一職等<", ">第一職等(改)<"));
    assertThat(page.locator("del").textContent()).isEqualTo("第一職等");
    String code = "admin/codes/of/GRADE/G01/2014-01-01";
    change(code, Map.of("name", "中間", "validFrom", "103/01/01"));
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("尚未匯入", "中間");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("已匯入");
    assertThat(admin.get(code).body()).contains("第一職等(改)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewer", "auditor", "agency-a"})
  void isForAdministratorsAlone(String who) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, who);
    for (String path :
        new String[] {"tables", "tables/fields", "tables/drift", "tables/catalogue.ods", "codes"}) {
      assertThat(other.get("admin/" + path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(other.post("progress", DOCUMENT, Map.of("label", "x")).statusCode()).isEqualTo(403);
    assertThat(other.get("progress").body()).doesNotContain("/admin/tables", "/admin/codes");
  }

  /** Changes an entry as another window does. */
  private static HttpResponse<String> change(String path, Map<String, String> typed)
      throws Exception {
    Matcher seen =
        Pattern.compile("name=\"version\" value=\"([0-9a-f]+)\"").matcher(admin.get(path).body());
    assertThat(seen.find()).isTrue();
    Map<String, String> all = new HashMap<>(typed);
    all.put("version", seen.group(1));
    return admin.post(path, path, all);
  }

  /** The same file with some texts replaced, each by the one after it. */
  static byte[] with(byte[] ods, String... texts) throws Exception {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(ods));
        ZipOutputStream out = new ZipOutputStream(changed)) {
      // The first entry says what the file is, and is stored as it is in ours.
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().equals("content.xml")) {
          String text = new String(content, StandardCharsets.UTF_8);
          for (int i = 0; i < texts.length; i += 2) {
            text = text.replace(texts[i], texts[i + 1]);
          }
          content = text.getBytes(StandardCharsets.UTF_8);
        }
        ZipEntry copy = new ZipEntry(entry.getName());
        if (entry.getName().equals("mimetype")) {
          copy.setMethod(ZipEntry.STORED);
          copy.setSize(content.length);
          CRC32 crc = new CRC32();
          crc.update(content);
          copy.setCrc(crc.getValue());
        }
        out.putNextEntry(copy);
        out.write(content);
      }
    }
    return changed.toByteArray();
  }

  private static void upload(Page page, byte[] file) {
    String type = "application/vnd.oasis.opendocument.spreadsheet";
    page.setInputFiles("#file", new FilePayload("catalogue.ods", type, file));
    page.locator("main button.primary").click();
  }

  private static Page open(String path) throws Exception {
    return browser.openAs(admin, demo.property("portal.url") + path, 1280, "zh-TW");
  }

  private static void press(Page page, String link) {
    page.locator("main .actions a", new Page.LocatorOptions().setHasText(link)).first().click();
  }
}
