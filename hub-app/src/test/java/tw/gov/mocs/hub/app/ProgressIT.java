package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 進度查詢: the list, its criteria, the details, and what can be done there. */
class ProgressIT {

  private static final Pattern NUMBER = Pattern.compile("href=\"/progress/(AP[SF]Q\\d{8})\"");

  private static RunningDemo demo;
  private static Browser browser;
  private static final String LETTER = "發文至銓敘部後才能審核";

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
  void listsTheColumnsOfTheManual() throws Exception {
    Page page = open("progress", 1280, "zh-TW");
    assertThat(page.locator("h1").textContent()).isEqualTo("審核結果 [查詢]");
    assertThat(
            page.locator("main .scroll thead th").allTextContents().stream().map(ProgressIT::bare))
        .containsExactly("申請案號", "聯絡人姓名", "服務名稱", "申請日期", "有效期間", "狀態", "介接模組", "資料交換", "申請明細");
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, 尚未審核|退回補正",
    "APPROVED, 通過",
    "PARTLY_APPROVED, 部分通過",
    "REJECTED, 不通過",
    "OTHER, 已撤回|已到期"
  })
  void findsByState(String state, String texts) throws Exception {
    for (String method : List.of("WEB_SERVICE", "ONE_TIME_FILE")) {
      Page page = open("progress?state=" + state + "&method=" + method, 1280, "zh-TW");
      List<String> states = page.locator("tbody .state").allTextContents();
      assertThat(states.stream().map(one -> one.replaceFirst("^\\S+ ", "")).distinct())
          .containsExactlyInAnyOrder(texts.split("\\|"));
      assertThat(page.isChecked("[value=" + state + "]")).isTrue();
      String kind = method.equals("WEB_SERVICE") ? "APSQ" : "APFQ";
      assertThat(page.locator("tbody .code").allTextContents())
          .allSatisfy(number -> assertThat(number).startsWith(kind));
    }
  }

  @Test
  void offersNothingOfWhatHasExpired() throws Exception {
    Page list = open("progress?state=OTHER&method=ONE_TIME_FILE", 1280, "zh-TW");
    Locator expired = list.locator("tbody tr:has(.state-EXPIRED)").first();
    String number = expired.locator(".code").textContent();
    assertThat(expired.locator("a").allTextContents()).containsExactly("查看" + number);
    assertThat(agency.get("progress/" + number).body()).doesNotContain("尚餘");
    Page details = open("progress/" + number, 1280, "zh-TW");
    assertThat(details.locator(".key-facts .state").textContent()).contains("已到期");
    assertThat(details.locator("section[aria-labelledby=result] .state").textContent())
        .contains("通過");
    assertThat(agency.get("progress/" + number + "/file").body()).contains("授權已到期，未產製檔案");
    Page granted = open("progress?state=APPROVED&method=ONE_TIME_FILE", 1280, "zh-TW");
    assertThat(granted.locator("tbody tr a[href*=file], tbody tr a[href*=zip]").allTextContents())
        .contains("檔案狀態")
        .containsSequence("下載", "解密程式");
  }

  @Test
  void findsByNumberAndDay() throws Exception {
    String number = demo.property("application.agency-a");
    assertThat(numbers("progress?number=" + number.toLowerCase(Locale.ROOT)))
        .containsExactly(number);
    assertThat(numbers("progress?from=115/01/01")).isNotEmpty();
    assertThat(numbers("progress?to=115/01/01")).isEmpty();
  }

  @Test
  void repeatsWhileAnApplicationWaitsThatALetterMustBeSent() throws Exception {
    assertThat(pages("progress?state=PENDING"))
        .anySatisfy(page -> assertThat(page).contains(LETTER))
        .allSatisfy(page -> assertThat(page).containsAnyOf(LETTER, "state-RETURNED"));
    assertThat(pages("progress?state=APPROVED"))
        .isNotEmpty()
        .noneSatisfy(page -> assertThat(page).contains(LETTER));
  }

  private static List<String> pages(String list) throws Exception {
    List<String> pages = new ArrayList<>();
    for (String number : numbers(list)) {
      pages.add(agency.get("progress/" + number).body());
    }
    return pages;
  }

  @Test
  void saysWhichDayCannotBeReadAndKeepsIt() throws Exception {
    Page page = open("progress?from=115/02/30&to=x", 1280, "zh-TW");
    assertThat(page.locator(".summary a").allTextContents())
        .containsExactly("申請日期區間（起）：查無此日期，請確認月份與日期", "申請日期區間（迄）：日期請以民國年/月/日填寫，例如 115/12/01");
    assertThat(page.inputValue("#from")).isEqualTo("115/02/30");
    assertThat(agency.get("progress?from=115/03/02&to=115/03/01").body())
        .contains("迄日不得早於起日")
        .doesNotContain("共 0 筆", "沒有符合條件的申請記錄");
  }

  @Test
  void turnsPagesAndTheOrderByItsAddress() throws Exception {
    List<String> first = numbers("progress?size=10&sort=number&order=asc");
    List<String> second = numbers("progress?size=10&sort=number&order=asc&page=2");
    assertThat(first).hasSize(10).isSorted();
    assertThat(Stream.concat(first.stream(), second.stream())).doesNotHaveDuplicates().isSorted();
    Page page = open("progress?size=10&sort=number&order=asc", 1280, "zh-TW");
    assertThat(page.locator("th[aria-sort=ascending]").textContent()).contains("申請案號");
    page.locator("th[aria-sort] a").click();
    assertThat(page.url()).contains("sort=number", "order=desc", "size=10");
  }

  @Test
  void showsItsLastPageWhereTheListEndsBefore() throws Exception {
    assertThat(numbers("progress?page=999&size=10")).isNotEmpty();
    assertThat(agency.get("progress?page=999&size=10").body()).contains("沒有第「999」頁；以下為第");
  }

  @Test
  void showsItsHeadingsAndAWayOnOverAnEmptyList() throws Exception {
    String page = agency.get("progress?number=APSQ09900001").body();
    assertThat(page).contains("介接模組", "沒有符合條件的申請記錄", "清除條件");
  }

  @Test
  void showsAllItsHeadingsOnATelephoneOnlyOverAnEmptyList() throws Exception {
    Page empty = open("progress?number=APSQ09900001", 360, "zh-TW");
    assertThat(readable(empty)).isEqualTo(empty.locator(".scroll thead th").count());
    Page filled = open("progress", 360, "zh-TW");
    assertThat(readable(filled)).isEqualTo(filled.locator(".scroll thead th a").count());
  }

  /** Headings that are not hidden from the eye. */
  private static int readable(Page page) {
    return page.locator(".scroll thead th").all().stream()
        .mapToInt(one -> one.boundingBox().width > 10 ? 1 : 0)
        .sum();
  }

  @Test
  void namesTheCriterionWhoseValueItDoesNotKnow() throws Exception {
    assertThat(agency.get("progress?state=FOO&language=en").body())
        .contains("The criterion &quot;Review status&quot; has no value");
    assertThat(agency.get("progress?state=FOO&language=zh-TW").body())
        .contains("查詢條件「審核狀態」沒有「FOO」這個值");
  }

  @Test
  void handsOutWhatIsFiltered() throws Exception {
    String csv = agency.get("progress?format=csv&state=REJECTED&method=WEB_SERVICE").body();
    assertThat(csv.lines().skip(1))
        .hasSize(numbers("progress?state=REJECTED&method=WEB_SERVICE").size())
        .allSatisfy(row -> assertThat(row).startsWith("\"APSQ").contains("\"不通過\""));
    Page page = open("progress?state=APPROVED", 1280, "zh-TW");
    var saved = page.waitForDownload(() -> page.locator(".export a").first().click());
    assertThat(saved.suggestedFilename()).endsWith(".ods");
    try (ZipFile ods = new ZipFile(saved.path().toFile())) {
      String content =
          new String(ods.getInputStream(ods.getEntry("content.xml")).readAllBytes(), "UTF-8");
      assertThat(content).contains(demo.property("application.agency-a"), "申請案號");
    }
  }

  @Test
  void showsEverythingOfAnApplication() throws Exception {
    // The oldest: of the demo itself, not of another test.
    String number = Collections.min(numbers("progress?state=PARTLY_APPROVED&method=WEB_SERVICE"));
    String body = agency.get("progress/" + number).body();
    assertThat(body)
        .contains("機關基本資料", "介接系統基本資料", "使用之對象", "資料交換服務提供方式", "申請之服務", "其他資料", "審核結果")
        .contains("SQ_COM_01", "0000000000000101", "使用期間核定為三個月", "不通過", "127.0.0.0/8")
        .contains("10,000 次", number + "/form.odt", number + "/evidence.zip")
        // The order of 申請服務, not that of the application.
        .containsSubsequence(">SQ_PA_001</th>", ">SQ_COM_01</th>");
  }

  @Test
  void namesAgenciesAndThingsInEnglishOnEnglishPages() throws Exception {
    String path = "progress/" + demo.property("application.agency-a");
    String page = agency.get(path + "?language=en").body();
    String missing = agency.get(path + "/files/999999?language=en").body();
    agency.get("?language=zh-TW");
    assertThat(page).contains("Demo Agency A</");
    assertThat(missing).contains("There is no file: it may have been removed");
  }

  @ParameterizedTest
  @CsvSource({"''", "/form.docx", "/evidence.zip", "/withdraw", "/copy", "/files/1"})
  void showsAnotherAgencyWhatItShowsOfNothing(String part) throws Exception {
    HttpResponse<String> foreign =
        agency.get("progress/" + demo.property("application.agency-b") + part);
    HttpResponse<String> unknown = agency.get("progress/APSQ11599999" + part);
    assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
    assertThat(agency.get("progress/nothing" + part).statusCode()).isEqualTo(404);
    assertThat(numbers("progress?size=50")).doesNotContain(demo.property("application.agency-b"));
  }

  @Test
  void withdrawsOnceWithAReason() throws Exception {
    String number = numbers("progress?state=PENDING&method=ONE_TIME_FILE&sort=number").get(0);
    Page page = open("progress/" + number, 1280, "zh-TW");
    page.locator("main a[href$=withdraw]").click();
    page.locator("main button.danger").click();
    assertThat(page.locator(".summary").textContent()).contains("請填寫撤回原因");
    page.navigate(demo.property("portal.url") + "progress/" + number + "/withdraw");
    page.fill("#reason", "示範：誤植");
    page.locator("main button.danger").click();
    assertThat(page.url()).endsWith(number + "?told=withdrawn");
    assertThat(page.locator(".key-facts .state").textContent()).contains("已撤回");
    assertThat(Browser.main(page)).contains("撤回原因", "示範：誤植");
    page.goBack();
    assertThat(page.url()).endsWith("?told=withdrawn");
    String path = "progress/" + number + "/withdraw";
    assertThat(agency.post("progress", path, Map.of("version", "2", "reason", "again")))
        .satisfies(
            answer ->
                assertThat(answer.headers().firstValue("location").orElseThrow())
                    .endsWith("?told=withdrawn"));
    assertThat(agency.get(path).headers().firstValue("location").orElseThrow())
        .endsWith("?told=withdrawn");
    String decided = numbers("progress?state=REJECTED").get(0);
    assertThat(
            agency
                .get("progress/" + decided + "/withdraw")
                .headers()
                .firstValue("location")
                .orElseThrow())
        .endsWith("?told=decided");
  }

  @Test
  void keepsTheReasonOfAStaleWithdrawal() throws Exception {
    String number = numbers("progress?state=PENDING&method=WEB_SERVICE&sort=number").get(0);
    String path = "progress/" + number + "/withdraw";
    HttpResponse<String> answer =
        agency.post(path, path, Map.of("version", "999", "reason", "填了很久的原因"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("填了很久的原因</textarea>", "已有異動，尚未撤回");
  }

  @Test
  void copiesOnceHoweverOftenItIsPressed() throws Exception {
    String path = "progress/" + demo.property("application.agency-a") + "/copy";
    String page = agency.get(path).body();
    Map<String, String> sent =
        Map.of("terms", value(page, "terms"), "form", value(page, "form"), "agree", "true");
    String first = agency.post(path, path, sent).headers().firstValue("location").orElseThrow();
    assertThat(first).matches(".*/apply/[0-9]+/1");
    assertThat(agency.post(path, path, sent).headers().firstValue("location")).hasValue(first);
  }

  @Test
  void copiesOnlyForWhomAgrees() throws Exception {
    Page page = open("progress/" + demo.property("application.agency-a"), 360, "zh-TW");
    page.locator("main a[href$=copy]").click();
    page.locator("main button.primary").click();
    assertThat(page.locator(".summary").textContent()).contains("我同意");
    page.check("#agree");
    page.locator("main button.primary").click();
    assertThat(page.url()).matches(".*/apply/\\d+/1");
    assertThat(page.content()).contains("示範聯絡人");
  }

  @Test
  void letsTheMinistryLookAndNothingElse() throws Exception {
    PortalClient reviewer = PortalClient.loggedIn(demo, "reviewer");
    String foreign = demo.property("application.agency-b");
    assertThat(reviewer.get("progress?agency=A02").body())
        .contains("id=\"agency\"", foreign)
        .doesNotContain(demo.property("application.agency-a"));
    assertThat(reviewer.get("progress/" + foreign).body())
        .contains("申請明細")
        .doesNotContain("/withdraw", "/copy");
    assertThat(reviewer.get("progress/" + foreign + "/copy").statusCode()).isEqualTo(403);
  }

  private static String bare(String heading) {
    return heading.replaceAll("[▲▼↕\\s]", "");
  }

  private static String value(String page, String name) {
    return page.replaceFirst("(?s).*name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
  }

  private static List<String> numbers(String path) throws Exception {
    Matcher number = NUMBER.matcher(agency.get(path).body());
    return number.results().map(found -> found.group(1)).toList();
  }

  private static Page open(String path, int width, String language) throws IOException {
    return browser.openAs(agency, demo.property("portal.url") + path, width, language);
  }
}
