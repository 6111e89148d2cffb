package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoIT {

  private static final List<String> PORTS =
      List.of(
          "--portal-port", "--certificate-port", "--soap-port", "--soap-http-port", "--ocsp-port");

  @TempDir private static Path home = Path.of("");

  private static RunningDemo demo;

  /** With all its records, as users begin it. */
  @BeforeAll
  static void start() throws IOException, InterruptedException {
    demo = RunningDemo.start(home);
  }

  @AfterAll
  static void end() throws InterruptedException {
    demo.close();
  }

  @Test
  void printsTheRowsOfItsFirstCall() throws IOException {
    assertThat(demo.output()).contains(demo.properties().getProperty("sample.idNo"));
  }

  @Test
  void tellsWhereAnotherCallFindsIt() {
    assertThat(demo.output())
        .contains("./hub call SQ_TA_002 --as agency-a --demo " + demo.propertiesFile());
  }

  @Test
  void alarmsNobodyBecauseItsRecordsAreStillBeingMade() {
    assertThat(demo.output()).doesNotContain("hub.source.user");
  }

  @Test
  void itsFileIsMadeFromRecordsThatAreThere() throws Exception {
    PortalClient administrator = PortalClient.loggedIn(demo, "admin");
    Await.until(() -> !files(administrator).matches("(?s).*(等待產製|產製中).*"));
    assertThat(files(administrator)).contains("待下載簽收").doesNotContain("產製失敗");
  }

  private static String files(PortalClient administrator) {
    try {
      return administrator.get("admin/deliveries").body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsEveryProgramHowToReachIt() throws IOException {
    assertThat(demo.properties().stringPropertyNames())
        .contains(
            "soap.url",
            "soap.wsdl",
            "soap.http.url",
            "portal.url",
            "portal.cert.url",
            "pki.dir",
            "hub.certificate",
            "ocsp.url",
            "application.agency-a",
            "application.agency-b",
            "sample.idNo");
  }

  @Test
  void leavesEveryCertificateWhereItSays() throws IOException {
    Path pki = Path.of(demo.properties().getProperty("pki.dir"));
    for (String name :
        new String[] {
          "hub",
          "agency-a",
          "agency-b",
          "admin",
          "admin-2",
          "reviewer",
          "reviewer-2",
          "auditor",
          "agency-a-encryption",
          "agency-a-revoked",
          "agency-a-expired",
          "agency-a-next",
          "agency-unregistered"
        }) {
      assertThat(pki.resolve(name + ".crt")).exists();
      assertThat(pki.resolve(name + ".key")).exists();
      assertThat(pki.resolve(name + ".p12")).exists();
    }
    assertThat(pki.resolve("ca.crt")).exists();
    assertThat(pki.resolve("ca.key")).exists();
    assertThat(pki.resolve("tls.crt")).exists();
  }

  @Test
  void linksFromTheHomePageToTheContract() throws Exception {
    String contract = demo.properties().getProperty("soap.wsdl").replace("localhost", "127.0.0.1");
    assertThat(demo.get(demo.properties().getProperty("portal.url")))
        .contains("href=\"" + contract + "\"", "無法在不被察覺下竄改");
  }

  @Test
  void answersACallOfTheCommandLine() throws IOException, InterruptedException {
    Process call =
        RunningDemo.hub(
                "call", "SQ_TA_002", "--as", "agency-a", "--demo", demo.propertiesFile().toString())
            .start();
    String output = new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(call.waitFor()).as(output).isZero();
    assertThat(output).contains(demo.properties().getProperty("sample.idNo"));
  }

  @ParameterizedTest
  @CsvSource({
    "agency-a-revoked, HUB-3005",
    "agency-a-expired, HUB-3002",
    "agency-unregistered, HUB-3007",
    "auditor, HUB-3007"
  })
  void showsTheRefusalOfEachCallerThatMayNot(String caller, String code)
      throws IOException, InterruptedException {
    Process call =
        RunningDemo.hub(
                "call", "SQ_TA_001", "--as", caller, "--demo", demo.propertiesFile().toString())
            .start();
    String output = new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(call.waitFor()).as(output).isEqualTo(1);
    assertThat(output).contains(code);
  }

  @Test
  void tellsAnOperatorThatItHoldsTheDatabase() throws IOException, InterruptedException {
    Path settings = demo.propertiesFile().resolveSibling("hub.properties");
    Process list = RunningDemo.hub("agency", "list", "--config", settings.toString()).start();
    String output = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(list.waitFor()).isEqualTo(1);
    assertThat(output.lines()).as(output).hasSize(2);
    assertThat(output).contains("open in another process. End it first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--soap-port", "--ocsp-port"})
  void namesAPortThatIsTaken(String option, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path made = folder.resolve("demo");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      List<String> command = new ArrayList<>(List.of("demo", "--once", "--folder"));
      command.add(made.toString());
      // Another demo may run on this machine.
      for (String other : PORTS) {
        command.addAll(
            List.of(other, other.equals(option) ? port : String.valueOf(FreePort.any())));
      }
      Process second = RunningDemo.hub(command.toArray(String[]::new)).start();
      String output = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(second.exitValue()).isNotZero();
      assertThat(output).contains(port).doesNotContain("HUB-7009");
      assertThat(made).doesNotExist();
    }
  }

  @Test
  void keepsItsKeysFromOthers() throws IOException {
    Path key = Path.of(demo.properties().getProperty("pki.dir")).resolve("hub.key");
    assertThat(Files.getPosixFilePermissions(key)).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub.mv.db", "records.mv.db"})
  void keepsItsDatabasesFromOthers(String name) throws IOException {
    assertThat(Files.getPosixFilePermissions(demo.propertiesFile().resolveSibling(name)))
        .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }
}
