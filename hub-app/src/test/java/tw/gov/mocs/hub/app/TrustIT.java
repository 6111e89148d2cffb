package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.trust.Certificates;

/** 信任憑證管理, by two administrators and by those who may not. */
class TrustIT {

  private static final String LIST = "admin/trust";
  private static final String NEW = "admin/trust/new";
  private static final String SOURCES = "admin/trust/sources";
  private static final String UPLOAD = "admin/certificates/new";
  private static final Instant FROM = Instant.now().minus(Duration.ofDays(600));
  private static final Instant UNTIL = Instant.now().plus(Duration.ofDays(600));

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
  void trustsAndDistrustsAnAuthorityByTwoPersonsAlone() throws Exception {
    CertificateAuthority authority = authority("CN=新設憑證管理中心,O=測試,C=TW");
    String thumbprint = Certificates.thumbprint(authority.certificate());
    HttpServer server = serving(authority);
    try {
      String list = "http://127.0.0.1:" + server.getAddress().getPort() + "/new.crl";
      assertThat(uploaded(authority)).contains("HUB-3001");

      Page page = open(first, NEW);
      page.locator("main button.primary").click();
      assertThat(page.locator("#summary").textContent()).contains("請選擇憑證檔");
      page.setInputFiles("#file", file(authority));
      page.locator("main button.primary").click();
      assertThat(Browser.main(page))
          .contains("新設憑證管理中心", "自簽", "RSA 2048", "SHA256withRSA", "層數不限", "核對指紋")
          .contains(thumbprint.toUpperCase(Locale.ROOT).substring(0, 4) + " ");
      page.fill("#crl", "file:///etc/passwd");
      page.locator("main button.primary").click();
      assertThat(page.locator("#summary").textContent()).contains("http://", "請填寫理由");
      page.fill("#crl", list);
      page.fill("#reason", "行政院函示新設");
      page.locator("main button.primary").dblclick();
      page.waitForURL("**/admin/trust?told=proposed");
      assertThat(Browser.main(page)).contains("等待另一位管理者確認", "行政院函示新設");
      assertThat(page.locator("tr:has-text('新設憑證管理中心') a").allTextContents())
          .containsExactly("不予確認");
      String proposal = proposal(first);
      assertThat(
              first
                  .post(proposal + "/confirm", proposal + "/confirm", Map.of("compared", "true"))
                  .body())
          .contains("HUB-7302");
      assertThat(uploaded(authority)).contains("HUB-3001");

      Page other = open(second, LIST);
      other.locator("tr:has-text('新設憑證管理中心') a:text-is('確認')").click();
      assertThat(Browser.main(other)).contains("立即生效", list, "demo-admin");
      other.locator("main button.primary").click();
      assertThat(other.locator("#summary").textContent()).contains("請先向憑證機構核對指紋");
      other.check("#compared");
      other.locator("main button.primary").dblclick();
      other.waitForURL("**/admin/trust?told=*");
      assertThat(Browser.main(other)).contains("新設憑證管理中心");
      Await.until(() -> answered("new.crl"));
      assertThat(uploaded(authority)).doesNotContain("HUB-3001");

      withdraw(thumbprint, list);
      assertThat(uploaded(authority)).contains("HUB-3001");
    } finally {
      server.stop(0);
    }
  }

  /** By the other two: who proposed it does not confirm it. */
  private static void withdraw(String thumbprint, String list) throws Exception {
    String one = "admin/trust/of/" + thumbprint;
    Page detail = open(second, one);
    assertThat(Browser.main(detail)).contains(list, "確認新增", "demo-admin-2", "行政院函示新設");
    detail.locator("main .actions a:text-is('移除信任憑證')").click();
    assertThat(Browser.main(detail)).contains("沒有登記的憑證或帳號會受影響");
    detail.fill("#reason", "測試結束");
    detail.locator("main button.danger").click();
    assertThat(Browser.main(detail)).contains("已提出");
    String removal = proposal(second) + "/confirm";
    assertThat(second.post(removal, removal, Map.of()).body()).contains("HUB-7302");
    assertThat(first.get(one).statusCode()).isEqualTo(200);
    Page confirm = open(first, removal);
    confirm.locator("main button.danger").click();
    assertThat(Browser.main(confirm)).contains("已確認並生效");
    assertThat(first.get(one).statusCode()).isEqualTo(404);
  }

  @Test
  void showsWhoStandsBelowAnAuthorityAndKeepsThoseOfTheSettings() throws Exception {
    Page page = open(first, LIST + "?kind=INTERMEDIATE");
    assertThat(Browser.main(page)).contains("共 1 筆", "還有", "有效");
    assertThat(page.locator("tbody tr").last().textContent()).containsPattern("[1-9][0-9]* 張");
    page.locator("tbody th a").first().click();
    assertThat(Browser.main(page))
        .contains("由系統設定檔指定", "經由這個憑證機構的登記憑證", "A01000000A", "SHA-256 指紋");
    assertThat(page.locator("main .actions a").allTextContents()).doesNotContain("移除信任憑證");
    String withdraw = page.url().replaceAll(".*/(admin/trust/of/[0-9a-f]{64}).*", "$1/withdraw");
    assertThat(first.post(LIST, withdraw, Map.of("reason", "x")).body()).contains("HUB-7304");
  }

  @Test
  void asksForTheRevocationListsNow() throws Exception {
    Page page = open(first, SOURCES + "?kind=CRL");
    assertThat(Browser.main(page)).contains("分鐘前", "系統設定檔", "正常");
    page.locator("tbody button").first().click();
    assertThat(Browser.main(page)).contains("已取得最新結果");
    assertThat(first.get(SOURCES + "?format=csv&language=zh-TW").body())
        .contains("下次更新", "廢止筆數", "CRL", "正常");
  }

  @Test
  void refusesWhatIsNoAuthority() throws Exception {
    NewCard leaf = NewCard.issue(demo, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    assertThat(told(leaf.file())).contains("不是憑證機構");
    CertificateAuthority authority = authority("CN=兩張");
    byte[] one = Files.readAllBytes(file(authority));
    assertThat(told((text(one) + text(leaf.file())).getBytes(StandardCharsets.US_ASCII)))
        .contains("含有數張憑證");
    String key = Files.readString(folder.resolve("new.key"));
    assertThat(told((text(one) + key).getBytes(StandardCharsets.US_ASCII))).contains("含有私密金鑰");
    assertThat(told("none".getBytes(StandardCharsets.US_ASCII))).contains("不是 PEM 或 DER");
    KeyPair weak = KeyPairs.rsa(1024);
    assertThat(
            told(
                Certificates.der(
                    CertificateAuthority.root("CN=弱", weak, FROM, UNTIL).certificate())))
        .contains("HUB-3004", "2048");
    Path root = Path.of(demo.property("pki.dir"), "ca.crt");
    assertThat(told(Files.readAllBytes(root))).contains("HUB-7006");
  }

  @Test
  void findsAndExports() throws Exception {
    assertThat(first.get(LIST + "?q=zzz").body()).contains("沒有符合條件的信任憑證");
    assertThat(first.get(LIST + "?kind=ROOT&format=csv&language=zh-TW").body())
        .contains("根憑證", "下層憑證", "系統設定檔")
        .doesNotContain("中繼憑證");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewer", "auditor", "agency-a"})
  void isForAdministratorsAlone(String who) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, who);
    assertThat(other.get(LIST).statusCode()).isEqualTo(403);
    assertThat(other.get(SOURCES).statusCode()).isEqualTo(403);
    assertThat(other.post("progress", NEW + "/propose", Map.of()).statusCode()).isEqualTo(403);
    assertThat(other.post("progress", "admin/trust/proposals/1/confirm", Map.of()).statusCode())
        .isEqualTo(403);
  }

  private static CertificateAuthority authority(String name) {
    return CertificateAuthority.root(name, KeyPairs.rsa(), FROM, UNTIL);
  }

  private static boolean answered(String address) {
    try {
      return first.get(SOURCES + "?state=GOOD&q=" + address).body().contains(address + "<");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers with the list of what the authority revoked. */
  private static HttpServer serving(CertificateAuthority authority) throws Exception {
    Instant now = Instant.now();
    byte[] list =
        authority
            .crl(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(9)), 1)
            .getEncoded();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/new.crl",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
          }
        });
    server.start();
    return server;
  }

  /** What the form says of a certificate that the authority issued to an agency. */
  private String uploaded(CertificateAuthority authority) throws Exception {
    NewCard card = NewCard.issue(authority, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    Map<String, String> typed = Map.of("agency", "A01000000A", "use", "CALL");
    return first.upload(UPLOAD, UPLOAD, typed, "file", card.file()).body();
  }

  private Path file(CertificateAuthority authority) throws Exception {
    String content =
        Base64.getMimeEncoder().encodeToString(Certificates.der(authority.certificate()));
    return Files.writeString(
        folder.resolve("authority.crt"),
        "-----BEGIN CERTIFICATE-----\n" + content + "\n-----END CERTIFICATE-----\n");
  }

  private static String told(byte[] file) throws Exception {
    return first.upload(NEW, NEW, Map.of(), "file", file).body();
  }

  private static String proposal(PortalClient who) throws Exception {
    return who.get(LIST).body().replaceAll("(?s).*/(admin/trust/proposals/[0-9]+)/decline.*", "$1");
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.US_ASCII);
  }

  private static Page open(PortalClient who, String path) throws Exception {
    return browser.openAs(who, demo.property("portal.url") + path, 1280, "zh-TW");
  }
}
