package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.RocDate;

/** 網站內容管理 by an administrator, by those who may not, and by those who read it. */
class PublishIT {

  private static final LocalDate TODAY = LocalDate.now(RocDate.TAIPEI);
  private static final String NEWS = "admin/content/news";
  private static final String SAVE = "main button[value=save]";
  private static final String CHECK = "main button[value=check]";

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient admin;
  private static PortalClient stranger;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    admin = PortalClient.loggedIn(demo, "admin");
    stranger = PortalClient.stranger(demo);
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void showsAnAnnouncementToEverybodyOnceItIsPublishedAndNoScriptInIt() throws Exception {
    Page page = open(NEWS + "/new");
    page.locator(SAVE).click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫公告標題", "請填寫公告內容");
    page.fill("#titleZh", "測試公告甲");
    page.fill(
        "#textZh",
        "## 小標\n\n**粗體** <script>document.title='hacked'</script>"
            + " [壞](javascript:alert(1)) [好](https://www.gov.tw/)");
    page.locator("main button[value=preview]").click();
    assertThat(page.locator(".preview strong").last().textContent()).isEqualTo("粗體");
    assertThat(page.inputValue("#titleZh")).isEqualTo("測試公告甲");
    page.locator(SAVE).click();
    assertThat(Browser.main(page)).contains("已儲存為草稿", "僅管理者可檢視");
    String path = path(page);
    String seen = path.replace("admin/content/", "");
    assertThat(stranger.get(seen).statusCode()).isEqualTo(404);
    attach(page, "inner.txt", "\u0000\u0001");
    assertThat(page.locator("#file-fault").textContent()).contains("HUB-71");
    attach(page, "附件一.txt", "內容");
    assertThat(Browser.main(page)).contains("已加入檔案", "附件一.txt");
    page.locator("main button:text-is('發布')").click();
    assertThat(Browser.main(page)).contains("已發布", "對外公開");
    Page reader = browser.open(demo.property("portal.url") + seen, 1280, "zh-TW");
    assertThat(reader.title()).startsWith("測試公告甲");
    assertThat(reader.locator(".prose").textContent()).contains("<script>document.title", " 壞 ");
    assertThat(reader.locator(".prose a").getAttribute("href")).isEqualTo("https://www.gov.tw/");
    String file = reader.locator(".files a").getAttribute("href").substring(1);
    assertThat(stranger.get(file).body()).isEqualTo("內容");
    withdraw(page, path);
    assertThat(stranger.get(seen).statusCode()).isEqualTo(404);
    assertThat(stranger.get(file).statusCode()).isEqualTo(404);
    assertThat(Browser.main(page)).contains("下架", "測試結束", "下架網站內容");
    remove(path);
    assertThat(admin.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void showsNothingBeforeItsFirstDayNorAfterItsLast() throws Exception {
    String early = made(NEWS, content("將來", 1, "", ""));
    String over = made(NEWS, content("過去", -3, "-2", ""));
    String now = made(NEWS, content("現在", -1, "0", ""));
    for (String path : List.of(early, over, now)) {
      publish(path);
    }
    assertThat(admin.get(early).body()).contains("待刊登", "零時（臺北時間）自動刊登");
    assertThat(admin.get(over).body()).contains("已結束");
    assertThat(stranger.get(seen(early)).statusCode()).isEqualTo(404);
    assertThat(stranger.get(seen(over)).statusCode()).isEqualTo(404);
    assertThat(stranger.get(seen(now)).statusCode()).isEqualTo(200);
    assertThat(admin.get(NEWS + "?state=SCHEDULED").body()).contains("將來").doesNotContain("過去");
    assertThat(admin.get(NEWS + "?state=ENDED&format=csv").body())
        .contains("過去", "已結束")
        .doesNotContain("將來");
    for (String path : List.of(early, over, now)) {
      withdraw(path);
      remove(path);
    }
  }

  @Test
  void keepsTheTextOfWhoComesSecond() throws Exception {
    String path = made("admin/content/faq", content("兩個視窗", 0, "", "7"));
    Page page = open(path + "/edit");
    page.fill("#textZh", "我的答覆");
    String edit = path + "/edit";
    Map<String, String> other = content("兩個視窗", 0, "", "8");
    other.put("version", ReviewSteps.version(admin, edit));
    other.put("textZh", "別人的答覆");
    assertThat(admin.post(edit, edit, other).statusCode()).isEqualTo(302);
    page.locator(SAVE).click();
    assertThat(page.locator("#summary").textContent()).contains("已由他人修改");
    assertThat(page.locator("#changed").textContent()).contains("別人的答覆", "8");
    assertThat(page.inputValue("#textZh")).isEqualTo("我的答覆");
    page.locator(SAVE).click();
    assertThat(Browser.main(page)).contains("已儲存", "我的答覆");
    page.navigate(demo.property("portal.url") + edit);
    page.locator(SAVE).click();
    assertThat(Browser.main(page)).contains("無須變更");
    remove(path);
  }

  @Test
  void takesALongTextAndTellsWhatIsTooLong() throws Exception {
    Page page = open("admin/content/faq/new");
    page.fill("#titleZh", "長文");
    page.fill("#textZh", "字".repeat(20_001));
    page.fill("#textEn", "字".repeat(20_000));
    page.fill("#titleEn", "x".repeat(201));
    page.locator(SAVE).click();
    assertThat(page.locator("#titleEn-fault").textContent()).contains("（英文）最多 200 字，目前 201 字");
    assertThat(page.locator("#titleEn-hint").textContent()).contains("最多 200 字。");
    page.fill("#titleEn", "");
    assertThat(page.locator("#textZh-fault").textContent()).contains("最多 20,000 字", "20,001");
    assertThat(page.locator("#textEn-fault").count()).isZero();
    assertThat(page.inputValue("#textZh")).hasSize(20_001);
    page.fill("#textZh", "字".repeat(20_000));
    page.locator(SAVE).click();
    assertThat(Browser.main(page)).contains("已儲存為草稿");
    remove(path(page));
  }

  @Test
  void makesOneOfADoubleClick() throws Exception {
    Map<String, String> sent = content("只有一筆", 0, "", "1");
    sent.put("form", UUID.randomUUID().toString());
    String begin = "admin/content/faq/new";
    String first = location(admin.post(begin, begin, sent));
    assertThat(location(admin.post(begin, begin, sent))).isEqualTo(first);
    remove(first.replaceAll("^/|\\?.*", ""));
  }

  @Test
  void offersADownloadOnceItHasAFileAndLinksInEveryFrame() throws Exception {
    String path = made("admin/content/downloads", content("測試檔案", 0, "", "99"));
    Page page = open(path);
    page.locator("main button:text-is('發布')").click();
    assertThat(page.locator("#summary").textContent()).contains("尚無檔案");
    attach(page, "檔案.txt", "一");
    page.locator("main button:text-is('發布')").click();
    assertThat(Browser.main(page)).contains("已發布");
    String list = stranger.get("downloads").body();
    assertThat(list.indexOf("測試檔案")).as("the last place").isGreaterThan(list.indexOf("申請前檢查表"));
    withdraw(path);
    remove(path);
    Map<String, String> link = content("測試網站", 0, "", "1");
    link.put("textZh", "javascript:alert(1)");
    String begin = "admin/content/links/new";
    assertThat(admin.post(begin, begin, link).body()).contains("須以 https:// 或 http:// 開頭");
    link.put("textZh", "https://test.gov.tw/");
    String made = made("admin/content/links", link);
    publish(made);
    Await.until(() -> isInEveryFrame("https://test.gov.tw/"));
    withdraw(made);
    remove(made);
    Await.until(() -> !isInEveryFrame("https://test.gov.tw/"));
  }

  @Test
  void issuesATextFromItsDayAndKeepsWhatAnApplicationAgreedTo() throws Exception {
    Page page = open("admin/content/texts/install/new");
    page.fill("#textZh", page.inputValue("#textZh") + "\n\n新增的一段。");
    page.locator("main button[value=preview]").click();
    assertThat(page.locator(".preview").first().textContent()).contains("新增的一段");
    page.locator(CHECK).click();
    assertThat(page.locator(".difference ins").allTextContents()).containsExactly("", "新增的一段。");
    assertThat(Browser.main(page)).contains("發布後立即生效，為第 2 版");
    issue(page, "增列說明");
    assertThat(Browser.main(page)).contains("已發布新版", "第 2 版", "現行", "歷史版本", "增列說明");
    assertThat(stranger.get("install").body()).contains("新增的一段");
    page.navigate(demo.property("portal.url") + "admin/content/texts/terms/new");
    page.fill("#textZh", "1. 明日起的規定");
    page.fill("#from", new RocDate(TODAY.minusDays(1)).toString());
    page.locator(CHECK).click();
    assertThat(page.locator("#summary").textContent()).contains("早於今日");
    page.fill("#from", new RocDate(TODAY.plusDays(1)).toString());
    page.locator(CHECK).click();
    assertThat(Browser.main(page)).contains("零時（臺北時間）生效");
    issue(page, "部法字第 1 號");
    assertThat(Browser.main(page)).contains("待生效", "部法字第 1 號");
    PortalClient agency = PortalClient.loggedIn(demo, "agency-a");
    assertThat(agency.get("apply").body()).contains("個人資料保護法").doesNotContain("明日起的規定");
    String mine = agency.get("progress/" + demo.property("application.agency-a")).body();
    assertThat(mine).contains("同意之管理規範", "第 1 版", "個人資料保護法").doesNotContain("明日起的規定");
  }

  @Test
  void findsTheVersionsOfATextByWordsAndState() throws Exception {
    String text = "admin/content/texts/install";
    assertThat(admin.get(text + "?q=zzz").body()).contains("共 0 筆", "沒有符合條件的資料");
    assertThat(admin.get(text + "?state=PRESENT&sort=from&order=asc").body())
        .contains("共 1 筆", "aria-sort=\"ascending\"");
    assertThat(admin.get(text + "?state=ALL").body()).contains("ALL");
    assertThat(admin.get(text + "?state=PRESENT&format=csv").body()).contains("版本", "現行", "標題（英文）");
  }

  @Test
  void keepsADraftOfATextUntilItIsIssuedOrDiscarded() throws Exception {
    String text = "admin/content/texts/services";
    Page page = open(text + "/new");
    page.fill("#titleZh", "");
    page.fill("#textZh", "寫到一半");
    page.locator("main button[value=save]").dblclick();
    page.waitForURL("**/new?told=saved");
    assertThat(page.locator("[role=status]").textContent()).contains("草稿已儲存，尚未發布");
    assertThat(stranger.get("services").body()).doesNotContain("寫到一半");
    PortalClient second = PortalClient.loggedIn(demo, "admin-2");
    assertThat(second.get(text + "/new").body()).contains("寫到一半", "草稿由 demo-admin");
    page.fill("#textZh", "我的內容");
    Map<String, String> other = new LinkedHashMap<>();
    other.put("version", "1");
    other.put("draft", "1");
    other.put("textZh", "他的內容");
    other.put("then", "save");
    assertThat(second.post(text + "/new", text + "/new", other).statusCode()).isEqualTo(302);
    page.locator("main button[value=save]").click();
    assertThat(page.locator("#summary").textContent()).contains("草稿已由他人另行儲存");
    assertThat(page.inputValue("#textZh")).isEqualTo("我的內容");
    page.locator("main button[value=save]").click();
    page.locator("#draft a").click();
    page.fill("#reason", "改日再寫");
    page.locator("main .danger").dblclick();
    page.waitForURL("**/services?told=discarded");
    assertThat(Browser.main(page)).contains("草稿已捨棄", "捨棄網頁草稿", "改日再寫");
    assertThat(admin.get(text + "/new").body()).doesNotContain("我的內容", "草稿由");
  }

  @Test
  void issuesNoTextThatSaysTheSameAndNoneWithoutAReason() throws Exception {
    Page page = open("admin/content/texts/process/new");
    page.locator(CHECK).click();
    assertThat(page.locator("#summary").textContent()).contains("內容與現行版本相同，未發布。");
    page.fill("#titleZh", "申請流程二");
    page.locator(CHECK).click();
    assertThat(page.locator(".difference").textContent()).contains("申請流程二");
    page.locator("main button[value=issue]").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    page.locator("main button[value=edit]").click();
    assertThat(page.inputValue("#titleZh")).isEqualTo("申請流程二");
    assertThat(admin.get("admin/content/texts/process").body()).doesNotContain("第 2 版");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewer", "auditor", "agency-a"})
  void isForAdministratorsAlone(String who) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, who);
    for (String path : List.of("admin/content", NEWS, NEWS + "/new", "admin/content/texts/terms")) {
      assertThat(other.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(other.post("progress", NEWS + "/new", content("壞", 0, "", "")).statusCode())
        .isEqualTo(403);
    assertThat(admin.get(NEWS).body()).doesNotContain("壞");
  }

  /** What a form says: from so many days on, up to so many if a number is given, at a place. */
  private static Map<String, String> content(String title, int from, String to, String place) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("titleZh", title);
    typed.put("textZh", "內容");
    typed.put("from", new RocDate(TODAY.plusDays(from)).toString());
    typed.put(
        "to", to.isEmpty() ? "" : new RocDate(TODAY.plusDays(Integer.parseInt(to))).toString());
    typed.put("place", place);
    return typed;
  }

  private static String made(String list, Map<String, String> content) throws Exception {
    String begin = list + "/new";
    return location(admin.post(begin, begin, content)).replaceAll("^/|\\?.*", "");
  }

  private static void publish(String path) throws Exception {
    Map<String, String> version = Map.of("version", ReviewSteps.version(admin, path));
    assertThat(location(admin.post(path, path + "/publish", version))).endsWith("told=publish");
  }

  private static void withdraw(String path) throws Exception {
    act(path, "withdraw");
  }

  private static void remove(String path) throws Exception {
    act(path, "remove");
  }

  private static void act(String path, String act) throws Exception {
    String page = path + "/" + act;
    Map<String, String> typed =
        Map.of("version", ReviewSteps.version(admin, page), "reason", "測試結束");
    assertThat(location(admin.post(page, page, typed))).endsWith("told=" + act);
  }

  private static void withdraw(Page page, String path) throws Exception {
    page.navigate(demo.property("portal.url") + path + "/withdraw");
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    page.fill("#reason", "測試結束");
    page.locator("main button.danger").click();
  }

  private static void issue(Page page, String reason) {
    page.fill("#reason", reason);
    page.locator("main button[value=issue]").click();
  }

  private static void attach(Page page, String name, String content) {
    page.setInputFiles(
        "#file", new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    page.locator("form[enctype] button").click();
  }

  private static boolean isInEveryFrame(String address) {
    try {
      return stranger.get("faq").body().contains(address);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String seen(String path) {
    return path.replace("admin/content/", "");
  }

  private static String path(Page page) {
    Matcher path = Pattern.compile("admin/content/[a-z]+/[0-9]+").matcher(page.url());
    assertThat(path.find()).as(page.url()).isTrue();
    return path.group();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static Page open(String path) throws Exception {
    return browser.openAs(admin, demo.property("portal.url") + path, 1280, "zh-TW");
  }
}
