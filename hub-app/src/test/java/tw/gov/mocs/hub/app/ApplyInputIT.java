package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 申請服務 under input that no page of ours sends. */
class ApplyInputIT {

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");
  private static final Pattern FAULT = Pattern.compile("<li><a href=\"#([^\"]+)\">([^<]+)");

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient agency;
  private static PortalClient other;
  private static String draft;

  @BeforeAll
  static void begin() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    agency = PortalClient.loggedIn(demo, "agency-a");
    other = PortalClient.loggedIn(demo, "agency-b");
    draft = beginAnother();
    send(1, Map.of("action", "save", "contactName", "原來的內容"));
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void goesBackOverFaultsToWhatIsKept() throws Exception {
    Page page = open(2);
    page.fill("#systemName", "人事系統");
    page.fill("#addresses", "10.1");
    press(page, "next");
    assertThat(page.url()).contains("/2?answer=");
    assertThat(page.locator("#summary").textContent()).contains("10.1");
    page.navigate(demo.property("portal.url") + "services");
    page.goBack();
    assertThat(page.locator("#summary").textContent()).contains("10.1");
    assertThat(page.inputValue("#addresses")).isEqualTo("10.1");
    page.fill("#addresses", "192.0.2.1");
    press(page, "save");
    page.waitForURL("**/2?saved");
    page.goBack();
    assertThat(page.url()).endsWith("/2");
    assertThat(page.locator("#summary").count()).isZero();
    assertThat(page.inputValue("#addresses")).isEqualTo("192.0.2.1");
  }

  @Test
  void showsFaultsInTheirOwnWindowAlone() throws Exception {
    Page one = open(1);
    one.fill("#contactMail", "沒有小老鼠");
    press(one, "save");
    Page two = open(1);
    assertThat(two.locator("#summary").count()).isZero();
    two.fill("#contactPhone", "長".repeat(99));
    press(two, "save");
    one.reload();
    assertThat(one.inputValue("#contactMail")).isEqualTo("沒有小老鼠");
    assertThat(one.locator("#summary").textContent()).doesNotContain("電話");
    assertThat(other.get(path(one)).headers().firstValue("location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("/" + draft + "/1"));
  }

  @Test
  void leadsBackToWhatWasTypedFromAFormThatIsTooLarge() throws Exception {
    Page page = open(1);
    page.fill("#contactMail", "沒有小老鼠");
    press(page, "save");
    page.evaluate("document.getElementById('purpose').value = 'x'.repeat(2500000)");
    press(page, "save");
    assertThat(Browser.main(page)).contains("送出的內容過大");
    page.locator("main a:has-text('回到剛才的表單')").click();
    assertThat(page.inputValue("#contactMail")).isEqualTo("沒有小老鼠");
  }

  @Test
  void wantsTheTermsThatCountNow() throws Exception {
    HttpResponse<String> answer =
        agency.post("apply", "apply", Map.of("version", "999", "agree", "yes"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("管理規範已更新");
  }

  @Test
  void beginsOneDraftWithOneFormHoweverOftenItIsSent() throws Exception {
    String page = agency.get("apply").body();
    String form = page.replaceFirst("(?s).*name=\"form\" value=\"([^\"]+)\".*", "$1");
    Map<String, String> sent = Map.of("version", version("apply"), "agree", "yes", "form", form);
    String first = agency.post("apply", "apply", sent).headers().firstValue("location").get();
    assertThat(first).matches(".*/apply/[0-9]+/1");
    assertThat(agency.post("apply", "apply", sent).headers().firstValue("location"))
        .hasValue(first);
  }

  @Test
  void foldsAwayAllButTheLatestDrafts() throws Exception {
    PortalClient many = PortalClient.loggedIn(demo, "agency-b");
    Map<String, String> sent = Map.of("version", version("apply"), "agree", "yes");
    for (int i = 0; i < 7; i++) {
      assertThat(many.post("apply", "apply", sent).statusCode()).isEqualTo(302);
    }
    String page = many.get("apply").body();
    assertThat(
            page.substring(page.indexOf("id=\"drafts\""), page.indexOf("<details>"))
                .split("續填：", -1))
        .hasSize(6);
    assertThat(page).containsPattern("其餘 [0-9]+ 份草稿").contains("href=\"#terms-title\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"save", "previous", "next"})
  void givesBackWhatIsTooLong(String action) throws Exception {
    String name = "長".repeat(61);
    HttpResponse<String> answer = send(1, Map.of("action", action, "contactName", name));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(faults(answer)).containsEntry("contactName", "聯絡人姓名最多 60 字，請縮短後再試");
    assertThat(answer.body()).contains(name);
    assertThat(agency.get(draft + "/1").body()).contains("原來的內容").doesNotContain(name);
  }

  @Test
  void givesBackControlCharactersAndMarkupAsText() throws Exception {
    HttpResponse<String> answer =
        send(
            1, Map.of("action", "save", "contactName", "甲\u0007", "purpose", "<script>x</script>"));
    assertThat(faults(answer)).containsOnlyKeys("contactName");
    assertThat(answer.body()).contains("&lt;script&gt;x").doesNotContain("<script>x");
  }

  @Test
  void takesNoMoreThanFiftyAddresses() throws Exception {
    String many =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "10.1.%d.%d".formatted(i / 250, i % 250))
            .collect(Collectors.joining(","));
    assertThat(faults(send(2, Map.of("action", "next", "addresses", many))))
        .containsEntry("addresses", "IP位置最多 50 個，請以網段（例如 192.0.2.0/24）合併");
  }

  @Test
  void namesAddressesThatAreNone() throws Exception {
    assertThat(
            faults(
                    send(
                        2,
                        Map.of(
                            "action",
                            "save",
                            "addresses",
                            "192.0.2.1 10.1 host.gov.tw 1.2.3.4/33")))
                .get("addresses"))
        .contains("10.1, host.gov.tw, 1.2.3.4/33")
        .doesNotContain("192.0.2.1,");
  }

  @Test
  void saysHowSystemsAreNamedAndHowWideABlockMayBe() throws Exception {
    Map<String, String> typed =
        Map.of("action", "next", "hostName", "任何主機！", "addresses", "0.0.0.0/0");
    assertThat(faults(send(2, typed)))
        .hasEntrySatisfying(
            "hostName", told -> assertThat(told).contains("例如 hr-app01.agency.gov.tw"))
        .hasEntrySatisfying(
            "addresses", told -> assertThat(told).contains("最大為 IPv4 /16、IPv6 /32"));
  }

  @Test
  void cutsNothingThatIsPasted() throws Exception {
    Page page = open(1);
    page.fill("#purpose", "");
    page.locator("#purpose").focus();
    page.keyboard().insertText("長".repeat(1_500));
    press(page, "next");
    assertThat(page.inputValue("#purpose")).hasSize(1_500);
    assertThat(page.locator("#purpose-fault").textContent()).contains("最多 1000 字");
  }

  @Test
  void saysWhatIsWrongWithTheSystemBeforeTheMethodIsChosen() throws Exception {
    String begun = beginAnother();
    Map<String, String> typed =
        Map.of("version", version(begun + "/2"), "action", "next", "addresses", "0.0.0.0/0");
    HttpResponse<String> answer = agency.post(begun + "/2", begun + "/2", typed);
    assertThat(faults(answer)).containsOnlyKeys("addresses");
  }

  @Test
  void saysInLaterStepsThatAnEarlierOneMustBeMendedAndThereWhat() throws Exception {
    String begun = beginAnother();
    Map<String, String> typed =
        Map.of("version", version(begun + "/2"), "action", "save", "addresses", "0.0.0.0/0");
    agency.post(begun + "/2", begun + "/2", typed);
    assertThat(agency.get(begun + "/4").body()).contains("（填寫的資料需要修正）", "未填寫或需要修正");
    assertThat(faults(agency.get(begun + "/2"))).containsOnlyKeys("addresses");
  }

  @Test
  void leadsFromStepSixIntoTheInputThatMendsIt() throws Exception {
    String path = beginAnother();
    Page page = browser.openAs(agency, demo.property("portal.url") + path + "/6", 1280, "zh-TW");
    page.locator(".summary a[href*='#from']").click();
    page.waitForURL("**/1?back=6#from");
    page.waitForFunction("document.activeElement.id === 'from'");
  }

  @Test
  void printsNoLinkThatChangesAnAnswer() throws Exception {
    String path = beginAnother();
    Page page = browser.openAs(agency, demo.property("portal.url") + path + "/6", 1280, "zh-TW");
    assertThat(page.locator("dd.change").first().isVisible()).isTrue();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".change:visible").count()).isZero();
  }

  @Test
  void ignoresServicesAndFieldsThatNoPageOffers() throws Exception {
    send(4, Map.of("method", "WEB_SERVICE"));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("part", "apply/services");
    form.put("services", "SQ_XX_999");
    form.put("fields-SQ_XX_999", "forged");
    assertThat(faults(send(5, form))).containsKey("services");
    form.put("services", "SQ_COM_01");
    form.put("fields-SQ_COM_01", "forged");
    assertThat(faults(send(5, form)))
        .containsOnly(Map.entry("fields-SQ_COM_01", "SQ_COM_01 沒有選取任何欄位，請至少選取一個欄位，或取消選取這項服務"));
  }

  @Test
  void answersAFormThatIsTooLargeWithAPage() throws Exception {
    HttpResponse<String> answer = send(1, Map.of("purpose", "x".repeat(2_500_000)));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("送出的內容過大");
  }

  @Test
  void showsDraftsToTheirOwnCardAlone() throws Exception {
    String id = draft.substring("apply/".length());
    for (String path : new String[] {"", "/1", "/5", "/discard"}) {
      assertThat(other.get(draft + path).statusCode()).as(path).isEqualTo(404);
      assertThat(seen(draft + path).replace("apply/" + id, "apply/999999"))
          .isEqualTo(seen("apply/999999" + path));
    }
    assertThat(other.post("apply", draft + "/1", Map.of("contactName", "外人")).statusCode())
        .isEqualTo(404);
    assertThat(other.post("apply", draft + "/discard", Map.of("version", "2")).statusCode())
        .isEqualTo(404);
    assertThat(agency.get(draft + "/1").body()).doesNotContain("外人");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apply/99999999999999999999/1", "apply/0/1", "apply/x/1", "apply/1/8"})
  void knowsNoOtherAddresses(String path) throws Exception {
    assertThat(agency.get(path).statusCode()).isEqualTo(404);
  }

  private static Page open(int step) throws Exception {
    return browser.openAs(agency, demo.property("portal.url") + draft + "/" + step, 1280, "zh-TW");
  }

  private static void press(Page page, String action) {
    page.locator("#answers button[value=" + action + "]").last().click();
  }

  private static String path(Page page) throws Exception {
    return page.url().substring(demo.property("portal.url").length());
  }

  /** Without the token and the clock, which are others each time. */
  private static String seen(String path) throws Exception {
    return PortalClient.lasting(other.get(path).body());
  }

  /** Its path. */
  private static String beginAnother() throws Exception {
    String terms = version("apply");
    HttpResponse<String> begun =
        agency.post("apply", "apply", Map.of("version", terms, "agree", "yes"));
    String address = begun.headers().firstValue("location").orElseThrow();
    return address.replaceFirst(".*/(apply/[0-9]+)/1$", "$1");
  }

  private static HttpResponse<String> send(int step, Map<String, String> fields) throws Exception {
    String page = draft + "/" + step;
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("version", version(page));
    return agency.post(page, page, all);
  }

  private static String version(String page) throws Exception {
    Matcher version = VERSION.matcher(agency.get(page).body());
    assertThat(version.find()).as("version of " + page).isTrue();
    return version.group(1);
  }

  private static Map<String, String> faults(HttpResponse<String> answer) {
    return FAULT
        .matcher(answer.body())
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }
}
