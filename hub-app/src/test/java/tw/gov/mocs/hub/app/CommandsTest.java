package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;

/** What operators do at the command line, on a hub that nobody runs meanwhile. */
class CommandsTest {

  @TempDir private static Path folder = Path.of("");

  private static DemoPki pki;
  private static Path settings;
  private static String application = "";

  private record Result(int status, String output) {}

  @BeforeAll
  static void make() {
    pki = SharedPki.in(folder.resolve("pki"));
    settings = DemoSettings.write(folder, pki, DemoSettings.Ports.free());
    try (HubProcess hub = HubProcess.core(Settings.of(settings, Map.of()))) {
      DemoWorld world = new DemoWorld(hub, pki);
      world.register();
      world.apply(Quota.DEFAULT);
      application = world.applicationOf(DemoWorld.AGENCY_B).value();
    }
  }

  @Test
  void listsTheAuthoritiesOfTheSettings() {
    assertThat(run("trust", "list").output())
        .containsPattern("ROOT +settings")
        .containsPattern("INTERMEDIATE +settings");
  }

  @Test
  void addsAndRemovesAnAuthorityAndLogsBoth(@TempDir Path other) throws Exception {
    DemoPki another = DemoPki.make(other, Clock.systemUTC());
    Result added = run("trust", "add", another.root().toString());
    assertThat(added.output()).containsPattern("ROOT +added");
    String thumbprint = added.output().substring(0, 64);
    assertThat(run("trust", "remove", thumbprint, "--reason", "a test").status()).isZero();
    assertThat(run("trust", "list").output()).doesNotContain(thumbprint);
    assertThat(logged("TRUST_ANCHOR_ADDED")).isEqualTo(1);
    assertThat(logged("TRUST_ANCHOR_REMOVED")).isEqualTo(1);
  }

  @Test
  void removesNoAuthorityOfTheSettings() {
    String thumbprint = run("trust", "list").output().substring(0, 64);
    Result refused = run("trust", "remove", thumbprint, "--reason", "a test");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.output()).contains("HUB-7304");
  }

  @Test
  void explainsWhyACertificateIsTrusted() {
    Result trusted = check(pki.agencyA());
    assertThat(trusted.status()).isZero();
    assertThat(trusted.output())
        .contains("trusted for CALL", "CN=人事介接系統", "CN=示範憑證總管理中心")
        .containsPattern("revocation +GOOD, says CRL file:")
        .contains(DemoPki.AGENCY_A_OID);
  }

  @Test
  void explainsWhyACertificateIsNotTrusted() {
    Result refused = check(pki.agencyARevoked());
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.output()).contains("NOT TRUSTED for CALL: HUB-3005 revoked, says CRL");
  }

  @Test
  void refreshesTheRevocationLists() {
    assertThat(run("trust", "refresh").status()).isZero();
  }

  @Test
  void namesTheListThatDoesNotCome() throws Exception {
    String text = Files.readString(settings).replace("/ca.crl", "/nowhere.crl");
    Path wrong = Files.writeString(folder.resolve("wrong.properties"), text);
    Result failed = execute("trust", "refresh", "--config", wrong.toString());
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.output()).contains("no usable list from").contains("nowhere.crl");
  }

  @Test
  void takesACheckpointFileThatIsNotThereForAWrongOption() {
    long before = logged("LOG_VERIFIED");
    Result wrong = run("verify-log", "--checkpoint", "/no/such/file");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.output())
        .contains("/no/such/file", "There is no such file")
        .doesNotContain("search index was changed");
    assertThat(logged("LOG_VERIFIED")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "\u00EF\u00BB\u00BF",
        "\u0000\u00FF\n\n\u00C0",
        "mocs-hub-checkpoint/1\nnumber 1\n\n"
      })
  void takesAFileWithoutASingleCheckpointForAWrongOption(String content) throws Exception {
    Path file = folder.resolve("kept.txt");
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    long before = logged("LOG_VERIFIED");
    Result wrong = run("verify-log", "--checkpoint", file.toString());
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.output())
        .contains(file + "：其中沒有任何檢查點；請指定", "It holds no checkpoint; give a copy")
        .doesNotContain("DOES NOT FIT", "Input length");
    assertThat(logged("LOG_VERIFIED")).isEqualTo(before);
  }

  @Test
  void saysWhenOnlyTheFileKeptElsewhereDoesNotFit() throws Exception {
    String kept = Files.readString(folder.resolve("checkpoints.txt"));
    Path file = Files.writeString(folder.resolve("kept.txt"), "\uFEFF" + kept + "and this\n");
    Result found = run("verify-log", "--checkpoint", file.toString());
    assertThat(found.status()).isEqualTo(1);
    assertThat(found.output())
        .contains("kept.txt, checkpoint no. ", "is not a checkpoint", "The log fits by itself")
        .doesNotContain("checkpoint no. 1 in it is not");
  }

  @Test
  void verifiesTheLogThoughItsFileEndsWithSomethingElse() throws Exception {
    Path file = folder.resolve("checkpoints.txt");
    String content = Files.readString(file);
    Files.writeString(file, content + "what stands here\n");
    try {
      Result found = run("verify-log");
      assertThat(found.status()).isEqualTo(1);
      assertThat(found.output()).contains("is not a checkpoint");
      Result started = execute("check-config", "--config", settings.toString());
      assertThat(started.output())
          .contains("hub.audit.checkpoint-file", "./hub verify-log", "移走保存");
    } finally {
      Files.writeString(file, content);
    }
  }

  @Test
  void startsNoDemoWhoseCheckpointFileEndsWithSomethingElse() throws Exception {
    Path demo = folder.resolve("demo");
    Files.createDirectories(demo.resolve("pki"));
    try (Stream<Path> all = Files.list(pki.folder())) {
      for (Path one : all.toList()) {
        Path copy = demo.resolve("pki").resolve(one.getFileName());
        Files.copy(one, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    // Nobody asks for the records: they need not be made.
    Files.createFile(demo.resolve("records.mv.db"));
    Path file = Files.writeString(demo.resolve("checkpoints.txt"), "what stands here\n");
    Result refused = execute("demo", "--free-ports", "--once", "--folder", demo.toString());
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.output())
        .contains("hub.audit.checkpoint-file: 檔案 " + file, "設定有 1 處錯誤 · 1 fault of the settings")
        .doesNotContain("\tat ", "database …");
    assertThat(file).hasContent("what stands here");
  }

  @Test
  void throwsTheSearchIndexAwayAndLogsIt() {
    long before = logged("LOG_INDEX_REMADE");
    Result remade = run("log-index", "remake");
    assertThat(remade.status()).isZero();
    assertThat(remade.output()).contains("lines were thrown away", "makes them anew");
    assertThat(logged("LOG_INDEX_REMADE")).isEqualTo(before + 1);
  }

  @Test
  void saysThatNoFolderIsSetForTheArchive() throws Exception {
    String text = Files.readString(settings).replaceAll("(?m)^hub\\.retention\\.folder.*$", "");
    Path without = Files.writeString(folder.resolve("without.properties"), text);
    Result made = execute("archive", "make", "--config", without.toString());
    assertThat(made.status()).isEqualTo(1);
    assertThat(made.output())
        .contains("hub.retention.folder is not set", "hub.retention.folder 未設定")
        .doesNotContain("files were made");
  }

  @Test
  void archivesNothingBeforeItsTime() {
    Result made = run("archive", "make");
    assertThat(made.status()).isZero();
    assertThat(made.output())
        .contains("0 files were made", "nothing is older than hub.retention.log-days (1096)");
    assertThat(run("archive", "list").output()).contains("Nothing is archived.");
  }

  @Test
  void writesTheContractOfAnApplicationAndLogsIt() throws Exception {
    Path file = folder.resolve("granted.wsdl");
    long before = logged("CONTRACT_EXPORTED");
    assertThat(run("contract", application, "-o", file.toString()).status()).isZero();
    String whole = Files.readString(Path.of("..", "wsdl", "exchange-v1.wsdl"));
    assertThat(Files.readString(file))
        .contains("AsymmetricBinding", "SQ_TA_001Request")
        .hasSizeLessThan(whole.length());
    assertThat(logged("CONTRACT_EXPORTED")).isEqualTo(before + 1);
  }

  @Test
  void writesTheIntegrationModuleOfAnApplicationAndLogsIt() throws Exception {
    Path file = folder.resolve("module.zip");
    long before = logged("INTEGRATION_MODULE_GIVEN");
    assertThat(run("integration-module", application, "-o", file.toString()).status()).isZero();
    try (ZipFile module = new ZipFile(file.toFile())) {
      assertThat(module.getEntry("contract/samples/SQ_TA_001-request.xml")).isNotNull();
      assertThat(module.getEntry("contract/samples/SQ_MA_001-request.xml")).isNull();
      assertThat(module.getEntry("certificates/tls-authorities.pem")).isNotNull();
    }
    assertThat(logged("INTEGRATION_MODULE_GIVEN")).isEqualTo(before + 1);
  }

  @Test
  void printsAContractWithoutPolicy() {
    assertThat(run("contract", application, "--without-policy").output())
        .contains("<wsdl:definitions")
        .doesNotContain("Policy");
  }

  @Test
  void knowsNoContractOfAnApplicationWithoutGrant() {
    Result refused = run("contract", "APSQ10100001");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.output()).contains("HUB-7001");
  }

  @Test
  void saysThatTheDatabaseIsAway() throws Exception {
    String text =
        Files.readString(settings) + "hub.database.url=jdbc:postgresql://127.0.0.1:1/hub\n";
    Path away = Files.writeString(folder.resolve("away.properties"), text);
    Result failed = execute("trust", "list", "--config", away.toString());
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.output()).contains("HUB-6002").doesNotContain("Exception");
  }

  @Test
  void showsThatTheRolesMayBeLeftOut() {
    assertThat(execute("serve", "--help").output()).contains("[ROLES]");
    assertThat(execute("check-config", "--help").output()).contains("[ROLES]");
  }

  @ParameterizedTest
  @CsvSource({
    "'', Missing required subcommand",
    "nonsense, Unmatched argument",
    "agency, Missing required subcommand",
    "agency add, Missing required parameter",
    "agency suspend a_b --reason why, 3 to 10 capital letters",
    "agency suspend ZZZ --reason why, HUB-7001",
    "certificate list ZZZ, HUB-7001",
    "certificate add A01000000A /nowhere.crt --use CALL, HUB-7010 A file cannot be used: the file /nowhere.crt: there is no such file",
    "certificate add A01000000A /nowhere.crt --use SING, LOGIN",
    "certificate withdraw 00 --reason why, HUB-7001",
    "account close nobody --reason why, HUB-7001",
    "account remove-card nobody ab --reason why, HUB-7001",
    "account remove-card nobody ab, Missing required option: '--reason=<reason>'",
    "trust add /nowhere.crt, /nowhere.crt",
    "trust remove zz --reason why, HUB-7001",
    "trust check /nowhere.crt, /nowhere.crt",
    "contract, Missing required parameter",
    "contract APSQ19900001, HUB-7001",
    "contract nonsense, HUB-7001",
    "contract APPLICATION -o /nowhere/x.wsdl, /nowhere/x.wsdl: there is no such file",
    "integration-module APSQ19900001, Missing required option: '--out=FILE'",
    "integration-module APSQ19900001 -o x.zip, HUB-7001",
    "integration-module nonsense -o x.zip, HUB-7001",
    "record show nonsense, HUB-7001",
    "record prove nonsense -o x, HUB-7001",
    "record check-proof /nowhere --certificate /nowhere, /nowhere: there is no such file",
    "record check-proof pom.xml --certificate x, pom.xml is not acceptable: it holds no proof",
    "record check-proof target/classes/tw/gov/mocs/hub/app/HubMain.class --certificate x, no proof",
    "log-index nonsense, Unmatched argument",
    "verify-log --checkpoint /nowhere, /nowhere",
    "verify-log --seen x, expected a number",
    "serve --nonsense, Unknown option",
    "serve both, WS",
    "serve --config /nowhere.conf, HUB-7010 A file cannot be used: the file /nowhere.conf: there is no such file",
    "serve --config /nowhere.conf, 檔案無法使用：檔案 /nowhere.conf：沒有這個檔案",
    "check-config --config /nowhere.conf, HUB-7010 A file cannot be used: the file /nowhere.conf: there is no such file",
    "demo --soap-port x, soap-port",
    "demo --soap-port 99999, 65535: 99999",
    "demo --sandbox-port 65535, 65535: 65537",
    "card-agent, Missing required option: '--as=NAME'",
    "card-agent --as agency-a --demo /nowhere.properties, /nowhere.properties: there is no such file",
    "call, Missing required",
    "call SQ_TA_001 --as agency-a --demo /nowhere.properties, /nowhere.properties",
  })
  void saysWhatIsWrongWithACommand(String command, String told) {
    List<String> all = new ArrayList<>();
    for (String word : command.isEmpty() ? new String[0] : command.split(" ")) {
      all.add(word.equals("APPLICATION") ? application : word);
    }
    if (command.matches(
            "(agency|certificate|account|trust|contract|integration-module|record|archive|verify-log|log-index) .*")
        && !command.contains("check-proof")) {
      all.addAll(List.of("--config", settings.toString()));
    }
    Result refused = execute(all.toArray(String[]::new));
    assertThat(refused.status()).isNotZero();
    assertThat(refused.output()).contains(told).doesNotContain("\tat ", "java.");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 未指定子命令, Missing required subcommand",
    "call, 缺少必要的參數：'SERVICE', Missing required parameter: 'SERVICE'",
    "call SQ_TA_001 --nonsense, 沒有這個選項：'--nonsense', Unknown option: '--nonsense'",
    "call SQ_TA_001 x, 無法辨識或多餘的參數：'x', Unmatched argument at index 2: 'x'",
    "call SQ_TA_001 --page-size x, 選項 '--page-size'：須為整數，不是 'x', Invalid value for option '--page-size': 'x' is not an int",
    "call SQ_TA_001 --as, (NAME) 之後須有值, Missing required parameter for option '--as'",
    "call SQ_TA_001 --as a --as b, 只能指定一次, should be specified only once",
    "call SQ_TA_001 --json --csv, 只能擇一, are mutually exclusive",
    "check-config ws2, '參數 ROLES：須為 WS, WEB, ALL 之一，不是 ''ws2''', but was 'ws2'",
    "check-config ws web, 無法辨識或多餘的參數：'web', Unmatched argument",
    "demo --soap-port x, 選項 '--soap-port'：須為整數，不是 'x', is not an int",
    "trust remove zz, 缺少必要的選項：'--reason=, Missing required option",
    "agency suspend a_b --reason why, 參數 CODE：機關代碼為 3 至 10 個大寫英文字母或數字, 3 to 10 capital letters",
    "verify-log --seen x, 須為檢查點號碼, expected a number",
    "card-agent --as agency-a --origin x, 不是網站位址, no web site: x",
    "demo --soap-port 99999, 連接埠須為, a port is from 1 to 65535",
  })
  void saysInBothLanguagesThatACommandLineIsWrong(String command, String chinese, String english) {
    Result refused = execute(command.isEmpty() ? new String[0] : command.split(" "));
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.output()).contains(chinese, english).doesNotContain("命令的選項或參數不正確");
  }

  private static Result check(DemoPki.Identity identity) {
    return run("trust", "check", identity.certificate().toString());
  }

  private static Result run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = settings.toString();
    return execute(all);
  }

  private static Result execute(String... arguments) {
    StringWriter text = new StringWriter();
    CommandLine line = HubMain.commandLine();
    line.setOut(new PrintWriter(text, true));
    line.setErr(new PrintWriter(text, true));
    return new Result(line.execute(arguments), text.toString());
  }

  /** The acts of this kind that wait for a running node to give them their place in its chain. */
  private static long logged(String action) {
    try (HubProcess hub = HubProcess.command(Settings.of(settings, Map.of()))) {
      return JdbcClient.create(hub.get("hubDataSource", DataSource.class))
          .sql("SELECT COUNT(*) FROM AUDIT_ACT_OUTBOX WHERE ACTION = ?")
          .param(action)
          .query(Long.class)
          .single();
    }
  }
}
