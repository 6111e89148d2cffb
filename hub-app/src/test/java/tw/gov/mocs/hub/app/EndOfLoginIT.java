package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that was typed is lost when a login ends, in whichever window. */
class EndOfLoginIT {

  private static final String TEXT = "填了很久的補充說明";

  private static RunningDemo demo;
  private static Browser browser;

  private PortalClient agency;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @BeforeEach
  void logIn() throws Exception {
    agency = PortalClient.loggedIn(demo, "agency-a");
  }

  @Test
  void tellsHowLongTheLoginLastsAndWhoseItIs() throws Exception {
    HttpResponse<String> answer = agency.get("login/extend");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValueAsLong("Login-Seconds").orElseThrow())
        .isBetween(1_795L, 1_800L);
    assertThat(answer.headers().firstValue("Login-Card").orElseThrow()).matches("[0-9a-f]{64}");
    assertThat(PortalClient.stranger(demo).get("login/extend").statusCode()).isEqualTo(303);
  }

  @Test
  void warnsOnAPageWithAFormAndGoesOn() throws Exception {
    Page page = remark();
    page.clock().fastForward("28:30");
    page.locator("#ending button").click();
    page.locator("#ending:not([open])").waitFor(hidden());
    page.clock().fastForward("20:00");
    assertThat(page.locator("#ending[open]").count()).isZero();
    assertThat(page.inputValue("#said")).isEqualTo(TEXT);
  }

  @Test
  void saysOnceWhenTheLoginEndsInAnyCase() throws Exception {
    Page page = open("incidents/new");
    page.route("**/incidents/new/*", EndOfLoginIT::inItsLastHalfHour);
    page.reload();
    page.fill("#description", TEXT);
    page.clock().fastForward("28:30");
    page.locator("#last-ending[open]").waitFor();
    assertThat(page.locator("#last-ending").textContent())
        .containsPattern("最晚到 \\d{3}/\\d\\d/\\d\\d \\d\\d:\\d\\d 為止，不能再延長");
    PageLooks.check(page, "last-ending", 1280);
    page.locator("#last-ending button").click();
    page.clock().fastForward("00:30");
    assertThat(page.locator("dialog[open]").count()).isZero();
  }

  @Test
  void savesADraftBeforeItSaysThatTheLoginEndsInAnyCase() throws Exception {
    Page page = open("apply");
    page.locator("#agree").check();
    page.locator("form[action='/apply'] button.primary").click();
    page.waitForURL("**/apply/*/1");
    page.route("**/apply/*/1", EndOfLoginIT::inItsLastHalfHour);
    page.reload();
    page.fill("#purpose", TEXT);
    page.clock().fastForward("28:30");
    page.locator("#last-ending[open]").waitFor();
    page.locator("#autosaved:not([hidden])").waitFor(hidden());
    assertThat(page.locator("#last-ending[open]").count()).isOne();
  }

  @Test
  void takesNothingThatWasFilledInForTyped() throws Exception {
    Page page = open("incidents/new");
    assertThat(page.inputValue("#contactName")).isNotEmpty();
    agency.post("", "logout", Map.of());
    page.clock().fastForward("31:00");
    page.waitForURL("**/login/ended");
  }

  /** The page as it is when nothing prolongs its login any more. */
  private static void inItsLastHalfHour(Route route) {
    APIResponse answer = route.fetch();
    route.fulfill(
        new Route.FulfillOptions()
            .setResponse(answer)
            .setBody(answer.text().replace("data-last=\"false\"", "data-last=\"true\"")));
  }

  @Test
  void leavesAPageWithNothingTyped() throws Exception {
    Page page = open("progress");
    agency.post("", "logout", Map.of());
    page.clock().fastForward("31:00");
    page.waitForURL("**/login/ended");
  }

  @Test
  void keepsWhatWasTypedAndSendsItAfterAnotherLogin() throws Exception {
    Page page = remark();
    agency.post("", "logout", Map.of());
    page.clock().fastForward("31:00");
    page.locator("#ended[open]").waitFor();
    assertThat(page.locator("#ended").textContent()).contains("同一張憑證");
    PageLooks.check(page, "ended", 1280);
    page.locator("#ended button").click();
    page.locator("form[action$=remark] button").click();
    page.locator("#ended[open]").waitFor();
    assertThat(page.inputValue("#said")).isEqualTo(TEXT);
    page.locator("#ended button").click();
    browser.logIn(page, PortalClient.loggedIn(demo, "agency-a"));
    page.locator("form[action$=remark] button").click();
    page.waitForURL("**?remarked");
    assertThat(page.locator(".history").textContent()).contains(TEXT);
  }

  @Test
  void sendsNothingWithAnotherCard() throws Exception {
    Page page = remark();
    agency.post("", "logout", Map.of());
    page.clock().fastForward("31:00");
    page.locator("#ended button").click();
    browser.logIn(page, PortalClient.loggedIn(demo, "agency-b"));
    page.locator("form[action$=remark] button").click();
    page.locator("#ended[open]").waitFor();
    assertThat(page.inputValue("#said")).isEqualTo(TEXT);
  }

  @Test
  void knowsInEveryWindowWhatAnotherHasAskedFor() throws Exception {
    Page one = remark();
    one.clock().fastForward("27:00");
    Page two = one.context().newPage();
    two.navigate(demo.property("portal.url") + "progress");
    one.locator("#time-left:text-matches('^(29|30) 分鐘$')").waitFor();
    one.clock().fastForward("05:00");
    one.locator("#time-left:text-matches('^2[45] 分鐘$')").waitFor();
    assertThat(one.locator("dialog[open]").count()).isZero();
  }

  @Test
  void knowsInEveryWindowThatAnotherHasLoggedOut() throws Exception {
    Page one = remark();
    Page two = one.context().newPage();
    two.navigate(demo.property("portal.url") + "progress");
    two.locator("form[action$=logout] button").click();
    one.locator("#ended[open]").waitFor();
    assertThat(one.inputValue("#said")).isEqualTo(TEXT);
  }

  private Page remark() throws Exception {
    Page page = open("incidents/" + openIncident());
    page.fill("#said", TEXT);
    return page;
  }

  private String openIncident() throws Exception {
    return agency
        .get("incidents?state=IN_PROGRESS&order=asc&sort=number")
        .body()
        .replaceFirst("(?s).*?/incidents/([0-9]{8})\".*", "$1");
  }

  /** Its clock can be put forward. */
  private Page open(String path) throws IOException {
    Page page = browser.window(1280, "zh-TW");
    page.context().clock().install();
    page.navigate(demo.property("portal.url"));
    browser.logIn(page, agency);
    page.navigate(demo.property("portal.url") + path);
    return page;
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }
}
