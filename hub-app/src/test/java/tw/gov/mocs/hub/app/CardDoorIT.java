package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.shared.KeyFiles;

/** Where browsers show their certificate: every one gets through TLS, and a page says the rest. */
class CardDoorIT {

  /** The title above every verdict. */
  private static final String VERDICT = "憑證檢查結果";

  private static RunningDemo demo;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    demo = RunningDemo.shared();
  }

  @ParameterizedTest
  @CsvSource({
    "agency-a, 憑證有效",
    "admin, 憑證有效",
    "agency-a-expired, 憑證已過期或尚未生效",
    "agency-a-revoked, HUB-3005",
    "agency-a-encryption, HUB-3003",
    "agency-unregistered, 此憑證尚未分配權限"
  })
  void judgesACertificateAndLeadsToThePortal(String name, String text) throws Exception {
    HttpResponse<String> answer = open(pki(name + ".crt"), pki(name + ".key"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue(demo.property("portal.url"));
    assertThat(portal(cookie(answer)).body()).contains(VERDICT, text);
  }

  @Test
  void showsAVerdictOnce() throws Exception {
    String given = setCookie(open(demo.trusting(null)));
    assertThat(given)
        .startsWith("__Host-card=none.")
        .contains("Path=/", "Max-Age=60", "Secure", "HttpOnly", "SameSite=Lax");
    HttpResponse<String> page = portal(given.substring(0, given.indexOf(';')));
    assertThat(setCookie(page)).startsWith("__Host-card=;").contains("Path=/", "Max-Age=0");
    assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
  }

  @Test
  void showsNoVerdictThatItDidNotGive() throws Exception {
    String given = cookie(open(demo.trusting(null)));
    assertThat(portal(given).body()).contains(VERDICT);
    assertThat(portal(given.replace("none", "known")).body()).doesNotContain(VERDICT);
    assertThat(portal("__Host-card=known").body()).doesNotContain(VERDICT);
    assertThat(demo.get(demo.property("portal.url") + "?card=known")).doesNotContain(VERDICT);
  }

  @Test
  void tellsWhoSignedHisOwnCertificate(@TempDir Path folder) throws Exception {
    Path certificate = folder.resolve("stranger.crt");
    Path key = folder.resolve("stranger.key");
    String command =
        "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=stranger -keyout %s -out %s";
    assertThat(new ProcessBuilder(command.formatted(key, certificate).split(" ")).start().waitFor())
        .isZero();
    HttpResponse<String> answer = open(certificate, key);
    assertThat(portal(cookie(answer)).body()).contains("憑證不是由信任的憑證機構簽發");
  }

  @Test
  void tellsWhoHasNoCertificate() throws Exception {
    HttpResponse<String> answer = open(demo.trusting(null));
    assertThat(portal(cookie(answer)).body()).contains("瀏覽器沒有提供憑證");
  }

  @Test
  void keepsNoConnectionForTheNext() throws Exception {
    assertThat(open(demo.trusting(null)).headers().firstValue("connection")).hasValue("close");
  }

  @Test
  void speaksTls12Only() throws Exception {
    assertThat(handshake(demo.trusting(null)).getProtocol()).isEqualTo("TLSv1.2");
  }

  @Test
  void resumesNoSessionAfterASecond() throws Exception {
    SSLContext client = demo.trusting(keys(pki("agency-a.crt"), pki("agency-a.key")));
    byte[] first = handshake(client).getId();
    Thread.sleep(1_500);
    assertThat(first).isNotEmpty().isNotEqualTo(handshake(client).getId());
  }

  @Test
  void servesFilesWithoutLeadingAway() throws Exception {
    assertThat(open(demo.trusting(null), "static/portal.css").statusCode()).isEqualTo(200);
  }

  private static SSLSession handshake(SSLContext client) throws IOException {
    URI address = URI.create(demo.property("portal.cert.url"));
    try (SSLSocket socket =
        (SSLSocket) client.getSocketFactory().createSocket(address.getHost(), address.getPort())) {
      socket.startHandshake();
      return socket.getSession();
    }
  }

  private static HttpResponse<String> open(Path certificate, Path key) throws Exception {
    return open(demo.trusting(keys(certificate, key)));
  }

  private static HttpResponse<String> open(SSLContext client) throws Exception {
    return open(client, "");
  }

  private static HttpResponse<String> open(SSLContext client, String path) throws Exception {
    return get(client, demo.property("portal.cert.url") + path, "Accept", "text/html");
  }

  private static KeyManager[] keys(Path certificate, Path key) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    PrivateKey own = KeyFiles.privateKey(key);
    X509Certificate[] chain = KeyFiles.certificates(certificate).toArray(X509Certificate[]::new);
    store.setKeyEntry("own", own, new char[0], chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    return keys.getKeyManagers();
  }

  private static Path pki(String file) throws IOException {
    return Path.of(demo.property("pki.dir"), file);
  }

  /** The cookie with the verdict on a certificate of the demo, as {@code name=value}. */
  static String verdictOn(RunningDemo demo, String name) throws Exception {
    Path folder = Path.of(demo.property("pki.dir"));
    KeyManager[] keys = keys(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
    return cookie(
        get(demo.trusting(keys), demo.property("portal.cert.url"), "Accept", "text/html"));
  }

  private static String cookie(HttpResponse<String> answer) {
    String given = setCookie(answer);
    return given.substring(0, given.indexOf(';'));
  }

  private static String setCookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("set-cookie").orElseThrow();
  }

  private static HttpResponse<String> portal(String cookie) throws Exception {
    return get(demo.trusting(null), demo.property("portal.url"), "Cookie", cookie);
  }

  private static HttpResponse<String> get(SSLContext client, String address, String... headers)
      throws Exception {
    return HttpClient.newBuilder()
        .sslContext(client)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(address)).headers(headers).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
