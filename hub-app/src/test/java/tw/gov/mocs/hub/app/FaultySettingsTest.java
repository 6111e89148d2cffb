package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.shared.NativeCrypto;

/** What {@code serve} does not start with, {@code check-config} names, in the same words. */
class FaultySettingsTest {

  @TempDir private static Path folder = Path.of("");

  private static final Properties GOOD = new Properties();

  private record Result(int status, String out, String err) {}

  @BeforeAll
  static void make() throws IOException {
    // As the hub does: Java's own RSA takes a fifth of the time of these tests.
    NativeCrypto.install();
    DemoPki pki = SharedPki.in(folder.resolve("pki"));
    try (var reader =
        Files.newBufferedReader(DemoSettings.write(folder, pki, DemoSettings.Ports.free()))) {
      GOOD.load(reader);
    }
    Files.writeString(folder.resolve("text"), "no key\n");
    Files.writeString(folder.resolve("short"), "abcd\n");
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
    Files.setPosixFilePermissions(
        folder.resolve("short"), PosixFilePermissions.fromString("rw-------"));
    Path open = folder.resolve("open.key");
    Files.copy(pki.tokenKey(), open);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
  }

  @Test
  void passesWhatTheDemoWrites() throws IOException {
    assertThat(execute("check-config", Map.of()).status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "hub.trust.roots, DIR/absent.crt, there is no such file",
    "hub.trust.roots, DIR/text, it holds no certificate",
    "hub.trust.intermediates, DIR/text, it holds no certificate",
    "hub.trust.revocation[0].issuer, DIR/absent.crt, neither a certificate file nor",
    "hub.trust.revocation[0].crl, gopher://ca/list, crl must be a file:",
    "hub.trust.revocation[1].crl, '', it has neither crl nor ocsp",
    "hub.trust.grace, soon, soon",
    "hub.trust.grace, -1h, must be longer",
    "hub.trust.grace, 169h, must be shorter",
    "hub.trust.fetch-timeout, 0s, must be longer",
    "hub.trust.agency-oid-attributes, abc, must match",
    "hub.exchange.token-validity, -1m, must be longer",
    "hub.ws.clock-skew, -5s, must be longer",
    "hub.ws.max-age, 31m, must be shorter",
    "hub.ws.http.message-time, 0s, must be longer",
    "hub.ws.xml.max-depth, '', must not be empty; leave it out for the default",
    "hub.ws.public-url, foo, must be an http",
    "hub.web.certificate-url, foo, must be an http",
    "hub.notice.smtp.timeout, 0s, must be longer",
    "hub.exchange.token-key, DIR/absent.key, there is no such file",
    "hub.exchange.token-key, DIR/open.key, others can read it",
    "hub.exchange.token-key, DIR, it cannot be read",
    "hub.exchange.token-key, DIR/pki/evidence.key, it is the key of hub.audit.evidence-keys[0].file too",
    "hub.exchange.token-validity, 0s, 不得短於 1 秒",
    "hub.ws.http.message-time, 0s, 不得短於 1 毫秒",
    "hub.ws.http.message-time, 0s, 1 millisecond",
    "hub.ws.max-age, 31m, 不得長於 30 分鐘",
    "hub.trust.roots, DIR, it cannot be read",
    "hub.audit.checkpoint-file, DIR, it is no file that can be written",
    "hub.audit.checkpoint-file, DIR/text, it holds something else than checkpoints",
    "hub.audit.checkpoint-file, DIR/pki/token.key, it holds something else than checkpoints",
    "hub.ws.signing-key, DIR, it cannot be read",
    "hub.ws.signing-certificate, DIR/binary, no certificate can be read from it",
    "hub.ws.spool-folder, /proc/x, /proc cannot be written",
    "hub.exchange.past-token-keys, DIR/short, 64 hexadecimal digits",
    "hub.audit.identity-hash-keys[1].file, DIR/absent.key, there is no such file",
    "hub.audit.evidence-keys[0].file, DIR/open.key, others can read it",
    "hub.audit.evidence-keys[0].id, '', must",
    "hub.audit.checkpoint-key, DIR/pki/tls.key, it is not the key of",
    "hub.receipt.key, DIR/pki/tls.key, it is not the key of",
    "hub.delivery.key, DIR/pki/tls.key, it is not the key of",
    "hub.delivery.folder, DIR/text, is no folder",
    "hub.delivery.kept, 1h, must",
    "hub.receipt.key, DIR/open.key, others can read it",
    "hub.receipt.certificate, DIR/text, it holds no certificate",
    "hub.audit.checkpoint-file, DIR/text/checkpoints, is no folder",
    "hub.audit.node, a b, must match",
    "hub.ws.tls-key, DIR/pki/hub.key, it is not the key of",
    "hub.ws.signing-key, DIR/pki/tls.key, it is not the key of",
    "hub.ws.signing-certificate, DIR/text, it holds no certificate",
    "hub.ws.spool-folder, DIR/text, is no folder",
    "hub.ws.spool-folder, '', must not be empty",
    "hub.ws.trusted-proxies, 10.0.0.0/33, not an address block",
    "hub.ws.trusted-proxies, proxy.example, not an address block",
    "hub.ws.path, exchange, must match",
    "hub.file.folder, DIR/text, is no folder",
    "hub.file.folder, '', is missing",
    "hub.file.clamav.port, 0, must be",
    "hub.web.tls-key, DIR/pki/hub.key, it is not the key of",
    "hub.web.tls-certificate, '', is missing",
    "hub.web.port, eight, is no number: eight",
    "hub.ws.plain-http, maybe, is neither true nor false: maybe",
    "hub.database.url, mysql:hub, must begin with",
    "hub.source.url, '', is missing",
  })
  void namesTheFaultAndServesNothing(String setting, String value, String why) throws IOException {
    Map<String, String> spoilt = Map.of(setting, value.replace("DIR", folder.toString()));
    Result check = execute("check-config", spoilt);
    String record = setting.replaceAll("(.*revocation\\[\\d]).*", "$1");
    assertThat(check.err()).isNotEmpty();
    assertThat(check.err().lines())
        .as(check.err())
        .anyMatch(line -> line.startsWith(record) && line.contains(why))
        .allMatch(line -> line.matches(".*\\p{IsHan}.* · .*[a-z].*"));
    Result serve = execute("serve", spoilt);
    assertThat(serve.err()).isEqualTo(check.err());
    assertThat(serve.status()).isEqualTo(check.status()).isEqualTo(1);
    assertThat(serve.err()).doesNotContain("\tat ", "Exception");
  }

  @Test
  void checksForTheRolesThatAreNamed() throws IOException {
    Map<String, String> spoilt = Map.of("hub.ws.signing-key", "/nowhere/hub.key");
    assertThat(execute("check-config", spoilt).status()).isEqualTo(1);
    assertThat(execute("check-config", spoilt, "ws").status()).isEqualTo(1);
    Result web = execute("check-config", spoilt, "web");
    assertThat(web.err()).isEmpty();
    assertThat(web.out()).contains("(web)");
  }

  @Test
  void namesEveryFaultOfEveryKindAtOnce() throws IOException {
    Map<String, String> spoilt = new LinkedHashMap<>();
    spoilt.put("hub.web.port", "eight");
    spoilt.put("hub.web.certificate-port", "99999");
    spoilt.put("hub.web.tls-key", folder.resolve("absent.key").toString());
    spoilt.put("hub.ws.signing-key", folder.resolve("pki/tls.key").toString());
    spoilt.put("hub.ws.http.threads", "0");
    spoilt.put("hub.trust.roots", folder.resolve("text").toString());
    spoilt.put("hub.datbase.url", "jdbc:h2:mem:x");
    Result check = execute("check-config", spoilt);
    assertThat(check.err().lines()).hasSize(spoilt.size() + 1);
    spoilt.keySet().forEach(name -> assertThat(check.err()).contains(name));
  }

  @Test
  void namesWhatDoesNotGoTogether() throws IOException {
    Map<String, String> spoilt = new LinkedHashMap<>();
    spoilt.put("hub.exchange.max-page-rows", "5");
    spoilt.put("hub.web.session-idle", "9h");
    Result check = execute("check-config", spoilt);
    assertThat(check.err())
        .contains("hub.exchange: page-rows 不得大於 max-page-rows")
        .contains("hub.web: session-idle 不得長於 session-life");
  }

  @ParameterizedTest
  @CsvSource({
    "hub.ws.plain-http-port, hub.ws.port",
    "hub.web.port, hub.ws.plain-http-port",
    "hub.web.certificate-port, hub.web.port",
  })
  void givesEachDoorAPortOfItsOwn(String setting, String other) throws IOException {
    Result check = execute("check-config", Map.of(setting, GOOD.getProperty(other)));
    assertThat(check.err().lines())
        .hasSize(2)
        .contains(setting + ": 與 " + other + " 的埠號相同 · is the port of " + other + " too");
  }

  @Test
  void leavesThePortOfWhatIsNotServedFree() throws IOException {
    Map<String, String> spoilt = Map.of("hub.web.port", GOOD.getProperty("hub.ws.port"));
    assertThat(execute("check-config", spoilt, "web").status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"identity-hash-keys", "evidence-keys"})
  void givesEachKeyAnIdOfItsOwn(String keys) throws IOException {
    String list = "hub.audit." + keys;
    Map<String, String> spoilt = new LinkedHashMap<>();
    spoilt.put(list + "[1].id", "demo");
    spoilt.put(list + "[1].file", GOOD.getProperty(list + "[0].file"));
    assertThat(execute("check-config", spoilt).err())
        .contains(list + ": 有兩把金鑰的 id 都是 demo · two keys have the id demo");
  }

  @ParameterizedTest
  @CsvSource({
    "hub.audit.checkpoint, hub.ws.signing",
    "hub.delivery., hub.receipt.",
    "hub.ws.signing, hub.ws.tls"
  })
  void givesEachSignatureAKeyOfItsOwn(String setting, String other) throws IOException {
    String key = setting.endsWith(".") ? "key" : "-key";
    String certificate = setting.endsWith(".") ? "certificate" : "-certificate";
    Map<String, String> spoilt =
        Map.of(
            setting + key, GOOD.getProperty(other + key),
            setting + certificate, GOOD.getProperty(other + certificate));
    assertThat(execute("check-config", spoilt).err())
        .contains(setting + key + ": 與 ", "it is the key of ", other + key + " too");
  }

  @ParameterizedTest
  @ValueSource(longs = {-40, 40})
  void signsAnswersWithNoCertificateOfAnotherTime(long years) throws IOException {
    Duration away = Duration.ofDays(365 * years);
    Path other = folder.resolve("pki" + years);
    DemoPki pki = DemoPki.make(other, Clock.offset(Clock.systemUTC(), away));
    Map<String, String> spoilt =
        Map.of(
            "hub.ws.signing-key", pki.hub().key().toString(),
            "hub.ws.signing-certificate", pki.hub().certificate().toString());
    assertThat(execute("check-config", spoilt).err())
        .startsWith("hub.ws.signing-certificate: 檔案 ")
        .contains("目前不在其內 · ", "its certificate counts from ");
  }

  @Test
  void writesToNoFileThatHoldsSomethingElse() throws IOException {
    Path foreign = Files.writeString(folder.resolve("letter"), "Dear reader,\n\nhello\n");
    execute("serve", Map.of("hub.audit.checkpoint-file", foreign.toString()));
    assertThat(foreign).hasContent("Dear reader,\n\nhello\n");
  }

  private static Result execute(String command, Map<String, String> spoilt, String... roles)
      throws IOException {
    Properties all = new Properties();
    all.putAll(GOOD);
    all.putAll(spoilt);
    if (spoilt.containsKey("hub.audit.identity-hash-keys[1].file")) {
      all.putIfAbsent("hub.audit.identity-hash-keys[1].id", "past");
    }
    Path file = folder.resolve("spoilt.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      all.store(writer, null);
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = HubMain.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> words = new ArrayList<>(List.of(command, "--config", file.toString()));
    words.addAll(List.of(roles));
    int status = line.execute(words.toArray(String[]::new));
    return new Result(status, out.toString(), err.toString());
  }
}
