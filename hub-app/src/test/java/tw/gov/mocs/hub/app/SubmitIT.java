package tw.gov.mocs.hub.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps six and seven, in a browser with a card and the running card agent. */
class SubmitIT {

  private static final Pattern TOTAL = Pattern.compile("共 (\\d+) 筆");

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient agency;
  private static RunningCardAgent quick;
  private static RunningCardAgent asking;
  private static RunningCardAgent other;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    agency = PortalClient.loggedIn(demo, "agency-a");
    quick = agent("agency-a", "--yes");
    asking = agent("agency-a");
    other = agent("agency-b", "--yes");
  }

  @AfterAll
  static void end() {
    browser.close();
    quick.close();
    asking.close();
    other.close();
  }

  @ParameterizedTest
  @CsvSource({"APSQ, zh-TW, 您所選之資料交換服務項目", "APFQ, en, Special conditions"})
  void signsSubmitsAndHandsOutTheForm(String kind, String language, String text) throws Exception {
    long draft = draft(kind);
    Page page =
        browser.openWithCard(
            demo, "agency-a", demo.property("portal.url") + "login?then=/progress", language);
    page.locator("main a.primary").click();
    page.waitForURL("**/progress");
    page.navigate(confirmation(draft) + "?language=" + language);
    assertThat(Browser.main(page)).contains(text);
    assertThat(page.locator("[data-sign-pin]").getAttribute("name")).isNull();
    with(quick, page);
    sign(page).click();
    page.waitForURL("**/apply/done/" + kind + "*");
    String number = page.url().replaceAll(".*/", "");
    assertThat(page.locator(".panel").textContent()).contains(number, "0000000000000101");
    for (String form : List.of("docx", "odt", "pdf")) {
      assertThat(opens(saved(page, number + "/form." + form))).as(form).isTrue();
    }
    try (ZipFile evidence = new ZipFile(saved(page, number + "/evidence.zip").toFile())) {
      assertThat(evidence.getEntry("signature.p7s")).isNotNull();
      byte[] statement = evidence.getInputStream(evidence.getEntry("statement.txt")).readAllBytes();
      assertThat(new String(statement, StandardCharsets.UTF_8)).contains("草稿編號 Draft：" + draft);
    }
    assertThat(agency.get("progress/" + number).body()).contains("甲級：憑證簽章");
  }

  @Test
  void submitsOnceHoweverOftenTheButtonIsPressed() throws Exception {
    int before = total();
    Page page = open(draft("APFQ"), 1280);
    with(quick, page);
    sign(page).dblclick();
    page.waitForURL("**/apply/done/APFQ*");
    assertThat(total()).isEqualTo(before + 1);
    String done = page.url();
    page.goBack();
    page.reload();
    assertThat(page.url()).isEqualTo(done + "?again=true");
    assertThat(Browser.main(page)).contains("並未重複提出");
    assertThat(total()).isEqualTo(before + 1);
  }

  @Test
  void refusesAnotherCardAndSubmitsNothing() throws Exception {
    int before = total();
    Page page = open(draft("APFQ"), 1280);
    with(other, page);
    sign(page).click();
    assertThat(status(page)).containsText("這張憑證與登入時使用的不同");
    // A page that does not look: the hub does.
    page.evaluate("delete document.querySelector('form[data-sign]').dataset.card");
    sign(page).click();
    page.waitForURL(Pattern.compile(".*/6[?]refused=SIGNER_DIFFERS"));
    assertThat(page.locator("#summary").textContent()).contains("HUB-7031", "與登入時不同");
    assertThat(total()).isEqualTo(before);
    // And no dead end: the right card goes on from here.
    with(quick, page);
    sign(page).click();
    page.waitForURL("**/apply/done/APFQ*");
  }

  @Test
  void staysWhereItIsWhenThePersonCancels() throws Exception {
    Page page = open(draft("APFQ"), 1280);
    with(asking, page);
    Page popup = page.waitForPopup(() -> sign(page).click());
    assertThat(popup.locator("#statement")).containsText("確定提出申請");
    popup.locator("button", new Page.LocatorOptions().setHasText("取消")).click();
    assertThat(status(page)).containsText("您取消了簽署");
  }

  @Test
  void saysThatNoAgentRuns() throws Exception {
    Page page = open(draft("APFQ"), 360);
    page.evaluate(
        "a => document.querySelector('form[data-sign]').dataset.agent = a",
        "http://localhost:" + DemoSettings.Ports.free().portal());
    sign(page).click();
    assertThat(status(page))
        .containsText("找不到簽章元件", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
    PageLooks.check(page, "confirm-no-agent", 360);
  }

  @Test
  void explainsItselfWithoutScripts() throws Exception {
    Page page = browser.openWithoutScripts(agency, confirmation(draft("APFQ")), 360, "zh-TW");
    assertThat(page.locator("noscript p")).containsText("未啟用 JavaScript");
    assertThat(page.locator("text=簽章元件會開啟視窗").isVisible()).isFalse();
    assertThat(page.locator(".level-b button")).hasCount(1);
    // Without a card component neither can do anything.
    assertThat(sign(page)).isHidden();
    assertThat(page.locator("#pin")).isHidden();
    page.press("[name=step][value=back]", "Enter");
    assertThat(page.locator("h1")).containsText("步驟五");
  }

  @Test
  void goesBackWithoutASignature() throws Exception {
    Page page = open(draft("APFQ"), 1280);
    page.locator("main button[value=back]").click();
    page.waitForURL("**/5");
  }

  @Test
  void takesAFreshHandshakeWhereThatIsAllowedAndSaysSo() throws Exception {
    long draft = draft("APFQ");
    Page page =
        browser.openWithCard(
            demo, "agency-a", demo.property("portal.url") + "login?then=/progress", "zh-TW");
    page.locator("main a.primary").click();
    page.waitForURL("**/progress");
    page.navigate(confirmation(draft));
    page.locator(".level-b summary").click();
    page.locator(".level-b button").click();
    page.waitForURL(demo.property("portal.url") + "apply/done/APFQ*");
    String number = page.url().replaceAll(".*/", "");
    assertThat(agency.get("progress/" + number).body()).contains("乙級：憑證重新連線");
  }

  @Test
  void takesNoHandshakeFromWhereNoneWasMade() throws Exception {
    long draft = draft("APFQ");
    String page = "apply/" + draft + "/6";
    Map<String, String> form = Map.of("draft", String.valueOf(draft), "nonce", nonce(page));
    assertThat(agency.post(page, "handshake/sign", form).headers().firstValue("location"))
        .hasValueSatisfying(there -> assertThat(there).endsWith("?refused=NO_CERTIFICATE"));
  }

  @ParameterizedTest
  @CsvSource({
    "true, '', UNSIGNED",
    "true, bm8gc2lnbmF0dXJl, SIGNATURE_STRUCTURE",
    "true, '?', SIGNATURE_STRUCTURE",
    "false, bm8gc2lnbmF0dXJl, SIGNING_EXPIRED"
  })
  void saysWhatIsWrongWithASignature(boolean known, String signature, String refusal)
      throws Exception {
    String page = "apply/" + draft("APFQ") + "/6";
    Map<String, String> form =
        Map.of(
            "nonce", known ? nonce(page) : "0".repeat(64), "signature", signature, "step", "sign");
    assertThat(agency.post(page, page, form).headers().firstValue("location"))
        .hasValueSatisfying(there -> assertThat(there).endsWith(page + "?refused=" + refusal));
    assertThat(agency.get(page + "?refused=" + refusal).body()).contains("尚未提出申請");
  }

  @Test
  void listsWhatIsMissingAndAsksForNoSignature() throws Exception {
    Map<String, String> agreed = Map.of("agree", "yes", "version", "1");
    String begun =
        agency.post("apply", "apply", agreed).headers().firstValue("location").orElseThrow();
    String page = "apply/" + begun.replaceAll(".*/apply/([0-9]+).*", "$1") + "/6";
    String body = agency.get(page).body();
    assertThat(body).contains("以下各項修正後才能提出申請", page.replaceAll("/6$", "/1") + "?back=6#purpose");
    assertThat(body).doesNotContain("data-sign-button");
  }

  @ParameterizedTest
  @ValueSource(strings = {"APSQ", "APFQ"})
  void leadsFromEachAnswerToTheFieldThatChangesIt(String kind) throws Exception {
    Matcher links =
        Pattern.compile("href=\"/(apply/[0-9]+/[1-5])[?]back=6(#[^\"]*)?\"")
            .matcher(agency.get("apply/" + draft(kind) + "/6").body());
    int changes = 0;
    for (; links.find(); changes++) {
      assertThat(links.group(2)).as(links.group()).isNotNull();
      assertThat(agency.get(links.group(1) + "?back=6").body())
          .contains("id=\"" + links.group(2).substring(1) + "\"");
    }
    assertThat(changes).isGreaterThan(14);
  }

  @Test
  void showsADraftToItsCardAlone() throws Exception {
    long draft = draft("APFQ");
    PortalClient stranger = PortalClient.loggedIn(demo, "agency-b");
    assertThat(stranger.get("apply/" + draft + "/6").statusCode()).isEqualTo(404);
    assertThat(stranger.get("apply/done/" + demo.property("application.agency-a")).statusCode())
        .isEqualTo(404);
  }

  private static RunningCardAgent agent(String name, String... more) throws IOException {
    String site = demo.property("portal.url").replaceAll("/$", "");
    List<String> options =
        new ArrayList<>(List.of("--as", name, "--pki", demo.property("pki.dir"), "--origin", site));
    options.addAll(List.of(more));
    return RunningCardAgent.start(options.toArray(String[]::new));
  }

  /** A complete draft, copied from what the demo has. */
  private static long draft(String kind) throws Exception {
    String page = "progress/" + number(kind) + "/copy";
    String begun =
        agency
            .post(page, page, Map.of("agree", "true", "terms", "1"))
            .headers()
            .firstValue("location")
            .orElseThrow();
    return Long.parseLong(begun.replaceAll(".*/apply/([0-9]+)/1", "$1"));
  }

  private static String number(String kind) throws Exception {
    return demo.property("application.agency-a").replaceFirst("AP.Q", kind);
  }

  private static String confirmation(long draft) throws IOException {
    return demo.property("portal.url") + "apply/" + draft + "/6";
  }

  private static Page open(long draft, int width) throws IOException {
    return browser.openAs(agency, confirmation(draft), width, "zh-TW");
  }

  private static void with(RunningCardAgent agent, Page page) {
    page.evaluate(
        "a => document.querySelector('form[data-sign]').dataset.agent = a", agent.address());
  }

  private static Locator sign(Page page) {
    return page.locator("[data-sign-button]");
  }

  private static Locator status(Page page) {
    return page.locator("[data-sign-status]");
  }

  private static String nonce(String page) throws Exception {
    Matcher nonce =
        Pattern.compile("name=\"nonce\" value=\"([0-9a-f]{64})\"").matcher(agency.get(page).body());
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }

  private static int total() throws Exception {
    Matcher total = TOTAL.matcher(agency.get("progress").body());
    assertThat(total.find()).isTrue();
    return Integer.parseInt(total.group(1));
  }

  private static Path saved(Page page, String path) {
    return page.waitForDownload(() -> page.locator("a[href$='" + path + "']").click()).path();
  }

  private static boolean opens(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    if (new String(content, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-")) {
      return new String(content, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry("word/document.xml") != null || zip.getEntry("content.xml") != null;
    }
  }
}
