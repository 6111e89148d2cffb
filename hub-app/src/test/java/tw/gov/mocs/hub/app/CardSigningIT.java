package tw.gov.mocs.hub.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.Certificates;

/** A page signs by {@code sign.js} and the running card agent, in a browser. */
class CardSigningIT {

  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir private static Path folder = Path.of("");

  private static DemoPki pki;
  private static SigningSite site;
  private static Browser browser;
  private static RunningCardAgent asking;
  private static RunningCardAgent quick;

  @BeforeAll
  static void start() throws Exception {
    pki = SharedPki.in(folder);
    site = new SigningSite(pki);
    asking = agent();
    quick = agent("--yes", "--pin", "1234");
    browser = new Browser();
  }

  @AfterAll
  static void end() {
    browser.close();
    asking.close();
    quick.close();
    site.close();
  }

  @ParameterizedTest
  @CsvSource({"zh-TW, 簽署", "en, Sign"})
  void signsWhatThePersonReadsAndSendsTheFormOnce(String language, String sign) throws Exception {
    List<String> before = browser.complaints();
    int sent = site.forms().size();
    Page page = open("localhost", asking.address(), language);
    Page popup = page.waitForPopup(() -> button(page, "sign").click());
    assertThat(popup.locator("#statement")).hasText(SigningSite.STATEMENT);
    assertThat(popup.locator("#statement")).isFocused();
    assertThat(popup.locator("dl")).containsText("0000000000000101");
    assertThat(popup.locator("dl")).containsText(site.address("localhost"));
    assertThat(told(page)).hasText("told: signing");
    assertThat(new AxeBuilder(popup).analyze().getViolations()).isEmpty();
    popup.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve("card-" + language + ".png")));
    button(page, "sign").dispatchEvent("click");
    assertThat(told(page)).hasText("told: signing");
    assertThat(page.context().pages()).hasSize(2);
    button(popup, sign).click();
    assertThat(page.locator("h1")).hasText("received");
    assertThat(popup.isClosed()).isTrue();
    assertThat(site.forms()).hasSize(sent + 1);
    assertThat(signed(site.forms().get(sent))).isEqualTo(SigningSite.STATEMENT);
    assertThat(browser.complaints()).isEqualTo(before);
  }

  @Test
  void changesTheLanguageOfTheWindowOnTheWay() throws Exception {
    Page page = open("localhost", asking.address(), "zh-TW");
    Page popup = page.waitForPopup(() -> button(page, "sign").click());
    popup.getByText("English").click();
    button(popup, "Sign").click();
    assertThat(page.locator("h1")).hasText("received");
  }

  @Test
  void cancels() throws Exception {
    int sent = site.forms().size();
    Page page = open("localhost", asking.address(), "zh-TW");
    Page popup = page.waitForPopup(() -> button(page, "sign").click());
    button(popup, "取消").click();
    assertThat(told(page)).hasText("told: cancelled 0x76000999");
    assertThat(button(page, "sign")).isFocused();
    assertThat(site.forms()).hasSize(sent);
    // And begins anew.
    Page again = page.waitForPopup(() -> button(page, "sign").click());
    assertThat(again.locator("#statement")).isFocused();
    // Not press: the window may be gone before the key is up.
    again.keyboard().down("Escape");
    assertThat(told(page)).hasText("told: cancelled 0x76000999");
  }

  @Test
  void takesAClosedWindowForACancellation() throws Exception {
    Page page = open("localhost", asking.address(), "zh-TW");
    Page popup = page.waitForPopup(() -> button(page, "sign").click());
    assertThat(popup.locator("#statement")).isVisible();
    popup.close();
    assertThat(told(page)).hasText("told: cancelled");
  }

  @Test
  void saysThatNoAgentRuns() throws Exception {
    int port = DemoSettings.Ports.free().portal();
    Page page = open("localhost", "http://localhost:" + port, "zh-TW");
    button(page, "sign").click();
    assertThat(told(page))
        .hasText("told: absent", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
    assertThat(page.context().pages()).hasSize(1);
  }

  @Test
  void saysThatTheBrowserOpensNoWindow() throws Exception {
    Page page = open("localhost", asking.address(), "zh-TW");
    page.evaluate("window.open = () => null");
    button(page, "sign").click();
    assertThat(told(page)).hasText("told: blocked");
  }

  @Test
  void isRefusedWhereTheSiteIsNotListed() throws Exception {
    Page page = open("127.0.0.1", quick.address(), "zh-TW");
    page.locator("[data-sign-pin]").fill("1234");
    button(page, "sign").click();
    assertThat(told(page)).hasText("told: refused 0x76000031");
  }

  @Test
  void believesNoWindowButTheAgents() throws Exception {
    Page page = open("localhost", asking.address(), "zh-TW");
    Page popup = page.waitForPopup(() -> button(page, "sign").click());
    assertThat(popup.locator("#statement")).isVisible();
    page.evaluate(
        "window.postMessage('{\"func\":\"sign\",\"ret_code\":0,\"signature\":\"x\"}', '*')");
    popup.evaluate("to => { location = to }", site.address("127.0.0.1") + "/bare");
    popup.waitForURL("**/bare");
    popup.evaluate(
        "opener.postMessage('{\"func\":\"sign\",\"ret_code\":0,\"signature\":\"x\"}', '*')");
    assertThat(told(page)).hasText("told: signing");
    assertThat(page.locator("[data-sign-result]")).hasValue("");
  }

  @Test
  void signsAtOnceWithThePinAndForgetsIt() throws Exception {
    int sent = site.forms().size();
    Page page = open("localhost", quick.address() + "," + thumbprint(pki.agencyA()), "zh-TW");
    button(page, "sign").click();
    assertThat(told(page)).hasText("told: pin-missing 0x76000998");
    page.locator("[data-sign-pin]").fill("0000");
    button(page, "sign").click();
    assertThat(told(page)).hasText("told: wrong-pin 0x76100006");
    assertThat(page.locator("[data-sign-pin]")).hasValue("");
    page.locator("[data-sign-pin]").fill("1234");
    button(page, "sign").click();
    assertThat(page.locator("h1")).hasText("received");
    assertThat(site.forms().get(sent)).contains("&step=sign").doesNotContain("1234&", "pin");
  }

  @Test
  void refusesAnotherCardThanTheOneOfTheLogin() throws Exception {
    Page page = open("localhost", quick.address() + "," + thumbprint(pki.agencyB()), "zh-TW");
    page.locator("[data-sign-pin]").fill("1234");
    button(page, "sign").click();
    assertThat(told(page)).hasText("told: other-card");
  }

  @Test
  void sendsTheFormUnsignedByItsOtherButtons() throws Exception {
    int sent = site.forms().size();
    Page page = open("localhost", asking.address(), "zh-TW");
    button(page, "back").click();
    assertThat(page.locator("h1")).hasText("received");
    assertThat(site.forms().get(sent)).isEqualTo("signature=&step=back");
  }

  private static RunningCardAgent agent(String... more) throws Exception {
    String[] options = {"--as", "agency-a", "--pki", folder.toString()};
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--origin", site.address("localhost")));
    all.addAll(List.of(more));
    return RunningCardAgent.start(all.toArray(String[]::new));
  }

  private static Page open(String name, String query, String language) {
    return browser.open(site.address(name) + "/?" + query, 1280, language);
  }

  private static Locator button(Page page, String name) {
    return page.locator("button", new Page.LocatorOptions().setHasText(name));
  }

  private static Locator told(Page page) {
    return page.locator("[data-sign-status]");
  }

  private static String thumbprint(DemoPki.Identity identity) {
    return Certificates.thumbprint(KeyFiles.certificates(identity.certificate()).get(0));
  }

  private static String signed(String form) throws Exception {
    String base64 = form.replaceFirst("signature=([^&]+).*", "$1");
    CMSSignedData cms = new CMSSignedData(Base64.getDecoder().decode(base64));
    return new String((byte[]) cms.getSignedContent().getContent(), StandardCharsets.UTF_8);
  }
}
