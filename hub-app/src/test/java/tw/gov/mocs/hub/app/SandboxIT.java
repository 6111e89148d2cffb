package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.app.UnpackedModule.Result;

/**
 * 測試環境 as an agency meets it while its application waits: found in the portal, entered with a
 * signing request, called with its own module; and kept apart from the hub beside it.
 */
class SandboxIT {

  private static final List<Integer> WIDTHS = List.of(1280, 360);

  @TempDir private static Path folder = Path.of("");

  private static RunningDemo demo;
  private static ServedHub sandbox;
  private static Browser browser;
  private static String portal = "";
  private static UnpackedModule module;
  private static String person = "";
  private static final List<String> FAULTS = new ArrayList<>();

  @BeforeAll
  static void enter() throws Exception {
    demo = RunningDemo.shared();
    person = demo.property("sample.idNo");
    Path settings = Path.of(demo.property("sandbox.config"));
    Properties all = new Properties();
    try (var reader = Files.newBufferedReader(settings)) {
      all.load(reader);
    }
    portal = "https://localhost:" + all.getProperty("hub.web.port") + "/";
    sandbox = ServedHub.startSandbox(settings);
    browser = new Browser();
    Page page = askedFrom(waiting());
    module = UnpackedModule.of(download(page, "module.zip"), folder.resolve("module"));
    Path keys = Files.createDirectories(module.folder().resolve("keys"));
    Files.write(keys.resolve("agency.crt"), download(page, "agency.crt"));
    Files.copy(folder.resolve("agency.key"), keys.resolve("agency.key"));
  }

  @AfterAll
  static void end() throws InterruptedException {
    browser.close();
    sandbox.close();
  }

  /** The details of an application that nobody has decided, as its agency reads them. */
  private static Page waiting() throws Exception {
    PortalClient agency = PortalClient.loggedIn(demo, "agency-a");
    String list = agency.get("progress?state=PENDING&method=WEB_SERVICE").body();
    String number = PageTour.group(list, "/(progress/APSQ[0-9]+)\"");
    return browser.openAs(agency, demo.property("portal.url") + number, 1280, "zh-TW");
  }

  /** From there to the page with the test certificate, with what the page says to type. */
  private static Page askedFrom(Page page) throws Exception {
    assertThat(page.locator("section[aria-labelledby=sandbox]").textContent())
        .contains("測試環境", "/exchange", "--sandbox");
    page.locator("a:has-text('取得測試憑證')").click();
    look(page, "ask");
    String command = page.locator("pre.command").textContent();
    new UnpackedModule(folder).require("sh", "-c", command);
    page.fill("#csr", "this is none");
    page.locator("button:has-text('取得憑證')").click();
    assertThat(page.locator("#summary").textContent()).contains("憑證申請檔", "不是 PEM 格式");
    look(page, "ask-fault");
    page.fill("#csr", Files.readString(folder.resolve("agency.csr")));
    page.locator("button:has-text('取得憑證')").click();
    look(page, "given");
    return page;
  }

  /** In both languages and both windows. */
  private static void look(Page page, String name) {
    FAULTS.addAll(PageLooks.faults(page, "sandbox-" + name + "-zh-TW", WIDTHS));
    page.setViewportSize(1280, 900);
    if (name.contains("fault")) {
      return;
    }
    String address = page.url();
    page.navigate(address + "?language=en");
    FAULTS.addAll(PageLooks.faults(page, "sandbox-" + name + "-en", WIDTHS));
    page.navigate(address + "?language=zh-TW");
    page.setViewportSize(1280, 900);
  }

  private static byte[] download(Page page, String name) throws Exception {
    String link = page.locator("main a[href$='/" + name + "']").getAttribute("href");
    var answer = page.context().request().get(portal + link.substring(1));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void showsPagesThatEverybodyCanRead() {
    assertThat(FAULTS).isEmpty();
  }

  @Test
  void saysOnEachPageWhatItIs() throws Exception {
    Page page = browser.open(portal + "?language=en", 1280, "en");
    assertThat(page.locator("header").textContent()).contains("SANDBOX: all records are synthetic");
    assertThat(
            browser.open(demo.property("portal.url"), 1280, "en").locator(".sandbox-band").count())
        .isZero();
  }

  @Test
  void answersASignedCall() throws Exception {
    Result status = module.client("status", "--sandbox");
    assertThat(status.status()).as(status.output()).isZero();
    assertThat(status.output()).contains("SANDBOX my system", "SQ_TA_001", "ACTIVE");
    Result called = call("--sandbox");
    assertThat(called.status()).as(called.output()).isZero();
    assertThat(called.output()).contains("回應已驗證", person);
  }

  @Test
  void isNotTakenForTheHub() throws Exception {
    Result refused = call();
    assertThat(refused.status()).as(refused.output()).isEqualTo(3);
    assertThat(refused.output())
        .contains("回應來自測試環境", "A sandbox answered (CN=SANDBOX)")
        .doesNotContain(person);
  }

  @Test
  void itsCertificateIsNothingToTheHub() throws Exception {
    Path pki = Path.of(demo.property("pki.dir"));
    Result refused =
        call(
            "--endpoint",
            demo.property("soap.url"),
            "--hub-certificate",
            pki.resolve("hub.crt").toString(),
            "--ca",
            pki.resolve("ca.crt").toString());
    assertThat(refused.status()).as(refused.output()).isEqualTo(1);
    assertThat(refused.output()).contains("HUB-3001");
  }

  @Test
  void theCertificateOfTheHubsAgencyIsNothingToIt() throws Exception {
    Path pki = Path.of(demo.property("pki.dir"));
    Result refused =
        call(
            "--sandbox",
            "--key",
            pki.resolve("agency-a.key").toString(),
            "--cert",
            pki.resolve("agency-a.crt").toString());
    assertThat(refused.status()).as(refused.output()).isEqualTo(1);
    assertThat(refused.output()).contains("HUB-3001");
  }

  private static Result call(String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of("call", "SQ_TA_001", "--purpose", "test"));
    all.addAll(List.of(more));
    all.addAll(List.of("--id-no", person));
    return module.client(all.toArray(String[]::new));
  }
}
