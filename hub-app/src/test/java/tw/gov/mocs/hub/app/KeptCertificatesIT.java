package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.app.NewCard.Wish;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.shared.RocDate;

/** 機關憑證管理, by two administrators and by those who may not. */
class KeptCertificatesIT {

  private static final Wish SIGNING = Wish.of(KeyUsage.digitalSignature);
  private static final String NEW = "admin/certificates/new";
  private static final String UNREGISTERED = "HUB-3007";

  @TempDir private Path folder = Path.of("");

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient first;
  private static PortalClient second;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    first = PortalClient.loggedIn(demo, "admin");
    second = PortalClient.loggedIn(demo, "admin-2");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void countsFromTheSecondPersonsConfirmationToItsEnd() throws Exception {
    NewCard card = NewCard.issue(demo, folder, SIGNING);
    Page page = open(first, NEW);
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫機關代碼", "請選擇憑證檔", "請至少選擇一項用途");
    page.fill("#agency", "A0999");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("機關代碼：查無此機關");
    page.fill("#agency", "a01000000a");
    page.setInputFiles("#file", folder.resolve("new.crt"));
    page.check("#use-CALL");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page))
        .contains("等待另一位管理者確認", "由您提出", "未證明持有金鑰", "與機關登記的 OID 相符", "數位簽章");
    assertThat(page.locator("main .actions a").allTextContents()).doesNotContain("確認");
    assertThat(called()).isEqualTo(UNREGISTERED);
    String path = page.url().replaceAll(".*/(admin/.*)\\?.*", "$1");
    String own = first.get(path + "/confirm").body();
    assertThat(own).contains("提出憑證、確認憑證 (HUB-7005)").doesNotContain("<textarea", "備註");
    assertThat(first.post(path, path + "/confirm", Map.of()).body()).contains("HUB-7005");
    assertThat(called()).isEqualTo(UNREGISTERED);

    Page other = open(second, path);
    press(other, "確認");
    assertThat(Browser.main(other)).contains("立即登記給 A01000000A", card.thumbprint());
    other.locator("main button.primary").click();
    assertThat(Browser.main(other)).contains("已確認，憑證可以使用", "demo-admin-2");
    assertThat(called()).isNotEqualTo(UNREGISTERED);

    press(other, "暫停使用");
    other.locator("main button.danger").click();
    assertThat(other.locator("#summary").textContent()).contains("請填寫理由");
    other.fill("#reason", "金鑰疑似外洩");
    other.locator("main button.danger").click();
    assertThat(Browser.main(other)).contains("已暫停使用");
    assertThat(called()).isEqualTo(UNREGISTERED);
    press(other, "恢復使用");
    other.fill("#reason", "查明無事");
    other.locator("main button.primary").click();
    assertThat(called()).isNotEqualTo(UNREGISTERED);

    press(other, "設定並用期限");
    other.fill("#until", "110/01/01");
    other.fill("#reason", "已換發");
    other.locator("main button.primary").click();
    assertThat(other.locator("#summary").textContent()).contains("最後使用日須在");
    other.fill("#until", new RocDate(RocDate.dayOf(Instant.now()).plusDays(30)).toString());
    other.locator("main button.primary").click();
    assertThat(Browser.main(other)).contains("並用期限已儲存", "最後使用日");
    assertThat(called()).isNotEqualTo(UNREGISTERED);

    press(other, "終止使用");
    other.fill("#reason", "機關停用");
    other.locator("main button.danger").dblclick();
    other.waitForURL("**told=end");
    assertThat(called()).isEqualTo(UNREGISTERED);
    assertThat(first.get("admin/agencies/A01000000A").body())
        .contains("金鑰疑似外洩", "設定憑證並用期限", "機關停用");
  }

  @Test
  void isNoCardOfTheMinistryWhenItIsUploadedNorWhenItIsConfirmed() throws Exception {
    byte[] ministry = Files.readAllBytes(Path.of(demo.property("pki.dir"), "auditor.crt"));
    Map<String, String> login = Map.of("agency", "A01000000A", "use", "LOGIN");
    assertThat(first.upload(NEW, NEW, login, "file", "x.crt", ministry).body())
        .contains("id=\"file-fault\"", "此憑證為本部帳號之憑證 (HUB-7002)");
    NewCard.issue(demo, folder, SIGNING);
    byte[] file = Files.readAllBytes(folder.resolve("new.crt"));
    String path =
        first
            .upload(NEW, NEW, Map.of("agency", "A01000000A", "use", "CALL"), "file", "x.crt", file)
            .headers()
            .firstValue("location")
            .orElseThrow()
            .replaceAll(".*/(admin/.*)\\?.*", "$1");
    String account = "admin/accounts/new";
    Map<String, String> typed =
        Map.of("name", "it-both", "displayName", "某人", "role", "AUDITOR", "reason", "業務需要");
    assertThat(first.upload(account, account, typed, "file", "x.crt", file).statusCode())
        .isEqualTo(302);
    assertThat(second.get(path + "/confirm").body())
        .contains("此憑證為本部帳號之憑證 (HUB-7002)")
        .doesNotContain("<textarea", "備註");
    String decline = path + "/decline";
    second.post(decline, decline, Map.of("reason", "本部之憑證"));
    String close = "admin/accounts/of/it-both/close";
    first.post(close, close, Map.of("version", "1", "reason", "測試結束"));
  }

  @Test
  void asksForTheRevocationAgainAndSaysOfWhen() throws Exception {
    String list = first.get("admin/certificates?q=0000000000000103").body();
    String path = list.replaceAll("(?s).*/(admin/certificates/[0-9a-f]{64})\".*", "$1");
    Page page = open(first, path);
    assertThat(Browser.main(page)).contains("憑證已廢止");
    String good = first.get("admin/certificates?q=0000000000000105").body();
    page.navigate(
        demo.property("portal.url")
            + good.replaceAll("(?s).*/(admin/certificates/[0-9a-f]{64})\".*", "$1"));
    page.locator("button.quiet:has-text('重新查詢')").click();
    assertThat(Browser.main(page)).contains("已重新查詢", "由信任的憑證機構簽發，未廢止", "結果產生於", "憑證鏈");
  }

  @Test
  void declinesWithAReasonThatTheAgencyReads() throws Exception {
    NewCard card = NewCard.issue(demo, folder, SIGNING);
    String path = uploaded(card);
    String act = path + "/decline";
    assertThat(second.post(act, act, Map.of("reason", "序號與來文不符")).statusCode()).isEqualTo(302);
    assertThat(second.get(path).body()).contains("不予確認", "序號與來文不符");
    assertThat(PortalClient.loggedIn(demo, "agency-a").get("certificates").body())
        .contains("序號與來文不符");
  }

  @Test
  void refusesWhatIsNoCertificateOfTheAgency() throws Exception {
    Wish other =
        new Wish(DemoPki.AGENCY_B_OID, KeyUsage.digitalSignature, 2048, Duration.ofDays(9));
    NewCard card = NewCard.issue(demo, folder, other);
    Map<String, String> typed = Map.of("agency", "A01000000A", "use", "CALL");
    assertThat(first.upload(NEW, NEW, typed, "file", card.file()).body()).contains("HUB-7003");
    byte[] none = "no certificate".getBytes(StandardCharsets.US_ASCII);
    assertThat(first.upload(NEW, NEW, typed, "file", none).body()).contains("不是 PEM 或 DER");
  }

  @Test
  void findsAndExports() throws Exception {
    String csv = first.get("admin/certificates?use=ENCRYPTION&format=csv&language=zh-TW").body();
    assertThat(csv).contains("0000000000000102", "加密").doesNotContain("0000000000000201");
    assertThat(first.get("admin/certificates?ends=7").body()).contains("沒有符合條件的憑證");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewer", "auditor", "agency-a"})
  void isForAdministratorsAlone(String who) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, who);
    assertThat(other.get("admin/certificates").statusCode()).isEqualTo(403);
    assertThat(other.get(NEW).statusCode()).isEqualTo(403);
    assertThat(
            other.post("progress", "admin/certificates/proposals/1/confirm", Map.of()).statusCode())
        .isEqualTo(403);
  }

  private String uploaded(NewCard card) throws Exception {
    Map<String, String> typed = Map.of("agency", "A01000000A", "use", "CALL");
    return first
        .upload(NEW, NEW, typed, "file", card.file())
        .headers()
        .firstValue("location")
        .orElseThrow()
        .replaceAll("^/|\\?.*", "");
  }

  private String called() throws Exception {
    return RefusedCall.code(demo, folder, "new", "agency-a");
  }

  private static Page open(PortalClient who, String path) throws Exception {
    return browser.openAs(who, demo.property("portal.url") + path, 1280, "zh-TW");
  }

  private static void press(Page page, String link) {
    page.locator("main .actions a:text-is('" + link + "')").first().click();
  }
}
