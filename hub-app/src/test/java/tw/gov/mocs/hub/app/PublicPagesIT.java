package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may see: every page, in both languages, on every screen. */
class PublicPagesIT {

  private static final Pattern NEWS = Pattern.compile("<a href=\"/news/([0-9]+)\"");

  /** What needs more than the window has. */
  private static final String BEYOND =
      """
      document.documentElement.scrollWidth <= innerWidth ? '' :
        [...document.querySelectorAll('body *')]
          .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
          .map(one => one.tagName + '.' + one.className).join(' ')
      """;

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient stranger;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    stranger = PortalClient.stranger(demo);
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "news", "news/3", "faq", "faq/1", "services", "install", "search?q=SQ"})
  void isEnglishInEnglish(String path) throws IOException {
    Page page = open(inLanguage(path, "en"), 1280);
    Object text =
        page.evaluate(
            """
            (() => {
              const main = document.querySelector("main").cloneNode(true);
              main.querySelectorAll(".files").forEach((names) => names.remove());
              return main.textContent;
            })()
            """);
    assertThat((String) text).isNotBlank().doesNotContainPattern("\\p{IsHan}");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1280})
  void followsTheSizeOfTextsThatItsReaderHasChosen(int width) throws Exception {
    PortalClient agency = PortalClient.loggedIn(demo, "agency-a");
    try (Browser large = new Browser(32)) {
      for (String path : List.of("", "news", "services", "progress", "incidents/new", "calls")) {
        Page page = large.openAs(agency, demo.property("portal.url") + path, width, "zh-TW");
        assertThat(page.evaluate("getComputedStyle(document.body).fontSize")).isEqualTo("32px");
        assertThat(page.evaluate(BEYOND)).as("beyond %d on /%s", width, path).isEqualTo("");
        page.context().close();
      }
    }
  }

  @Test
  void isReadWhereNothingIsTypedInDarkColours() throws IOException {
    Page page = open("", 1280);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(
            page.evaluate(
                "getComputedStyle(document.querySelector('#site-search'), '::placeholder').color"))
        .isEqualTo("rgb(179, 189, 199)");
  }

  @Test
  void saysWhomToAskWhoCannotLogIn() throws Exception {
    assertThat(body("faq")).contains("無法登入時，請來電").contains("href=\"mailto:");
  }

  @Test
  void showsPartOfTheListOnEachPage() throws Exception {
    List<Long> first = ids("news?size=10");
    List<Long> second = ids("news?size=10&page=2");
    assertThat(first).hasSize(10);
    assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
    assertThat(body("news?size=10&page=2")).contains("第 2 頁，共 2 頁", "前往第", "rel=\"first\"");
    assertThat(ids("news?size=10&page=77")).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({"news?", "faq?", "downloads?", "search?q=SQ&", "checkpoints?"})
  void saysThatAListHasNoSuchPage(String list) throws Exception {
    for (String number : List.of("abc", "-3", "9999")) {
      assertThat(body(list + "page=" + number)).contains("沒有第「" + number + "」頁；以下為第");
    }
  }

  @Test
  void goesToThePageWhoseNumberIsTyped() throws IOException {
    Page page = open("news?size=10&sort=date&order=asc", 1280);
    page.locator(".pages input[type=number]").fill("2");
    page.locator(".pages button").click();
    assertThat(page.url()).contains("page=2", "size=10", "sort=date", "order=asc");
    assertThat(page.locator(".pages .here").textContent()).isEqualTo("第 2 頁，共 2 頁");
  }

  @Test
  void sortsByTheColumnThatIsAskedFor() throws Exception {
    List<Long> byDay = ids("news?sort=date&order=asc");
    List<Long> turned = new ArrayList<>(byDay);
    Collections.reverse(turned);
    assertThat(byDay).hasSizeGreaterThan(2);
    assertThat(ids("news?sort=date&order=desc")).isEqualTo(turned);
    assertThat(body("news?sort=date&order=asc")).contains("aria-sort=\"ascending\"");
  }

  @Test
  void hidesDraftsAndWhatHasEnded() throws Exception {
    TreeSet<Long> listed = new TreeSet<>(ids("news?size=50"));
    List<Long> hidden =
        LongStream.rangeClosed(1, listed.last())
            .boxed()
            .filter(id -> !listed.contains(id))
            .toList();
    assertThat(hidden).hasSize(2);
    for (long id : hidden) {
      assertThat(stranger.get("news/" + id).statusCode()).isEqualTo(404);
    }
    assertThat(body("search?q=" + encoded("座談會"))).contains("沒有找到符合的內容");
    assertThat(body("search?q=" + encoded("系統維護預告"))).contains("沒有找到符合的內容");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"news/99999", "news/x", "news/0", "faq/99999", "downloads/99999/file", "faq/1/2"})
  void answersWhatIsNotThere(String path) throws Exception {
    HttpResponse<String> answer = stranger.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("查無此頁");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "news, <script>alert(1)</script>, 沒有符合條件的資料",
        "news, %, 沒有符合條件的資料",
        "news, _%_, 沒有符合條件的資料",
        "search, <script>alert(1)</script>, 沒有找到符合的內容",
        "search, %%, 沒有找到符合的內容",
        "search, ' OR 1=1 --, 沒有找到符合的內容"
      })
  void takesKeywordsLiterally(String path, String keyword, String answer) throws Exception {
    assertThat(body(path + "?q=" + encoded(keyword)))
        .contains(answer)
        .doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @ValueSource(strings = {"news", "search"})
  void saysThatThereAreTooManyKeywords(String path) throws Exception {
    HttpResponse<String> answer = stranger.get(path + "?q=" + "a".repeat(101));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("關鍵字過長，請勿超過 100 字", "aria-invalid=\"true\"");
    assertThat(body(path + "?q=" + "a".repeat(100))).doesNotContain("關鍵字過長");
    assertThat(body(path + "?q=a+b+c+d+e+f+g+h+i+j+k")).contains("請勿超過 10 個詞");
  }

  @Test
  void marksWhatWasFoundAndGroupsIt() throws IOException {
    Page page = open("search?q=" + encoded("憑證"), 1280);
    assertThat(page.locator("main .hits h2").allTextContents()).startsWith("最新公告").endsWith("常見問題");
    assertThat(page.locator("main .hits mark").allTextContents()).isNotEmpty().containsOnly("憑證");
    String question = page.locator("main .hits a[href^='/faq/']").first().textContent();
    page.locator("main .hits a[href^='/faq/']").first().click();
    assertThat(page.locator("h1").textContent()).isEqualTo(question);
  }

  @Test
  void showsMarkdownAsItIsMeant() throws IOException {
    Page page = open("news/3", 1280);
    assertThat(page.locator(".prose strong").textContent()).isEqualTo("退休資料");
    assertThat(page.locator(".prose").textContent()).doesNotContain("**");
  }

  @Test
  void listsTheServicesOfTheManualInTheirOrder() throws IOException {
    Page page = open("services", 1280);
    assertThat(Browser.main(page)).contains("※ 開放申請資料交換之服務如下");
    assertThat(page.locator("main thead th").allTextContents())
        .containsExactly("服務代碼", "服務名稱", "服務說明");
    assertThat(page.locator("main td.code").allTextContents())
        .startsWith("SQ_COM_01", "SQ_MA_001", "SQ_MA_002", "SQ_PA_001", "SQ_PA_002", "SQ_TA_001")
        .isSorted()
        .hasSize(13);
  }

  @Test
  void givesAttachmentsOfPublishedAnnouncementsAlone() throws Exception {
    String path = firstOf(body("news/3"), "href=\"/(news/3/files/[0-9]+)\"");
    HttpResponse<String> file = stranger.get(path);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("content-type")).hasValue("text/csv");
    assertThat(file.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(file.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment; ")
        .contains("filename*=UTF-8''" + encoded("退休資料欄位.csv"));
    assertThat(file.headers().firstValueAsLong("content-length"))
        .hasValue(file.body().getBytes(StandardCharsets.UTF_8).length);
    assertThat(file.body()).contains("SQ_MA_001");
    assertThat(stranger.get(path.replace("news/3", "news/4")).statusCode()).isEqualTo(404);
    // The file of the announcement that has ended is the first of all.
    assertThat(stranger.get("news/1/files/1").statusCode()).isEqualTo(404);
  }

  @Test
  void givesDownloadsUnderTheirNamesAndTypes() throws Exception {
    List<String> types = new ArrayList<>();
    for (int id = 1; id <= 3; id++) {
      HttpResponse<String> file = stranger.get("downloads/" + id + "/file");
      assertThat(file.statusCode()).isEqualTo(200);
      types.add(file.headers().firstValue("content-type").orElseThrow());
      assertThat(file.headers().firstValue("content-disposition").orElseThrow())
          .startsWith("attachment; ");
    }
    assertThat(types)
        .containsExactly("text/csv", "application/vnd.oasis.opendocument.text", "text/plain");
  }

  @Test
  void publishesTheCheckpointsAsTheyStandInTheFile() throws Exception {
    // The first one is made within a minute of the start.
    Await.until(() -> !body("checkpoints/after/0").isEmpty());
    String published = body("checkpoints/after/0");
    assertThat(published).startsWith("mocs-hub-checkpoint/1\nnumber 1\n").contains("signature ");
    assertThat(published).startsWith(body("checkpoints/1"));
    Path folder = demo.propertiesFile().toAbsolutePath().getParent();
    String kept;
    try (var files = Files.walk(folder)) {
      Path file = files.filter(one -> one.endsWith("checkpoints.txt")).findFirst().orElseThrow();
      kept = Files.readString(file);
    }
    assertThat(kept).startsWith(published);
    assertThat(stranger.get("checkpoints/999999").statusCode()).isEqualTo(404);
  }

  @Test
  void namesTheRelatedSitesAndThatTheyAreOthers() throws IOException {
    Page page = open("news", 1280);
    assertThat(page.locator(".links a").count()).isEqualTo(6);
    assertThat(page.locator(".links a").first().textContent()).contains("我的E政府", "外部網站");
    assertThat(page.locator(".links a:not([rel='noopener noreferrer'])").count()).isZero();
  }

  @Test
  void letsBrowsersKeepFilesUntilTheirContentChanges() throws Exception {
    HttpResponse<String> style = stranger.get("static/portal.css");
    assertThat(style.headers().firstValue("cache-control").orElseThrow()).contains("max-age=300");
    assertThat(style.headers().firstValue("etag")).isPresent();
    assertThat(style.headers().firstValue("last-modified")).isEmpty();
  }

  private static List<Long> ids(String path) throws Exception {
    return NEWS.matcher(body(path)).results().map(found -> Long.valueOf(found.group(1))).toList();
  }

  private static String firstOf(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
  }

  private static String body(String path) {
    try {
      return stranger.get(path).body();
    } catch (Exception e) {
      throw new IllegalStateException(path, e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String inLanguage(String path, String language) {
    return path + (path.contains("?") ? "&" : "?") + "language=" + language;
  }

  private static Page open(String path, int width) throws IOException {
    return browser.open(demo.property("portal.url") + path, width, "zh-TW");
  }
}
