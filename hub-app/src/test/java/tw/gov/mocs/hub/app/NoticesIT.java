package tw.gov.mocs.hub.app;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.RocDate;

/** 通知管理 as an administrator uses it, in a browser. */
class NoticesIT {

  private static final String UNKNOWN = "以下為未依該條件篩選的結果";

  /** Choices of which an unknown one finds nothing. */
  private static final Set<String> FROM_THE_DATABASE = Set.of("service", "assignee");

  private static final Map<String, PortalClient> CLIENTS = new HashMap<>();

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
  void sendsAgainWhatWasGivenUp() throws Exception {
    Page agency = open("admin/agencies/A01000000A/edit");
    agency.fill("#contactMail", "present@example.gov.tw");
    agency.locator("main button.primary").click();
    Page page = open("admin/notices?state=FAILED&kind=GRANT_ENDING");
    assertThat(page.locator(".scroll tbody").textContent())
        .contains("無法寄送", "left@example.gov.tw", "11", "User unknown");
    page.locator(".scroll tbody a").first().click();
    assertThat(Browser.main(page)).contains("示範聯絡人 您好", "服務使用期間將於", "未設定郵件伺服器");
    page.locator("main .actions a.primary").click();
    assertThat(Browser.main(page)).contains("嘗試 11 次後停止寄送");
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    assertThat(page.locator("#to").textContent())
        .contains("原收件者 left@example.gov.tw", "A01000000A 目前的聯絡電子郵件 present@example.gov.tw");
    String resend = page.url().replaceAll(".*/(admin/.*)", "$1");
    Map<String, String> elsewhere =
        Map.of("version", "23", "to", "else@example.gov.tw", "reason", "改寄");
    HttpResponse<String> refused = administrator.post(resend, resend, elsewhere);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("機關的聯絡電子郵件已變更");
    page.check("input[name=to][value='present@example.gov.tw']");
    PageLooks.check(page, "notice-resend-to", 1280);
    page.fill("#reason", "收件者信箱已恢復");
    page.locator("main button.danger").dblclick();
    page.waitForURL("**/admin/notices/*?told=resent");
    assertThat(page.locator("[role=status]").textContent()).contains("已改為等待寄送");
    assertThat(Browser.main(page))
        .contains("重新寄送通知", "demo-admin", "收件者信箱已恢復", "改寄機關目前的聯絡電子郵件")
        .contains("present@example.gov.tw")
        .containsOnlyOnce("重新寄送");
    assertThat(page.locator("main .actions a.primary").count()).isZero();
    assertThat(Browser.main(page)).contains("前次寄送之錯誤", "User unknown").doesNotContain("最近一次錯誤");
  }

  @Test
  void namesNoContactOfAnAgencyWhereNoneIsConcerned() throws Exception {
    String unknown = first("admin/notices?state=FAILED&kind=CERTIFICATE_ENDING");
    assertThat(administrator.get(unknown + "/resend").body())
        .contains("停止寄送")
        .doesNotContain("相關機關沒有登記其他聯絡電子郵件");
  }

  @Test
  void doesNotSendAgainWhatWaits() throws Exception {
    String one = first("admin/notices?state=WAITING");
    HttpResponse<String> refused =
        administrator.post(one, one + "/resend", Map.of("version", "1", "reason", "重寄"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("HUB-7002");
    assertThat(administrator.get(one + "/resend").statusCode()).isEqualTo(302);
  }

  @Test
  void listsByStateKindAndWhatItIsAbout() throws Exception {
    String application = demo.property("application.agency-a");
    assertThat(administrator.get("admin/notices?state=SENT").body())
        .contains("已寄出</span>", application)
        .doesNotContain("left@example.gov.tw");
    assertThat(administrator.get("admin/notices?kind=INCIDENT_CLOSED&about=00000002").body())
        .contains("錯誤回報已結案</td>", "00000002</td>")
        .doesNotContain("錯誤回報已收件</td>");
    for (String narrow : new String[] {"about=nothing", "state=SENT&kind=INCIDENT_CLOSED"}) {
      assertThat(administrator.get("admin/notices?" + narrow).body())
          .contains("沒有符合條件的資料", "最近一次錯誤</th>");
    }
    assertThat(administrator.get("admin/notices?size=10&page=2").body()).contains("第 2 頁");
  }

  @Test
  void isSortedByItsColumnsAndNarrowedToDays() throws Exception {
    String sent = "admin/notices?kind=INCIDENT_RECEIVED&size=50&sort=";
    List<String> up = about(sent + "about&order=asc");
    assertThat(up).hasSizeGreaterThan(1).isSorted();
    assertThat(about(sent + "about&order=desc"))
        .isEqualTo(up.stream().sorted(reverseOrder()).toList());
    for (String column : List.of("created", "state", "kind", "recipient", "attempts")) {
      assertThat(about(sent + column + "&order=asc")).containsExactlyInAnyOrderElementsOf(up);
    }
    String today = new RocDate(LocalDate.now(RocDate.TAIPEI)).toString();
    assertThat(about(sent + "about&order=asc&to=" + today)).isEqualTo(up);
    assertThat(about(sent + "about&to=100/01/01")).isEmpty();
    assertThat(administrator.get("admin/notices?from=115/02/30").body()).contains("查無此日期");
  }

  @Test
  void leadsToWhatItIsAbout() throws Exception {
    String received = first("admin/notices?kind=INCIDENT_RECEIVED");
    String incident =
        PageTour.group(administrator.get(received).body(), "/(admin/incidents/[0-9]{8})\"");
    assertThat(administrator.get(incident).statusCode()).isEqualTo(200);
    String submitted = first("admin/notices?kind=APPLICATION_SUBMITTED");
    String number =
        PageTour.group(administrator.get(submitted).body(), "/(progress/AP[A-Z0-9]+)\"");
    assertThat(administrator.get(number).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "admin, admin/services",
    "admin, admin/services/drafts",
    "admin, admin/tables",
    "admin, admin/tables/fields",
    "admin, admin/codes",
    "admin, admin/codes/of/RANK",
    "admin, admin/content/news",
    "admin, admin/agencies",
    "admin, admin/certificates",
    "admin, admin/accounts",
    "admin, admin/trust",
    "admin, admin/trust/sources",
    "admin, admin/incidents",
    "admin, admin/notices",
    "reviewer, admin/reviews",
    "reviewer, admin/grants",
    "reviewer, admin/deliveries",
    "auditor, admin/audit/calls",
    "auditor, admin/audit/acts",
    "auditor, admin/audit/usage",
    "auditor, admin/audit/patterns",
    "agency-a, progress",
    "agency-a, calls",
    "agency-a, incidents",
  })
  void saysOfEveryListWhatItDoesNotKnow(String who, String list) throws Exception {
    PortalClient client = client(who);
    String page = client.get(list + "?language=zh-TW").body();
    assertThat(page).doesNotContain(UNKNOWN).doesNotContain("name=\"status\"");
    assertThat(client.get(list + "?status=XYZ").body()).contains("沒有查詢條件「status」");
    // All that its own form can send, it knows.
    for (String input : found(page, "<(?:input|select)[^>]* name=\"([A-Za-z]+)\"")) {
      for (String value : choices(page, input).stream().limit(3).toList()) {
        assertThat(client.get(list + "?" + input + "=" + value).body())
            .as("%s=%s", input, value)
            .doesNotContain(UNKNOWN);
      }
      if (!choices(page, input).isEmpty() && !FROM_THE_DATABASE.contains(input)) {
        assertThat(client.get(list + "?" + input + "=XYZ").body())
            .as(input)
            .containsPattern("查詢條件「[^」]+」沒有「XYZ」這個值");
      }
    }
  }

  private static PortalClient client(String who) throws Exception {
    PortalClient known = CLIENTS.get(who);
    if (known == null) {
      known = PortalClient.loggedIn(demo, who);
      CLIENTS.put(who, known);
    }
    return known;
  }

  /** The values that an input of the criteria offers; none for words of one's own. */
  private static Set<String> choices(String page, String input) {
    Set<String> choices =
        found(page, "<input type=\"(?:checkbox|radio)\" name=\"" + input + "\" value=\"([^\"]+)\"");
    for (String select : found(page, "(<select[^>]* name=\"" + input + "\".*?</select>)")) {
      choices.addAll(found(select, "<option value=\"([^\"]+)\""));
    }
    return choices;
  }

  private static Set<String> found(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(one -> one.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void saysWhatItDoesNotKnow() throws Exception {
    assertThat(administrator.get("admin/notices?state=CLOSED").body())
        .contains("查詢條件「狀態」沒有「CLOSED」這個值");
    assertThat(administrator.get("admin/services?status=CLOSED").body()).contains("沒有查詢條件「status」");
    assertThat(administrator.get("admin/services?state=OPEN").body())
        .doesNotContain("沒有查詢條件", "這個值");
  }

  @Test
  void isExportedAsItIsListed() throws Exception {
    String list = "admin/notices?kind=INCIDENT_CLOSED&language=zh-TW&format=";
    assertThat(administrator.get(list + "csv").body())
        .contains("收件者", "主旨", "錯誤回報已結案", "demo@example.gov.tw")
        .doesNotContain("left@example.gov.tw");
    assertThat(administrator.download(list + "ods").statusCode()).isEqualTo(200);
    assertThat(administrator.get(list + "exe").statusCode()).isEqualTo(404);
  }

  @Test
  void holdsNothingAsAFileByADayThatIsNone() throws Exception {
    assertThat(administrator.get("admin/notices?from=115/02/30&format=csv").body().lines())
        .hasSize(1);
  }

  @Test
  void isNotThereForAnUnknownNumber() throws Exception {
    for (String unknown : new String[] {"987654321", "x", "1234567890123456789"}) {
      assertThat(administrator.get("admin/notices/" + unknown).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency-a", "reviewer", "auditor"})
  void isNothingForOthers(String name) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, name);
    String one = first("admin/notices?kind=CERTIFICATE_ENDING");
    for (String path : new String[] {"admin/notices", "admin/notices?format=csv", one}) {
      assertThat(other.get(path).statusCode()).isEqualTo(403);
    }
    assertThat(other.post("progress", one + "/resend", Map.of("version", "23")).statusCode())
        .isEqualTo(403);
    assertThat(administrator.get(one).body()).contains("無法寄送");
    assertThat(other.get("progress").body()).doesNotContain("/admin/notices");
  }

  private static List<String> about(String list) throws Exception {
    return Pattern.compile("<td class=\"code long\"[^>]*>([^<]+)</td>")
        .matcher(administrator.get(list).body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String first(String list) throws Exception {
    return PageTour.group(administrator.get(list).body(), "/(admin/notices/[0-9]+)\"");
  }

  private static Page open(String path) throws Exception {
    return browser.openAs(administrator, demo.property("portal.url") + path, 1280, "zh-TW");
  }
}
