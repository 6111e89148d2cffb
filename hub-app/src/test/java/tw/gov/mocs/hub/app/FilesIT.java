package tw.gov.mocs.hub.app;

import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.shared.Digests;

/** A one-time file from its start by the ministry to its acknowledgement by the agency. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FilesIT {

  @TempDir private static Path folder = Path.of("");

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient agency;
  private static PortalClient starter;
  private static String number = "";
  private static byte[] taken = new byte[0];
  private static String spent = "";

  @BeforeAll
  static void start() throws Exception {
    // Its own: elsewhere the second administrator confirms certificates of this agency.
    demo = RunningDemo.startSmall(folder.resolve("demo"));
    browser = new Browser();
    agency = PortalClient.loggedIn(demo, "agency-a");
    starter = PortalClient.loggedIn(demo, "admin-2");
    // Of two that were approved the last one is left to this test.
    List<String> all =
        Pattern.compile("/progress/(APFQ[0-9]+)\"")
            .matcher(agency.get("progress?state=APPROVED&method=ONE_TIME_FILE").body())
            .results()
            .map(found -> found.group(1))
            .distinct()
            .sorted()
            .toList();
    number = all.get(all.size() - 1);
  }

  @AfterAll
  static void end() throws InterruptedException {
    browser.close();
    demo.close();
  }

  @Test
  @Order(1)
  void isNotStartedByWhoDecided() throws Exception {
    PortalClient decider = PortalClient.loggedIn(demo, "reviewer");
    HttpResponse<String> answer = decider.post(one(), one(), Map.of("form", "GCM"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("HUB-7005", "審核申請案、產製檔案", "請由另一人辦理")
        .doesNotContain("<form method=\"post\" id=\"start\"");
    assertThat(agency.get(file()).body()).contains("尚未產製");
  }

  @Test
  @Order(2)
  void isMadeWithProgress() throws Exception {
    Page page = browser.openAs(starter, demo.property("portal.url") + one(), 1280, "zh-TW");
    page.locator("#start button").dblclick();
    page.waitForURL("**?told=start");
    assertThat(Browser.main(page)).contains("已開始產製檔案");
    HttpResponse<String> secondClick =
        starter.post(one(), one(), Map.of("form", "GCM", "seen", "0"));
    assertThat(secondClick.headers().firstValue("location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("?told=start"));
    assertThat(starter.post(one(), one(), Map.of("form", "GCM", "seen", "1")).statusCode())
        .isEqualTo(409);
    Await.until(() -> shown(starter, one()).contains("待下載簽收"));
    page.reload();
    PageLooks.check(page, "file-made", 1280);
    assertThat(Browser.main(page)).contains("SHA-256", "尚未下載", "demo-admin-2");
    assertThat(page.locator("#start").count()).isZero();
  }

  @Test
  @Order(3)
  void isNotCancelledByWhoDecided() throws Exception {
    PortalClient decider = PortalClient.loggedIn(demo, "reviewer");
    Matcher cancel = Pattern.compile("/(admin/deliveries/[^\"]*/cancel)").matcher("");
    assertThat(cancel.reset(decider.get(one()).body()).find()).isFalse();
    assertThat(cancel.reset(starter.get(one()).body()).find()).isTrue();
    HttpResponse<String> answer =
        decider.post(one(), cancel.group(1), Map.of("version", "3", "reason", "內容有誤"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("審核申請案、取消檔案");
  }

  @Test
  @Order(3)
  void isTakenFromItsBeginningAlone() throws Exception {
    String replaced = begun(agency);
    String address = begun(agency);
    HttpResponse<byte[]> old = agency.download(replaced, null);
    assertThat(old.statusCode()).isEqualTo(410);
    assertThat(text(old)).contains("已由較新之下載取代", "a newer download took its place");
    assertThat(agency.get(replaced).body()).contains("href=\"/" + file() + "\"");
    HttpResponse<Void> head = agency.head(address, "bytes=0-0");
    assertThat(head.statusCode()).isEqualTo(200);
    long size = head.headers().firstValueAsLong("Content-Length").orElseThrow();
    for (String tail : List.of("bytes=1-", "bytes=-1", "bytes=" + (size - 1) + "-")) {
      assertThat(refusedRange(address, tail, size)).as(tail).contains("bytes=0-");
    }
    HttpResponse<byte[]> first = agency.download(address, "bytes=0-0");
    assertThat(first.statusCode()).isEqualTo(206);
    assertThat(first.body()).hasSize(1);
    assertThat(refusedRange(address, "bytes=2-", size)).contains("bytes=1-", "依序下載");
    assertThat(shown(agency, file()))
        .contains("已送出 1 ", "；得續傳至 ", "；已由較新之下載取代")
        .doesNotContain("下載完成。");
  }

  private static String refusedRange(String address, String range, long size) throws Exception {
    HttpResponse<byte[]> refused = agency.download(address, range);
    assertThat(refused.statusCode()).isEqualTo(416);
    assertThat(refused.headers().firstValue("Content-Range")).contains("bytes */" + size);
    return text(refused);
  }

  @Test
  @Order(3)
  void resumesWhereItBroke() throws Exception {
    String address = begun(agency);
    HttpResponse<byte[]> begin = agency.download(address, "bytes=0-999");
    assertThat(begin.statusCode()).isEqualTo(206);
    assertThat(begin.body()).hasSize(1_000);
    assertThat(agency.download(address, "bytes=99999999-").statusCode()).isEqualTo(416);
    assertThat(starter.get(one()).body()).as("it can go on").doesNotContain("/reissue");
    HttpResponse<byte[]> rest = agency.download(address, "bytes=1000-");
    taken = new byte[1_000 + rest.body().length];
    System.arraycopy(begin.body(), 0, taken, 0, 1_000);
    System.arraycopy(rest.body(), 0, taken, 1_000, rest.body().length);
    assertThat(agency.get(file()).body())
        .contains(sha256(), "下載完成。請確認可解開後簽收")
        .doesNotContain("id=\"take\"");
    spent = address;
    HttpResponse<byte[]> twice = agency.download(address, null);
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(text(twice))
        .contains("已下載完成", "准予重新下載", "downloaded completely", "can allow another")
        .doesNotContain("<html");
    String never = address.replaceAll("[0-9a-f]{64}", "0".repeat(64));
    HttpResponse<byte[]> unknown = agency.download(never, null);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(text(unknown)).contains("查無下載", "There is no download");
    assertThat(agency.get(address).body()).contains("<html", "已下載完成");
    HttpResponse<String> again = agency.post(file(), file(), Map.of());
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("檔案已下載完成");
  }

  @Test
  @Order(4)
  void isOpenedWithTheKeyOfTheAgencyAlone() throws Exception {
    Files.write(folder.resolve("taken.p7m"), taken);
    assertThat(openssl("agency-b")).isNotZero();
    assertThat(openssl("agency-a-encryption")).isZero();
    try (ZipFile zip = new ZipFile(folder.resolve("content.zip").toFile())) {
      String manifest =
          new String(
              zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(manifest).contains(number, "TA_CURRENT_STAFF.csv");
      assertThat(zip.getEntry("TA_CURRENT_STAFF.csv").getSize()).isPositive();
    }
  }

  @Test
  @Order(5)
  void isTakenAgainByTheBrowserOnceTheMinistrySaysWhy() throws Exception {
    Page page = browser.openAs(starter, demo.property("portal.url") + one(), 1280, "zh-TW");
    page.locator("main .actions a[href$=reissue]").click();
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("理由");
    page.fill("#reason", "承辦人電腦損壞");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("已准予重新下載");
    Page own = browser.openAs(agency, demo.property("portal.url") + file(), 1280, "zh-TW");
    PageLooks.check(own, "file-take", 360);
    assertThat(Browser.main(own)).contains("下載完成，本部已准予再下載一次");
    Download download = own.waitForDownload(() -> own.locator("#take button").click());
    assertThat(download.suggestedFilename()).isEqualTo(number + ".p7m");
    assertThat(Files.readAllBytes(download.path())).isEqualTo(taken);
    own.locator("#take").waitFor(new Locator.WaitForOptions().setState(DETACHED));
    assertThat(Browser.main(own)).contains("下載完成。請確認可解開後簽收").doesNotContain("准予再下載");
  }

  @Test
  @Order(6)
  void isGoneOnceItIsAcknowledged() throws Exception {
    Page own = browser.openAs(agency, demo.property("portal.url") + file(), 1280, "zh-TW");
    own.fill("#sha256", "00");
    own.locator("form[action$=received] button").click();
    assertThat(own.locator("#summary").textContent()).contains("與本檔案不符");
    own.fill("#sha256", sha256());
    own.locator("form[action$=received] button").click();
    assertThat(Browser.main(own)).contains("已完成簽收");
    HttpResponse<byte[]> late = agency.download(spent, null);
    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(text(late)).contains("貴機關已簽收本檔案", "has acknowledged this file");
    assertThat(starter.get(one()).body())
        .contains("已簽收", "機關簽收", "草稿</span> → <span>待審核，簽署方式 甲級", "產製中，檔案 ", " 筆，SHA-256 ")
        .doesNotContainPattern("(PENDING|QUEUED|RUNNING|READY|RECEIVED)[ <]");
  }

  @Test
  @Order(7)
  void isNothingForOthers() throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, "agency-b");
    assertThat(other.get(file()).statusCode()).isEqualTo(404);
    assertThat(other.get("admin/deliveries").statusCode()).isEqualTo(403);
    assertThat(starter.get(file()).statusCode()).isEqualTo(403);
    PortalClient auditor = PortalClient.loggedIn(demo, "auditor");
    assertThat(auditor.get(one()).body()).doesNotContain("id=\"start\"");
    assertThat(auditor.post("admin/audit/acts", one(), Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  @Order(8)
  void isListedAndExported() throws Exception {
    assertThat(starter.get("admin/deliveries?number=" + number).body()).contains(number, "已簽收");
    assertThat(starter.get("admin/deliveries?format=csv").body()).contains(number, "尚未產製");
    assertThat(agency.get("progress?method=ONE_TIME_FILE").body())
        .contains("/progress/" + number + "/file");
    assertThat(agency.get("calls?application=" + number).body()).contains("檔案交換");
  }

  @Test
  @Order(9)
  void saysToItsAgencyThatItWasCancelled() throws Exception {
    assertThat(starter.post(one(), one(), Map.of("form", "GCM")).statusCode()).isEqualTo(302);
    Await.until(() -> shown(agency, file()).contains("id=\"take\""));
    Page page = browser.openAs(starter, demo.property("portal.url") + one(), 1280, "zh-TW");
    page.locator("main .actions a[href$=cancel]").click();
    page.fill("#reason", "內容有誤");
    page.locator("main button.danger").click();
    assertThat(Browser.main(page)).contains("檔案已取消");
    assertThat(agency.get(file()).body())
        .containsPattern("本部已於 [0-9/]+ [0-9:]+ 取消本檔案")
        .contains("本部如重新產製，將另行通知")
        .doesNotContain("尚未產製");
  }

  @Test
  @Order(10)
  void offersNoDownloadOnceItsCertificateWasWithdrawn() throws Exception {
    assertThat(starter.post(one(), one(), Map.of("form", "GCM")).statusCode()).isEqualTo(302);
    Await.until(() -> shown(agency, file()).contains("id=\"take\""));
    Matcher thumbprint =
        Pattern.compile("<p class=\"mono\">([0-9a-f]{64})<").matcher(shown(agency, file()));
    assertThat(thumbprint.find()).isTrue();
    String end = "admin/certificates/" + thumbprint.group(1) + "/end";
    Page page = browser.openAs(starter, demo.property("portal.url") + end, 1280, "zh-TW");
    page.fill("#reason", "卡片遺失");
    page.locator("main button.danger, main button.primary").first().click();
    assertThat(page.url()).contains("told=end");
    assertThat(shown(agency, file())).contains("HUB-7121").doesNotContain("id=\"take\"");
    assertThat(shown(starter, one())).contains("申請機關目前不得下載本檔案", "HUB-7121");
    PageLooks.check(
        browser.openAs(agency, demo.property("portal.url") + file(), 360, "zh-TW"),
        "file-withheld",
        360);
  }

  @Test
  @Order(11)
  void isNotMadeOnceItsGrantHasExpired() throws Exception {
    Matcher expired = Pattern.compile("/(admin/deliveries/APFQ[0-9]+)").matcher("");
    List<String> pages = new ArrayList<>();
    for (expired.reset(starter.get("admin/deliveries").body()); expired.find(); ) {
      pages.add(starter.get(expired.group(1)).body());
    }
    assertThat(pages)
        .filteredOn(page -> page.contains("本案授權已到期，不得產製檔案"))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(page).doesNotContain("開始產製"));
  }

  private static String one() {
    return "admin/deliveries/" + number;
  }

  private static String file() {
    return "progress/" + number + "/file";
  }

  private static String sha256() {
    return HexFormat.of().formatHex(Digests.sha256(taken));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String begun(PortalClient client) throws Exception {
    String location =
        client.post(file(), file(), Map.of()).headers().firstValue("location").orElseThrow();
    Matcher address = Pattern.compile("/(progress/.*\\.p7m)$").matcher(location);
    assertThat(address.find()).as(location).isTrue();
    return address.group(1);
  }

  private static String shown(PortalClient client, String path) {
    try {
      return client.get(path).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens what was taken with the key of this identity; the status of the command that failed. */
  private static int openssl(String identity) throws IOException, InterruptedException {
    Path pki = Path.of(demo.property("pki.dir"));
    int decrypted =
        run(
            "openssl cms -decrypt -inform DER -in taken.p7m -outform DER -out signed.p7m -inkey "
                + pki.resolve(identity + ".key")
                + " -recip "
                + pki.resolve(identity + ".crt"));
    return decrypted != 0
        ? decrypted
        : run(
            "openssl cms -verify -inform DER -in signed.p7m -binary -out content.zip -purpose any"
                + " -CAfile "
                + pki.resolve("ca.crt"));
  }

  private static int run(String command) throws IOException, InterruptedException {
    return new ProcessBuilder(command.split(" "))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("openssl.log").toFile())
        .start()
        .waitFor();
  }
}
