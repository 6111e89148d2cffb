package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.RocDate;

/** 錯誤回報管理 as an administrator uses it, in a browser. */
class SupportIT {

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient agency;
  private static PortalClient administrator;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    agency = PortalClient.loggedIn(demo, "agency-a");
    administrator = PortalClient.loggedIn(demo, "admin");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void answersClosesAndReopensWhatAnAgencyReported() throws Exception {
    String number = reported();
    Page page = open("admin/incidents");
    page.locator("a:has-text('" + number + "')").click();
    PageLooks.check(page, "support-page", 1280);
    page.fill("#said", "請提供發生的時間");
    page.locator("button:has-text('回復')").click();
    assertThat(page.locator("[role=status]").textContent()).contains("已回復");
    page.locator("main button:has-text('結案')").click();
    assertThat(page.locator("[role=status]").textContent()).contains("已結案");
    assertThat(agency.get("incidents/" + number).body()).contains("請提供發生的時間", "已結案");
    page.fill("#said", "機關來電表示問題仍在");
    page.locator("main button:has-text('重新處理')").click();
    assertThat(page.locator(".history").textContent()).contains("重新處理", "機關來電表示問題仍在");
    assertThat(agency.get("incidents/" + number).body()).contains("處理中", "機關來電表示問題仍在");
  }

  @Test
  void keepsTheTextOfWhoLookedAtAnOlderVersionAndShowsWhatChanged() throws Exception {
    String number = reported();
    Page page = open("admin/incidents/" + number);
    page.fill("#said", "寫了很久的回復");
    String path = "admin/incidents/" + number;
    administrator.post(path, path + "/answer", Map.of("version", "1", "said", "另一位的回復"));
    page.locator("button:has-text('回復')").click();
    assertThat(page.locator("#summary").textContent()).contains("尚未送出");
    assertThat(page.locator(".history li:has-text('（新增）')").allTextContents())
        .singleElement()
        .asString()
        .contains("另一位的回復");
    assertThat(page.inputValue("#said")).isEqualTo("寫了很久的回復");
    page.locator("button:has-text('回復')").click();
    assertThat(page.locator(".history").textContent()).contains("寫了很久的回復");
  }

  @Test
  void keepsTheTextOfWhoAnswersWhatWasClosedMeanwhile() throws Exception {
    String number = reported();
    String path = "admin/incidents/" + number;
    administrator.post(path, path + "/close", Map.of("version", "1", "said", "已修正"));
    HttpResponse<String> late =
        administrator.post(path, path + "/answer", Map.of("version", "1", "said", "太晚的回復"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("太晚的回復</textarea>", "已修正", "（新增）");
  }

  @Test
  void answersOnceHoweverOftenItIsSent() throws Exception {
    String path = "admin/incidents/" + reported();
    Map<String, String> answer = Map.of("version", "1", "said", "按了兩次的回復");
    for (int click = 0; click < 2; click++) {
      assertThat(
              administrator.post(path, path + "/answer", answer).headers().firstValue("location"))
          .hasValueSatisfying(to -> assertThat(to).endsWith("?told=answer"));
    }
    assertThat(administrator.get(path).body()).containsOnlyOnce("按了兩次的回復");
  }

  @Test
  void wantsATextForAnAnswerAndForTheFirstClosing() throws Exception {
    String path = "admin/incidents/" + reported();
    for (String act : new String[] {"answer", "close"}) {
      HttpResponse<String> refused =
          administrator.post(path, path + "/" + act, Map.of("version", "1", "said", " "));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("請填寫說明");
    }
  }

  @Test
  void keepsAssignmentsAndNotesFromTheAgency() throws Exception {
    String number = reported();
    Page page = open("admin/incidents/" + number);
    page.fill("#note", "內部秘密：資料庫逾時");
    page.locator("button:has-text('新增註記')").click();
    assertThat(page.locator("[role=status]").textContent()).contains("已新增內部註記");
    page.selectOption("#assignee", "demo-admin-2");
    page.locator("button[formaction$=assign]").click();
    assertThat(page.locator("[role=status]").textContent()).contains("已變更承辦人");
    assertThat(Browser.main(page)).contains("指派給 demo-admin-2", "內部秘密：資料庫逾時");
    PageLooks.check(page, "support-desk", 1280);
    page.fill("#said", "請稍候");
    page.locator("button:has-text('回復')").click();
    for (String path :
        new String[] {"incidents/" + number, "incidents", "incidents?format=csv", "calls"}) {
      assertThat(agency.get(path).body()).as(path).doesNotContain("內部秘密", "demo-admin-2", "指派");
    }
    String mail =
        administrator
            .get("admin/notices?kind=INCIDENT_ANSWERED&about=" + number)
            .body()
            .replaceFirst("(?s).*?/(admin/notices/[0-9]+)\".*", "$1");
    assertThat(administrator.get(mail).body())
        .contains(number)
        .doesNotContain("內部秘密", "demo-admin-2");
    assertThat(agency.get("admin/incidents/" + number).statusCode()).isEqualTo(403);
  }

  @Test
  void twoAdministratorsSeeOneAnothersNotesAndLoseNoText() throws Exception {
    String path = "admin/incidents/" + reported();
    Page page = open(path);
    PortalClient second = PortalClient.loggedIn(demo, "admin-2");
    Map<String, String> note = Map.of("desk", "0", "note", "第二位的註記");
    for (int click = 0; click < 2; click++) {
      assertThat(second.post(path, path + "/note", note).statusCode()).isEqualTo(302);
    }
    page.fill("#note", "第一位寫了很久");
    page.selectOption("#assignee", "demo-admin");
    page.locator("button[formaction$=assign]").click();
    assertThat(page.locator("#summary").textContent()).contains("已有新的內部處理");
    assertThat(page.locator(".history li:has-text('第二位的註記')").count()).isEqualTo(1);
    assertThat(page.locator(".history li:has-text('第二位的註記')").textContent()).contains("新增");
    assertThat(page.inputValue("#note")).isEqualTo("第一位寫了很久");
    assertThat(page.inputValue("#assignee")).isEqualTo("demo-admin");
    page.locator("button[formaction$=assign]").click();
    assertThat(Browser.main(page)).contains("指派給 demo-admin", "第一位寫了很久");
    page.locator("button[formaction$=assign]").click();
    assertThat(page.locator("#assignee-fault").textContent()).contains("承辦人沒有變更");
  }

  @Test
  void linksToWhatAnAdministratorMayOpenAndFindsByWords() throws Exception {
    Page page = open("admin/incidents/00000002");
    assertThat(page.locator("main dl a[href='/admin/services/of/SQ_TA_001']").count()).isEqualTo(1);
    assertThat(page.locator("main dl a[href^='/admin/agencies/']").count()).isEqualTo(1);
    assertThat(page.locator("main dl a[href^='/progress/']").count()).isEqualTo(1);
    assertThat(page.locator("main a[href*='audit']").count()).isZero();
    for (String link :
        page.locator("main dl a").all().stream().map(a -> a.getAttribute("href")).toList()) {
      assertThat(administrator.get(link.substring(1)).statusCode()).as(link).isEqualTo(200);
    }
    String number = reported();
    String path = "admin/incidents/" + number;
    administrator.post(path, path + "/assign", Map.of("desk", "0", "assignee", "demo-admin"));
    for (String wide : new String[] {"assignee=*me", "assignee=demo-admin", "q=" + number}) {
      assertThat(administrator.get("admin/incidents?size=50&" + wide).body())
          .as(wide)
          .contains(number);
    }
    for (String narrow : new String[] {"assignee=*none", "assignee=demo-admin-2", "q=zzz"}) {
      assertThat(administrator.get("admin/incidents?size=50&" + narrow).body())
          .as(narrow)
          .doesNotContain(number);
    }
  }

  @Test
  void listsByStateAgeAndAgency() throws Exception {
    String number = reported();
    assertThat(administrator.get("admin/incidents?size=50").body())
        .contains(number)
        .doesNotContain("/admin/incidents/00000002");
    assertThat(administrator.get("admin/incidents?state=CLOSED&size=50").body())
        .contains("/admin/incidents/00000002")
        .doesNotContain(number);
    for (String narrow : new String[] {"age=30", "agency=NOBODY"}) {
      assertThat(administrator.get("admin/incidents?" + narrow).body())
          .contains("沒有符合條件的資料", "錯誤回報代碼")
          .doesNotContain(number);
    }
    assertThat(administrator.get("admin/incidents?from=115/13/01").body())
        .contains("錯誤回報代碼")
        .doesNotContain(number, "沒有符合條件的資料");
  }

  @Test
  void isExportedAsItIsListed() throws Exception {
    HttpResponse<String> csv =
        administrator.get("admin/incidents?format=csv&state=CLOSED&language=zh-TW");
    assertThat(csv.body()).contains("錯誤回報代碼", "已結案").doesNotContain("處理中");
    for (String column : new String[] {"age", "agency", "changed"}) {
      assertThat(administrator.get("admin/incidents?language=zh-TW&sort=" + column).body())
          .as(column)
          .contains("aria-sort=\"ascending\"")
          .doesNotContain("這種排列方式");
    }
    assertThat(administrator.get("admin/incidents?format=exe").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency-a", "reviewer", "auditor"})
  void isNothingForOthers(String name) throws Exception {
    String path = "admin/incidents/" + reported();
    PortalClient other = PortalClient.loggedIn(demo, name);
    assertThat(other.get("admin/incidents").statusCode()).isEqualTo(403);
    assertThat(other.get("admin/incidents?format=csv").statusCode()).isEqualTo(403);
    assertThat(other.get(path).statusCode()).isEqualTo(403);
    assertThat(other.get(path + "/calls").statusCode()).isEqualTo(403);
    assertThat(other.get(path + "/calls?format=csv").statusCode()).isEqualTo(403);
    Map<String, String> answer = Map.of("version", "1", "said", "不該有的回復");
    assertThat(other.post("", path + "/answer", answer).statusCode()).isEqualTo(403);
    assertThat(administrator.get(path).body()).doesNotContain("不該有的回復");
  }

  @Test
  void showsTheCallThatAnIncidentIsAboutWithoutWhatMayBePersonal() throws Exception {
    String record = AuditIT.call(demo, "SQ_TA_001");
    String number = reported(agency, record);
    Page page = open("admin/incidents/" + number);
    page.locator("main dl a:has-text('檢視相關呼叫')").click();
    assertThat(page.locator("main tbody").textContent())
        .contains(record, "AuditIT-", "SQ_TA_001", "已提供")
        .doesNotContain("稽核測試", demo.property("sample.idNo"), "127.0.0.1");
    assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
    page.selectOption("#scope", "DAY");
    page.locator("main form button.primary").click();
    assertThat(page.locator("main tbody").textContent()).contains(record);
    String csv =
        administrator.get("admin/incidents/" + number + "/calls?format=csv&language=zh-TW").body();
    assertThat(csv).contains("紀錄編號", record).doesNotContain("稽核測試", "127.0.0.1");
    String acts =
        PortalClient.loggedIn(demo, "auditor")
            .get("admin/audit/acts?action=INCIDENT_CALLS_SEEN&subject=incident+" + number)
            .body();
    assertThat(acts).contains("檢視錯誤回報相關呼叫", "incident " + number, "demo-admin");
  }

  @Test
  void saysThatThereIsNoSuchCall() throws Exception {
    String number = reported(agency, "never-arrived-7");
    assertThat(administrator.get("admin/incidents?size=50&q=never-arrived-7").body())
        .contains(number);
    assertThat(administrator.get("admin/incidents/" + number + "/calls").body())
        .contains("never-arrived-7", "查無呼叫", "請求編號");
  }

  /** Reports what is about a call, by its record id or any request id; the number. */
  static String reported(PortalClient agency, String callId) throws Exception {
    String form =
        agency
            .get("incidents/new?call=" + callId)
            .headers()
            .firstValue("location")
            .orElseThrow()
            .replaceFirst(".*/(incidents/new/[0-9]{18}).*", "$1");
    Map<String, String> typed =
        Map.of(
            "contactName", "王小明",
            "contactPhone", "(02)8236-6666",
            "contactMail", "service@mocs.gov.tw",
            "occurredOn", new RocDate(LocalDate.now(RocDate.TAIPEI)).toString(),
            "serviceCode", "SQ_TA_001",
            "callId", callId,
            "description", "回應的內容不完整",
            "action", "send");
    return agency
        .post(form, form, typed)
        .headers()
        .firstValue("location")
        .orElseThrow()
        .replaceFirst(".*/incidents/([0-9]{8}).*", "$1");
  }

  private static String reported() throws Exception {
    Page page = browser.openAs(agency, portal() + "incidents/new", 1280, "zh-TW");
    page.fill("#contactName", "王小明");
    page.fill("#contactPhone", "(02)8236-6666");
    page.fill("#contactMail", "service@mocs.gov.tw");
    page.fill("#occurredOn", "115/11/01");
    page.fill("#description", "按下載後無法下載");
    page.locator("button.primary[value=send]").click();
    page.waitForURL("**/incidents/0*");
    String number = page.url().replaceFirst(".*/incidents/([0-9]{8}).*", "$1");
    page.close();
    return number;
  }

  private static Page open(String path) throws Exception {
    return browser.openAs(administrator, portal() + path, 1280, "zh-TW");
  }

  private static String portal() throws Exception {
    return demo.property("portal.url");
  }
}
