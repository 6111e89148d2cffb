package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 憑證登入: every certificate gets through TLS, and a page says the rest. */
class LoginIT {

  @TempDir private Path folder = Path.of("");

  private static RunningDemo demo;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    demo = RunningDemo.shared();
  }

  @ParameterizedTest
  @CsvSource({
    "agency-a, 示範機關甲",
    "agency-b, 示範機關乙",
    "admin, 管理者",
    "reviewer, 審核人員",
    "auditor, 稽核人員"
  })
  void logsInAndLeadsToThePortal(String name, String text) throws Exception {
    PortalClient browser = PortalClient.with(demo, name);
    HttpResponse<String> answer = browser.showCard("");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue(demo.property("portal.url"));
    assertThat(browser.get("").body()).contains(text, "登出");
  }

  @ParameterizedTest
  @CsvSource({
    "agency-a-expired, HUB-3002, 已過期或尚未生效",
    "agency-a-revoked, HUB-3005, 已經廢止",
    "agency-a-encryption, HUB-3003, 用途不是登入",
    "agency-unregistered, HUB-3007, 此憑證尚未分配權限，請洽系統管理員"
  })
  void saysWhyACertificateIsRefused(String name, String code, String text) throws Exception {
    PortalClient browser = PortalClient.with(demo, name);
    HttpResponse<String> answer = browser.showCard("login?then=/progress");
    assertThat(answer.headers().firstValue("location"))
        .hasValue(demo.property("portal.url") + "login/refused");
    assertThat(browser.session()).isEmpty();
    HttpResponse<String> page = browser.get("login/refused");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains(code, text);
  }

  @Test
  void namesTheCardThatIsToBeRegistered() throws Exception {
    PortalClient browser = PortalClient.with(demo, "agency-unregistered");
    browser.showCard("");
    assertThat(browser.get("login/refused").body())
        .containsPattern("憑證卡號</dt><dd class=\"mono\">[0-9A-Za-z-]+</dd>");
  }

  @Test
  void saysThatNobodyKnowsWhetherACertificateIsRevoked() throws Exception {
    NewCard.ofUnwatchedAuthority(demo, folder);
    PortalClient browser =
        PortalClient.with(demo, folder.resolve("new.crt"), folder.resolve("new.key"));
    browser.showCard("");
    HttpResponse<String> page = browser.get("login/refused");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("HUB-3006", "目前無法向憑證管理中心確認", "請數分鐘後再試");
    assertThat(browser.session()).isEmpty();
  }

  @Test
  void saysThatAnAgencyIsSuspended() throws Exception {
    PortalClient admin = PortalClient.loggedIn(demo, "admin");
    PortalClient browser = PortalClient.with(demo, "agency-b");
    put(admin, "suspend");
    try {
      browser.showCard("");
    } finally {
      put(admin, "resume");
    }
    HttpResponse<String> page = browser.get("login/refused");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("HUB-3008", "貴機關目前暫停使用本平臺");
    assertThat(browser.session()).isEmpty();
  }

  private static void put(PortalClient admin, String act) throws Exception {
    String path = "admin/agencies/A02000000B/" + act;
    Map<String, String> typed = Map.of("version", ReviewSteps.version(admin, path), "reason", "示範");
    assertThat(admin.post(path, path, typed).statusCode()).isEqualTo(302);
  }

  @Test
  void tellsAuditorsOfARefusedLogin() throws Exception {
    PortalClient auditor = PortalClient.loggedIn(demo, "auditor");
    PortalClient.with(demo, "agency-a-revoked").showCard("");
    String refused = "admin/audit/acts?action=LOGIN_REFUSED&agency=A01000000A";
    Await.until(() -> body(auditor, refused).contains("憑證已廢止 (HUB-3005)"));
    assertThat(body(auditor, refused)).contains("A01000000A", "127.0.0.1", "憑證序號：");
  }

  @Test
  void tellsAuditorsOfAStrangerWithoutSayingWhoHeIs() throws Exception {
    PortalClient auditor = PortalClient.loggedIn(demo, "auditor");
    PortalClient.stranger(demo).showCard("");
    String refused = "admin/audit/acts?action=LOGIN_REFUSED&actor=unknown";
    Await.until(() -> body(auditor, refused).contains("找不到可使用的憑證 (HUB-7011)"));
    assertThat(body(auditor, refused)).contains("身分不明");
  }

  private static String body(PortalClient browser, String path) {
    try {
      return browser.get(path).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsWhoHasNoCertificate() throws Exception {
    PortalClient browser = PortalClient.stranger(demo);
    browser.showCard("");
    assertThat(browser.get("login/refused").body()).contains("找不到可使用的憑證", "請放入IC卡");
  }

  @Test
  void saysAVerdictOnce() throws Exception {
    PortalClient browser = PortalClient.stranger(demo);
    browser.showCard("");
    HttpResponse<String> first = browser.get("login/refused");
    assertThat(first.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(browser.get("login/refused").body()).doesNotContain("找不到可使用的憑證");
  }

  @Test
  void leadsOnToThePageThatWasAskedFor() throws Exception {
    PortalClient browser = PortalClient.with(demo, "agency-a");
    HttpResponse<String> asked = browser.get("apply?x=1");
    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(asked.headers().firstValue("location")).hasValue("/login?then=%2Fapply%3Fx%3D1");
    assertThat(browser.showCard("login?then=/apply?x=1").headers().firstValue("location"))
        .hasValue(demo.property("portal.url") + "apply?x=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "%0d%0aa:%20b"})
  void leadsNowhereElse(String then) throws Exception {
    HttpResponse<String> answer =
        PortalClient.with(demo, "agency-a").showCard("login?then=" + then.replace("\\", "%5C"));
    assertThat(answer.headers().firstValue("location")).hasValue(demo.property("portal.url"));
  }

  @Test
  void givesASessionThatNobodyKnewBefore() throws Exception {
    PortalClient browser = PortalClient.with(demo, "agency-a");
    browser.showCard("");
    String first = browser.session().orElseThrow();
    browser.showCard("");
    assertThat(browser.session()).isPresent().get().isNotEqualTo(first);
  }

  @Test
  void keepsItsCookieFromScriptsAndOtherSites() throws Exception {
    HttpResponse<String> answer = PortalClient.with(demo, "agency-a").showCard("");
    assertThat(answer.headers().allValues("set-cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-session=")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax"));
  }

  @Test
  void endsTheLoginOfWhoShowsABadCardInstead() throws Exception {
    PortalClient good = PortalClient.loggedIn(demo, "agency-a");
    String session = good.session().orElseThrow();
    PortalClient bad = PortalClient.with(demo, "agency-unregistered");
    bad.adopt(session);
    bad.showCard("");
    assertThat(good.get("").body()).contains("尚未登入");
  }

  @Test
  void staysLoggedOut() throws Exception {
    PortalClient browser = PortalClient.loggedIn(demo, "agency-a");
    HttpResponse<String> answer = browser.post("", "logout", Map.of());
    assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/login/logged-out");
    assertThat(browser.get("login/logged-out").body()).contains("您已登出");
    assertThat(browser.get("progress").headers().firstValue("location").orElseThrow())
        .startsWith("/login?");
  }

  @Test
  void logsNobodyInAgainByWhatItSaysOfTheEnd() throws Exception {
    PortalClient browser = PortalClient.with(demo, "agency-a");
    assertThat(browser.showCard("login/ended?then=/").headers().firstValue("location"))
        .hasValue(demo.property("portal.url") + "login/ended");
    assertThat(browser.session()).isEmpty();
  }

  @Test
  void refusesAFormThatNoPageOfOursSent() throws Exception {
    PortalClient browser = PortalClient.loggedIn(demo, "agency-a");
    assertThat(browser.post("logout", "").statusCode()).isEqualTo(403);
    assertThat(browser.get("").body()).contains("登出");
  }

  @ParameterizedTest
  @CsvSource({"admin, apply", "reviewer, certificates", "agency-a, admin"})
  void showsNoPageOfAnotherRole(String name, String path) throws Exception {
    HttpResponse<String> page = PortalClient.loggedIn(demo, name).get(path);
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("您沒有使用此頁的權限").doesNotContain("表單已逾時");
  }

  @ParameterizedTest
  @CsvSource({"reviewer, false, false", "admin, false, true", "agency-a, true, true"})
  void offersAtHomeOnlyWhatTheRoleMayOpen(String name, boolean apply, boolean incidents)
      throws Exception {
    String home = PortalClient.loggedIn(demo, name).get("").body();
    assertThat(home.contains("<li><a href=\"/apply\"")).isEqualTo(apply);
    assertThat(home.contains("<li><a href=\"/incidents\"")).isEqualTo(incidents);
  }

  @Test
  void givesStrangersNoSession() throws Exception {
    PortalClient browser = PortalClient.stranger(demo);
    browser.get("");
    browser.get("login");
    assertThat(browser.session()).isEmpty();
  }

  @Test
  void tellsWhoSignedHisOwnCertificate(@TempDir Path folder) throws Exception {
    Path certificate = folder.resolve("stranger.crt");
    Path key = folder.resolve("stranger.key");
    String command =
        "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=stranger -keyout %s -out %s";
    assertThat(new ProcessBuilder(command.formatted(key, certificate).split(" ")).start().waitFor())
        .isZero();
    PortalClient browser = PortalClient.with(demo, certificate, key);
    browser.showCard("");
    assertThat(browser.get("login/refused").body()).contains("憑證不是由信任的憑證機構簽發");
  }

  @Test
  void keepsNoConnectionForTheNext() throws Exception {
    HttpResponse<String> answer = PortalClient.stranger(demo).showCard("");
    assertThat(answer.headers().firstValue("connection")).hasValue("close");
  }

  @Test
  void speaksTls12Only() throws Exception {
    assertThat(handshake(demo.trusting(null)).getProtocol()).isEqualTo("TLSv1.2");
  }

  @Test
  void resumesNoSessionNotEvenAtOnce() throws Exception {
    SSLContext client = demo.trusting(PortalClient.keys(demo, "agency-a"));
    byte[] first = handshake(client).getId();
    assertThat(first).isNotEmpty().isNotEqualTo(handshake(client).getId());
  }

  @Test
  void servesFilesWithoutLeadingAway() throws Exception {
    assertThat(PortalClient.stranger(demo).showCard("static/portal.css").statusCode())
        .isEqualTo(200);
  }

  private static SSLSession handshake(SSLContext client) throws IOException {
    URI address = URI.create(demo.property("portal.cert.url"));
    try (SSLSocket socket =
        (SSLSocket) client.getSocketFactory().createSocket(address.getHost(), address.getPort())) {
      socket.startHandshake();
      return socket.getSession();
    }
  }
}
