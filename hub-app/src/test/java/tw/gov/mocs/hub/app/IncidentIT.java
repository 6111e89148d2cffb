package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 錯誤回報 as an agency uses it, in a browser. */
class IncidentIT {

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient agency;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    agency = PortalClient.loggedIn(demo, "agency-a");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void reportsWithAnAttachmentAndAddsARemark() throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    page.setInputFiles("#file", file("畫面.txt", "錯誤畫面"));
    page.locator("button[value=upload]").click();
    assertThat(page.locator(".notice[role=status]").textContent()).contains("檔案已上傳");
    assertThat(page.locator(".files").textContent()).contains("畫面.txt");
    fill(page);
    page.locator("button.primary[value=send]").click();
    assertThat(page.url()).matches(".*/incidents/[0-9]{8}\\?reported");
    assertThat(Browser.main(page)).contains("王小明𠮷", "無法下載", "畫面.txt", "處理中");
    String saved = page.locator(".files a").getAttribute("href");
    assertThat(agency.get(saved.substring(1)).body()).isEqualTo("錯誤畫面");
    page.fill("#said", "仍然無法下載");
    page.locator("form[action$=remark] button").click();
    assertThat(page.locator(".history").textContent()).contains("補充說明", "仍然無法下載");
  }

  @Test
  void reportsOnceHoweverOftenItIsSent() throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    fill(page);
    page.locator("button.primary[value=send]").click();
    String first = page.url();
    page.goBack();
    page.reload();
    assertThat(page.url()).isEqualTo(first);
  }

  @Test
  void saysEverythingThatIsWrongAndKeepsWhatWasTyped() throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    page.fill("#contactName", "王小明");
    page.fill("#contactPhone", "電話");
    page.fill("#contactMail", "x");
    page.fill("#occurredOn", "115/02/30");
    page.fill("#occurredAt", "25:00");
    page.fill("#applicationNo", "APSQ11599999");
    page.locator("button.primary[value=send]").click();
    assertThat(page.locator(".summary a").allTextContents())
        .containsExactly(
            "連絡電話須有數字",
            "電子郵件的格式不正確，應如 name@agency.gov.tw",
            "問題發生日期：查無此日期，請確認月份與日期",
            "時間須為時:分（分為兩位數），例如 09:05、14:30",
            "查無此申請案號，或不是貴機關的申請案",
            "請填寫問題內容");
    assertThat(page.inputValue("#occurredOn")).isEqualTo("115/02/30");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("summary");
  }

  @Test
  void saysHowFarBackItsDayMayLie() throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    assertThat(page.locator("#occurredOn-hint").textContent()).contains("最早為今日前 5 年");
    page.fill("#occurredOn", "102/01/01");
    page.locator("button.primary[value=send]").click();
    assertThat(page.locator("#occurredOn-fault").textContent()).contains("問題發生日期最早為今日前 5 年");
  }

  @ParameterizedTest
  @CsvSource({
    "empty.txt, '', 檔案沒有內容（0 位元組）",
    "program.exe, MZ, 不接受此類檔案",
    "picture.png, not a picture, 檔案內容與副檔名 png 不符",
    "a.exe.txt, text, 檔名有兩個副檔名"
  })
  void saysWhyAFileIsNotAccepted(String name, String content, String why) throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    page.setInputFiles("#file", file(name, content));
    page.locator("button[value=upload]").click();
    assertThat(page.locator("#file-fault").textContent())
        .contains("檔案沒有上傳：" + why)
        .doesNotContain("HUB-");
    assertThat(page.locator(".files").count()).isZero();
  }

  @Test
  void saysOfAFullFormThatAFileIsToBeRemoved() throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    for (int i = 1; i <= 6; i++) {
      page.setInputFiles("#file", file(i + ".txt", "text " + i));
      page.locator("button[value=upload]").click();
    }
    assertThat(page.locator(".summary a").allTextContents())
        .containsExactly("檔案已達 5 個的上限，請先移除其中一個");
    assertThat(page.locator(".files li").count()).isEqualTo(5);
  }

  @Test
  void saysThatAFileIsTooLargeBeforeItIsSent() throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    page.setInputFiles("#file", file("program.exe", "MZ"));
    page.locator("button[value=upload]").click();
    assertThat(page.locator("#file-fault").textContent()).contains("檔案沒有上傳：", "請更換檔案");
    page.fill("#description", "已填寫的內容");
    page.setInputFiles("#file", file("large.txt", "x".repeat(11 << 20)));
    page.locator("button.primary[value=send]").click();
    assertThat(page.locator("#file-large:visible").textContent()).contains("檔案超過 10 MB，尚未上傳");
    assertThat(page.locator("#file-fault, #summary").count()).isZero();
    assertThat(page.inputValue("#description")).isEqualTo("已填寫的內容");
  }

  @Test
  void keepsWhatIsTypedInAnotherLanguage() throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    page.fill("#description", "填了很久\n的問題");
    page.fill("#occurredAt", "9:30");
    page.selectOption("#serviceCode", "SQ_TA_002");
    page.locator(".utilities a[hreflang=en]").click();
    assertThat(page.locator("h1").textContent()).isEqualTo("New incident report");
    assertThat(page.inputValue("#description")).isEqualTo("填了很久\n的問題");
    assertThat(page.inputValue("#occurredAt")).isEqualTo("9:30");
    assertThat(page.inputValue("#serviceCode")).isEqualTo("SQ_TA_002");
    assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    page.fill("#contactMail", "x");
    page.locator("button.primary[value=send]").click();
    page.locator(".utilities a[hreflang='zh-Hant-TW']").click();
    assertThat(page.inputValue("#description")).isEqualTo("填了很久\n的問題");
  }

  @Test
  void tellsNoAgencyWhoOfTheMinistryAnswered() throws Exception {
    Page page = open("incidents?state=CLOSED", 1280, "zh-TW");
    page.locator("tbody a").first().click();
    assertThat(page.locator(".history").textContent()).contains("銓敘部").doesNotContain("demo-admin");
    page.locator(".utilities a[hreflang=en]").click();
    assertThat(page.locator(".history").textContent()).contains("The Ministry");
    assertThat(page.locator("p.actions a").textContent()).isEqualTo("Back to the list");
    agency.get("?language=zh-TW");
  }

  @Test
  void tellsTheLimitOfALineAndDoesNotCutIt() throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    assertThat(page.locator("#contactName-hint").textContent()).contains("最多 60 字");
    assertThat(page.getAttribute("#contactName", "aria-describedby")).contains("contactName-hint");
    page.fill("#contactName", "");
    page.locator("#contactName").pressSequentially("長".repeat(61));
    page.locator("button.primary[value=send]").click();
    assertThat(page.locator("#contactName-fault").textContent()).contains("姓名最多 60 字");
    assertThat(page.inputValue("#contactName")).hasSize(61);
  }

  @Test
  void keepsItsFileWhenEnterIsPressed() throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    page.setInputFiles("#file", file("a.txt", "text"));
    page.locator("button[value=upload]").click();
    page.fill("#contactName", "王小明");
    page.press("#contactName", "Enter");
    assertThat(page.locator(".summary").textContent()).contains("請填寫問題內容");
    assertThat(page.locator(".files").textContent()).contains("a.txt");
  }

  @Test
  void addsARemarkOnceHoweverOftenItIsSent() throws Exception {
    Page page = reported();
    String path = "incidents/" + number(page);
    Map<String, String> remark = Map.of("version", "1", "said", "按了兩次\r\n的補充");
    for (int click = 0; click < 2; click++) {
      assertThat(agency.post(path, path + "/remark", remark).headers().firstValue("location"))
          .hasValueSatisfying(to -> assertThat(to).endsWith("?remarked"));
    }
    page.reload();
    assertThat(page.locator(".history li:has-text('按了兩次')").count()).isEqualTo(1);
  }

  @Test
  void keepsTheTextOfAStaleRemark() throws Exception {
    Page page = reported();
    String path = "incidents/" + number(page);
    page.fill("#said", "填了很久的補充");
    agency.post(path, path + "/remark", Map.of("version", "1", "said", "另一個視窗的補充"));
    page.locator("form[action$=remark] button").click();
    assertThat(page.locator("#summary").textContent()).contains("已有新的處理情形");
    assertThat(page.locator(".history").textContent()).contains("另一個視窗的補充");
    assertThat(page.inputValue("#said")).isEqualTo("填了很久的補充");
    page.locator("form[action$=remark] button").click();
    assertThat(page.locator(".history").textContent()).contains("填了很久的補充");
  }

  @Test
  void showsWhatCouldNotBeAddedToAClosedOne() throws Exception {
    String number =
        agency
            .get("incidents?state=CLOSED")
            .body()
            .replaceFirst("(?s).*?/incidents/([0-9]{8})\".*", "$1");
    String path = "incidents/" + number;
    HttpResponse<String> answer =
        agency.post(path, path + "/remark", Map.of("version", "1", "said", "太晚的補充"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("錯誤回報已結案", "太晚的補充</p>");
  }

  @Test
  void isReachedFromACallWithoutAnApplication() throws Exception {
    assertThat(
            agency
                .get("incidents/new?application=&service=SQ_TA_001")
                .headers()
                .firstValue("location")
                .orElseThrow())
        .matches(".*/incidents/new/[0-9]{18}\\?.*service=SQ_TA_001");
  }

  @Test
  void isFilledInFromTheCallThatItIsAbout() throws Exception {
    String record = AuditIT.call(demo, "SQ_TA_001");
    Page page = open("calls/" + record, 1280, "zh-TW");
    page.locator("main a:has-text('回報此呼叫')").click();
    assertThat(page.inputValue("#callId")).isEqualTo(record);
    assertThat(page.inputValue("#serviceCode")).isEqualTo("SQ_TA_001");
    assertThat(page.inputValue("#applicationNo")).isEqualTo(demo.property("application.agency-a"));
    assertThat(page.inputValue("#occurredOn")).matches("1[0-9]{2}/[0-9]{2}/[0-9]{2}");
    assertThat(page.inputValue("#occurredAt")).matches("[0-9]{1,2}:[0-9]{2}");
    page.fill("#description", "回應的內容不完整");
    page.fill("#contactName", "王小明");
    page.fill("#contactPhone", "(02)8236-6666");
    page.fill("#contactMail", "service@mocs.gov.tw");
    page.locator("button.primary[value=send]").click();
    page.waitForURL("**/incidents/0*");
    page.locator("main a:has-text('檢視相關呼叫')").click();
    assertThat(page.url()).endsWith("/calls/" + record);
    assertThat(agency.get("incidents?format=csv&language=zh-TW").body()).contains(record);
  }

  @Test
  void tellsNothingOfACallOfAnotherAgency() throws Exception {
    String record = AuditIT.call(demo, "SQ_TA_001");
    PortalClient other = PortalClient.loggedIn(demo, "agency-b");
    String address = demo.property("portal.url") + "incidents/new?call=" + record;
    Page page = browser.openAs(other, address, 1280, "zh-TW");
    assertThat(page.inputValue("#callId")).isEmpty();
    assertThat(page.inputValue("#occurredOn")).isEmpty();
  }

  @Test
  void isExportedAsItIsListed() throws Exception {
    HttpResponse<String> csv = agency.get("incidents?format=csv&state=CLOSED&language=zh-TW");
    assertThat(csv.headers().firstValue("content-disposition").orElseThrow())
        .contains("attachment", "csv");
    assertThat(csv.body()).contains("錯誤回報代碼", "已結案").doesNotContain("處理中");
    assertThat(agency.get("incidents?format=csv&from=x").body().lines()).hasSize(1);
    assertThat(agency.get("incidents?format=exe").statusCode()).isEqualTo(404);
    Page page = open("incidents?state=CLOSED", 1280, "zh-TW");
    assertThat(page.locator(".export a").first().getAttribute("href"))
        .isEqualTo("/incidents?state=CLOSED&format=ods");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewer", "auditor"})
  void isNothingForReviewersAndAuditors(String name) throws Exception {
    assertThat(PortalClient.loggedIn(demo, name).get("incidents").statusCode()).isEqualTo(403);
  }

  @Test
  void saysWhenAFileIsTooLarge() throws Exception {
    String address = demo.property("portal.url") + "incidents/new";
    Page page = browser.openWithoutScripts(agency, address, 1280, "zh-TW");
    page.setInputFiles("#file", file("large.txt", "a".repeat(11 * 1024 * 1024)));
    page.locator("button[value=upload]").click();
    assertThat(page.locator("#file-fault").textContent()).contains("檔案超過 10 MB");
  }

  @Test
  void saysBeforehandWhenItsTextIsLostWithoutScripts() throws Exception {
    String address = demo.property("portal.url") + "incidents/new";
    Page page = browser.openWithoutScripts(agency, address, 1280, "zh-TW");
    assertThat(page.locator("main noscript").first().textContent())
        .containsPattern("登入將於 1[0-9]{2}/[0-9]{2}/[0-9]{2} [0-9]{2}:[0-9]{2} 結束");
    assertThat(page.locator("#attachments noscript").textContent()).contains("超過 20 MB", "不會保留");
    assertThat(open("incidents/new", 1280, "zh-TW").locator("main .notice").isVisible()).isFalse();
  }

  @Test
  void showsAnotherAgencyNothing() throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, "agency-b");
    assertThat(agency.get("incidents/00000001").statusCode()).isEqualTo(200);
    HttpResponse<String> foreign = other.get("incidents/00000001");
    HttpResponse<String> unknown = other.get("incidents/99999999");
    assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
    assertThat(other.get("incidents").body()).doesNotContain("00000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=CLOSED", "from=115/13/01", "application=%25", "page=9&size=10"})
  void takesAnyCriteria(String criteria) throws Exception {
    assertThat(agency.get("incidents?" + criteria).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour=red", "state=NONE"})
  void givesNoFileForCriteriaThatItDoesNotKnow(String criteria) throws Exception {
    HttpResponse<String> answer = agency.get("incidents?format=csv&" + criteria);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("查詢條件", criteria, "HUB-7003");
  }

  @ParameterizedTest
  @CsvSource({"from=115/13/01, 查無此日期", "to=x, 民國年/月/日", "from=115/03/02&to=115/03/01, 迄日不得早於起日"})
  void saysWhatIsWrongWithItsDays(String criteria, String text) throws Exception {
    String page = agency.get("incidents?" + criteria).body();
    assertThat(page).contains(text).doesNotContain("沒有符合條件的資料");
  }

  @Test
  void showsItsLastPageWhereTheListEndsBefore() throws Exception {
    assertThat(agency.get("incidents?page=999&size=10").body())
        .contains("aria-current=\"page\"")
        .doesNotContain("沒有符合條件的資料");
  }

  @Test
  void isFilledInWithTheContactOfTheLastApplication() throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, "agency-b");
    String form = other.get("incidents/new").headers().firstValue("location").orElseThrow();
    assertThat(other.get(form.replaceFirst(".*/incidents", "incidents")).body())
        .contains("value=\"示範聯絡人\"");
  }

  @Test
  void keepsItsCriteria() throws Exception {
    Page page = open("incidents?application=APSQ&from=115/01/01&state=CLOSED", 1280, "zh-TW");
    assertThat(page.inputValue("#application")).isEqualTo("APSQ");
    assertThat(page.inputValue("#from")).isEqualTo("115/01/01");
    assertThat(page.isChecked("[value=CLOSED]")).isTrue();
    assertThat(open("incidents", 1280, "zh-TW").inputValue("#application")).isEmpty();
  }

  @Test
  void showsItsHeadingsOverAnEmptyList() throws Exception {
    String page = agency.get("incidents?application=NOTHING").body();
    assertThat(page).contains("錯誤回報代碼", "問題發生日期", "沒有符合條件的資料");
  }

  private static Page reported() throws Exception {
    Page page = open("incidents/new", 1280, "zh-TW");
    fill(page);
    page.locator("button.primary[value=send]").click();
    page.waitForURL("**/incidents/0*");
    return page;
  }

  private static String number(Page page) {
    return page.url().replaceFirst(".*/incidents/([0-9]{8}).*", "$1");
  }

  private static void fill(Page page) {
    page.fill("#contactName", "王小明𠮷");
    page.fill("#contactPhone", "(02)8236-6666");
    page.fill("#contactMail", "service@mocs.gov.tw");
    page.fill("#occurredOn", "115/11/01");
    page.fill("#occurredAt", "9:30");
    page.fill("#description", "按下載後無法下載");
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
  }

  private static Page open(String path, int width, String language) throws IOException {
    return browser.openAs(agency, demo.property("portal.url") + path, width, language);
  }
}
