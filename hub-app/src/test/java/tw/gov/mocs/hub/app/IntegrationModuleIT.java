package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.gov.mocs.hub.app.UnpackedModule.Result;

/**
 * 介接模組 as an agency meets it: fetched from the portal, unpacked in an empty folder, and every
 * program in it run against the hub. {@code ./hub test} installs the languages; one that is missing
 * fails.
 */
class IntegrationModuleIT {

  private static final String ROWS = "(?s).*OK rows [1-9].*";

  @TempDir private static Path folder = Path.of("");

  private static RunningDemo demo;
  private static UnpackedModule module;
  private static String person = "";

  @BeforeAll
  static void fetch() throws Exception {
    demo = RunningDemo.shared();
    person = demo.property("sample.idNo");
    module = UnpackedModule.of(zip("agency-a"), folder);
    module.putKeys(Path.of(demo.property("pki.dir")), "agency-a");
  }

  private static byte[] zip(String agency) throws Exception {
    HttpResponse<byte[]> answer = answer(agency, agency);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains(demo.property("application." + agency) + "-module-");
    return answer.body();
  }

  private static HttpResponse<byte[]> answer(String who, String whose) throws Exception {
    return PortalClient.loggedIn(demo, who)
        .download("progress/" + demo.property("application." + whose) + "/module.zip");
  }

  @Test
  void isOfferedInTheListOfTheAgency() throws Exception {
    String number = demo.property("application.agency-a");
    String page = PortalClient.loggedIn(demo, "agency-a").get("progress?number=" + number).body();
    assertThat(page).contains("/progress/" + number + "/module.zip");
    String seenByReviewer =
        PortalClient.loggedIn(demo, "reviewer").get("progress?number=" + number).body();
    assertThat(seenByReviewer).contains(number).doesNotContain("module.zip");
  }

  @Test
  void isGivenToNobodyElse() throws Exception {
    assertThat(answer("agency-b", "agency-a").statusCode()).isEqualTo(404);
    assertThat(answer("reviewer", "agency-a").statusCode()).isEqualTo(403);
  }

  @Test
  void holdsWhatItsAgencyWasGranted(@TempDir Path other) throws Exception {
    UnpackedModule ofB = UnpackedModule.of(zip("agency-b"), other);
    assertThat(Files.readString(other.resolve("contract/exchange.wsdl")))
        .contains("SQ_TA_002Request", demo.property("soap.url").replace("localhost", "127.0.0.1"))
        .doesNotContain("SQ_MA_001Request");
    assertThat(Files.readString(ofB.connection())).contains(demo.property("application.agency-b"));
  }

  @ParameterizedTest
  @EnumSource
  void readsRows(ModuleExample example) throws Exception {
    Result result = example.run(module, person, module.connection());
    assertThat(result.output()).matches(ROWS).contains(person);
    assertThat(result.status()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void believesNobodyElse(ModuleExample example) throws Exception {
    Path wrong = module.connection("hub-certificate", "keys/agency.crt");
    Result result = example.run(module, person, wrong);
    assertThat(result.status()).as(result.output()).isEqualTo(3);
    assertThat(result.output())
        .contains("簽章驗證失敗", "cannot be believed")
        .doesNotContain("OK", person);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhyTheHubRefuses(ModuleExample example) throws Exception {
    Path foreign = module.connection("application", "APSQ10199999");
    Result result = example.run(module, person, foreign);
    assertThat(result.status()).as(result.output()).isEqualTo(1);
    assertThat(result.output()).contains("平臺拒絕 [HUB-5001]", "The hub refused [HUB-5001]");
  }

  @ParameterizedTest
  @EnumSource
  void leadsToTheClockBeforeAnythingElse(ModuleExample example) throws Exception {
    HttpServer hub = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    hub.createContext("/exchange", IntegrationModuleIT::refuseTheTime);
    hub.start();
    try {
      String address = "http://127.0.0.1:" + hub.getAddress().getPort() + "/exchange";
      Result result = example.run(module, person, module.connection("endpoint", address));
      assertThat(result.status()).as(result.output()).isEqualTo(3);
      assertThat(result.output())
          .containsPattern("主機的時間可能不對.*hub-client check.*不可採信.*HUB-2008")
          .containsPattern("clock of this machine.*hub-client check.*cannot be believed.*HUB-2008")
          .doesNotContain("hub-certificate");
    } finally {
      hub.stop(0);
    }
  }

  /** Unsigned, as the hub's answer to a message of another time is. */
  private static void refuseTheTime(HttpExchange exchange) throws IOException {
    byte[] fault =
        """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>\
        <faultcode>s:Client</faultcode><faultstring>HUB-2008</faultstring><detail>\
        <HubFault xmlns="urn:tw:gov:mocs:hub:exchange:1"><code>HUB-2008</code></HubFault>\
        </detail></s:Fault></s:Body></s:Envelope>"""
            .getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
    exchange.sendResponseHeaders(500, fault.length);
    exchange.getResponseBody().write(fault);
    exchange.close();
  }

  @Test
  void clientTestsTheConnectionAndCalls() throws Exception {
    Result checked = module.client("check");
    assertThat(checked.status()).as(checked.output()).isZero();
    assertThat(checked.output()).contains("✓ 授權 grant", "全部正常 All is well.");
    Result called = module.client("call", "SQ_TA_001", "--id-no", person, "--purpose", "介接測試");
    assertThat(called.status()).as(called.output()).isZero();
    assertThat(called.output()).contains(person);
  }

  @Test
  void clientSaysThatItsCertificateIsNotRegistered(@TempDir Path other) throws Exception {
    UnpackedModule stranger = UnpackedModule.of(zip("agency-a"), other);
    stranger.putKeys(Path.of(demo.property("pki.dir")), "agency-unregistered");
    Result checked = stranger.client("check");
    assertThat(checked.status()).isEqualTo(1);
    assertThat(checked.output()).contains("✓ 位址 address", "✗ 憑證 certificate", "HUB-3007");
  }

  @Test
  void mavenProjectBuildsAlone() throws Exception {
    String mvn = "mvn -o -B -q package -f java/pom.xml";
    module.require("sh", "-c", mvn + localRepository());
    String jars = String.join(File.pathSeparator, "java/target/first-call.jar", "hub-client.jar");
    Result good = module.run(List.of("java", "-cp", jars, "FirstCall", person, "connection.conf"));
    assertThat(good.output()).matches(ROWS).contains(person);
    Result here = module.run(List.of("java", "-cp", jars, "FirstCall", person));
    assertThat(here.output()).matches(ROWS).contains(person);
    Result lost =
        module.run(List.of("java", "-cp", jars, "FirstCall", person, "nowhere/connection.conf"));
    assertThat(lost.status()).isEqualTo(2);
    assertThat(lost.output())
        .contains("找不到設定檔", "There is no such connection file")
        .doesNotContain("Exception");
    Path wrong = module.connection("hub-certificate", "keys/agency.crt");
    Result bad = module.run(List.of("java", "-cp", jars, "FirstCall", person, wrong.toString()));
    assertThat(bad.status()).as(bad.output()).isEqualTo(3);
  }

  private static String localRepository() {
    String other = System.getProperty("maven.repo.local");
    return other == null ? "" : " -Dmaven.repo.local=" + other;
  }

  @Test
  void simulatorAnswersClientAndExamples() throws Exception {
    Process simulator =
        module.builder(List.of("sh", "hub-client", "simulator", "--port", "0")).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(simulator.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).contains("simulator ready: https://127.0.0.1:");
      String[] call = {"call", "SQ_TA_001", "--id-no", "A123456788", "--purpose", "測試"};
      Path connection = module.folder().resolve("simulator/connection.conf");
      assertThat(module.client(with(call, "--simulator")).output()).contains("模擬");
      Result unmeant = module.client(with(call, "--connection", connection.toString()));
      assertThat(unmeant.status()).isEqualTo(3);
      assertThat(unmeant.output()).contains("回應來自模擬器", "A simulator answered");
      Map<ModuleExample, String> said =
          Map.of(
              ModuleExample.PHP,
              ModuleExample.PHP.run(module, "A123456788", connection).output(),
              ModuleExample.PYTHON,
              ModuleExample.PYTHON.run(module, "A123456788", connection).output(),
              ModuleExample.NODE,
              ModuleExample.NODE.run(module, "A123456788", connection).output());
      assertThat(said.values()).allMatch(output -> output.matches(ROWS));
      Path foreign = module.folder().resolve("simulator/foreign.conf");
      Files.writeString(
          foreign,
          Files.readAllLines(connection).stream()
              .map(line -> line.startsWith("application") ? "application = APSQ10199999" : line)
              .collect(Collectors.joining("\n")));
      assertThat(ModuleExample.PHP.run(module, "A123456788", foreign).output())
          .contains("HUB-5001", "此介接模組的申請案號", "that of this integration module");
    } finally {
      simulator.descendants().forEach(ProcessHandle::destroy);
      simulator.destroy();
    }
  }

  private static String[] with(String[] call, String... more) {
    return Stream.of(call, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  /** The suite runs the node example with the packages of the other one. */
  @Test
  void namesThePackagesOfNodeThatWereTried() throws Exception {
    for (String file : List.of("package.json", "package-lock.json")) {
      assertThat(module.folder().resolve("examples/node").resolve(file))
          .hasSameTextualContentAs(UnpackedModule.NODE_SOAP.resolve(file));
    }
  }

  @Test
  void holdsNoKeyAndNamesNoFolderOfTheHub(@TempDir Path other) throws Exception {
    UnpackedModule fresh = UnpackedModule.of(zip("agency-a"), other);
    try (var files = Files.walk(fresh.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text)
            .as(file.toString())
            .doesNotContain("PRIVATE KEY-----\n", demo.property("pki.dir"));
      }
    }
  }
}
