package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection test says in plain words what is wrong. */
class CheckCommandTest {

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private CommandRun run;

  @BeforeEach
  void prepare(@TempDir Path module) throws Exception {
    folder = module;
  }

  @Test
  void saysThatAllIsWell() throws Exception {
    assertThat(check(asked -> signed(status(asked, "ACTIVE", "SQ_TA_001")))).isZero();
    assertThat(run.out())
        .contains("✓ 憑證 certificate", "✓ 位址 address", "✓ 時間 clock", "✓ 簽章 signature")
        .contains("✓ 授權 grant: APSQ11500001", "All is well")
        .doesNotContain("✗");
  }

  @ParameterizedTest
  @CsvSource({
    "HUB-2005, 簽章 signature",
    "HUB-2007, 時間 clock",
    "HUB-3005, 憑證 certificate",
    "HUB-3007, 憑證 certificate",
    "HUB-3006, 平臺 hub",
    "HUB-3008, 授權 grant",
    "HUB-1003, 位址 address",
    "HUB-5008, 位址 address",
    "HUB-5001, 授權 grant",
    "HUB-6005, 平臺 hub",
  })
  void saysWhatARefusalIsAbout(String code, String step) throws Exception {
    String fault = Answers.fault("x").replace("HUB-5001", code);
    assertThat(check(asked -> new AnswerSigner(HUB).unsigned(fault))).isEqualTo(1);
    wrong(step);
    assertThat(run.err()).contains("[" + code + "]");
  }

  @Test
  void saysThatTheHubIsNotReached() throws Exception {
    new SampleModule(folder, "http://localhost:1/exchange");
    run = run();
    assertThat(run.execute("check", "--connection", folder.resolve("connection.conf").toString()))
        .isEqualTo(4);
    wrong("位址 address");
    assertThat(run.out()).doesNotContain("✓ 位址");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:8445/exchange",
        "foo bar",
        "https://",
        "localhost:8445/exchange",
        "https://hub.example:99999/exchange",
        "https://hub.example:0/exchange"
      })
  void saysThatTheAddressIsNone(String address) throws Exception {
    new SampleModule(folder, address);
    run = run();
    assertThat(run.execute("check", "--connection", folder.resolve("connection.conf").toString()))
        .isEqualTo(2);
    wrong("位址 address");
    assertThat(run.err())
        .contains("https://主機/路徑", "https://host/path", "「" + address + "」", "1 至 65535");
  }

  @Test
  void saysSoToWhoGivesTheAddressAsAnOptionOrInTheDemosFile() throws Exception {
    new SampleModule(folder, "http://localhost:1/exchange");
    run = run();
    String connection = folder.resolve("connection.conf").toString();
    assertThat(run.execute("status", "--connection", connection, "--endpoint", "foo bar"))
        .isEqualTo(2);
    assertThat(run.err()).startsWith("位址「foo bar」");
    Path demo = folder.resolve("demo.properties");
    Files.writeString(
        demo,
        "callers=agency-a\nsoap.url=1:2\npki.dir=%1$s\nhub.certificate=%1$s/hub.crt\n"
            .formatted(run.folder()));
    assertThat(run.execute("status", "--demo", demo.toString(), "--as", "agency-a")).isEqualTo(2);
    assertThat(run.err()).contains("位址「1:2」");
  }

  @Test
  void saysThatNothingIsEncryptedOnAPlainWay() throws Exception {
    assertThat(check(asked -> signed(status(asked, "ACTIVE", "SQ_TA_001")))).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("! ")))
        .singleElement()
        .asString()
        .contains("位址 address", "沒有加密", "nothing is encrypted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "hub-certificate"})
  void saysThatAPathIsNone(String name) throws Exception {
    Path conf = new SampleModule(folder, "http://localhost:1/exchange").connection();
    Files.writeString(
        conf, Files.readString(conf).replaceAll("(?m)^" + name + " = .*$", name + " = a\0b"));
    run = run();
    assertThat(run.execute("check", "--connection", conf.toString())).isEqualTo(2);
    wrong("設定 settings");
    assertThat(run.err()).contains("選項 " + name, "connection.conf").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9223372036854775807"})
  void saysThatATimeoutIsNone(String seconds) throws Exception {
    Path conf = new SampleModule(folder, "http://localhost:1/exchange").connection();
    run = run();
    assertThat(run.execute("check", "--connection", conf.toString(), "--timeout", seconds))
        .isEqualTo(2);
    assertThat(run.err()).contains("--timeout", "86400").doesNotContain("Exception");
  }

  @Test
  void saysWhereAPurposeIsGivenBecauseThatOfTheFileIsForExamples() throws Exception {
    new SampleModule(folder, "http://localhost:1/exchange");
    run = run();
    String connection = folder.resolve("connection.conf").toString();
    assertThat(run.execute("call", "SQ_TA_001", "--connection", connection)).isEqualTo(2);
    assertThat(run.err())
        .contains("--purpose", "只供範例使用", "for the examples only")
        .doesNotContain("--connection");
  }

  @Test
  void saysThatTheAddressIsNotThatOfTheHub() throws Exception {
    assertThat(check(asked -> "<html>404</html>")).isEqualTo(4);
    wrong("位址 address");
    assertThat(run.out()).doesNotContain("✓ 位址");
  }

  @Test
  void saysThatKeyAndCertificateAreNoPair() throws Exception {
    new SampleModule(folder, "http://localhost:1/exchange");
    Files.copy(folder.resolve("hub.crt"), folder.resolve("other.crt"));
    run = run();
    assertThat(
            run.execute(
                "check",
                "--connection",
                folder.resolve("connection.conf").toString(),
                "--key",
                folder.resolve("agency.key").toString(),
                "--cert",
                folder.resolve("other.crt").toString()))
        .isEqualTo(2);
    wrong("憑證 certificate");
  }

  @Test
  void saysThatTheClockIsWrong() throws Exception {
    Instant late = Instant.now().minusSeconds(3600);
    assertThat(
            check(
                asked ->
                    new AnswerSigner(HUB).created(late).sign(status(asked, "ACTIVE", "SQ_TA_001"))))
        .isEqualTo(3);
    wrong("時間 clock");
  }

  @Test
  void saysThatSomebodyElseSigned() throws Exception {
    assertThat(
            check(
                asked ->
                    new AnswerSigner(ClientFixture.AGENCY)
                        .sign(status(asked, "ACTIVE", "SQ_TA_001"))))
        .isEqualTo(3);
    wrong("簽章 signature");
  }

  @ParameterizedTest
  @CsvSource({
    "SUSPENDED, SQ_TA_001, 授權已暫停, the grant is suspended",
    "REVOKED, SQ_TA_001, 授權已廢止, the grant was revoked",
    "EXPIRED, SQ_TA_001, 授權已到期, the grant has expired",
    "ACTIVE, SQ_TA_009, 目前不可呼叫的服務：SQ_TA_001, cannot be called now: SQ_TA_001",
  })
  void saysWhatIsMissingOfTheGrant(String state, String service, String said, String english)
      throws Exception {
    assertThat(check(asked -> signed(status(asked, state, service)))).isEqualTo(5);
    wrong("授權 grant");
    assertThat(run.err().lines().filter(line -> line.contains(said)))
        .singleElement()
        .satisfies(line -> assertThat(line).doesNotContain(state, english));
    assertThat(run.err()).contains(english);
  }

  @Test
  void doesNotTakeAnApplicationThatWaitsForAnothers() throws Exception {
    assertThat(
            check(
                asked ->
                    signed(status(asked, "ACTIVE", "SQ_TA_001").replace("APSQ11500001", "APSQ9"))))
        .isEqualTo(5);
    wrong("授權 grant");
    assertThat(run.err()).contains("可能尚未核准", "A01 甲機關", "not granted yet");
  }

  @Test
  void saysThatTheAddressIsNotGranted() throws Exception {
    assertThat(
            check(
                asked ->
                    signed(
                        status(asked, "ACTIVE", "SQ_TA_001")
                            .replace(
                                "</hubTime>", "</hubTime><callerAddress>192.0.2.9</callerAddress>")
                            .replace(
                                "</rowsLeft>",
                                "</rowsLeft><addressAllowed>false</addressAllowed>"))))
        .isEqualTo(5);
    wrong("位址 address");
    assertThat(run.err()).contains("來源位址是 192.0.2.9", "sees you call from 192.0.2.9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoint", "key", "certificate", "hub-certificate", "application"})
  void blamesNoCertificateForASettingThatIsMissing(String name) throws Exception {
    assertThat(checkWithout(name)).isEqualTo(2);
    wrong("設定 settings");
    assertThat(run.out()).doesNotContain("✗ 憑證");
    assertThat(run.err()).contains("connection.conf 沒有 " + name, "has no value of " + name);
  }

  private int checkWithout(String name) throws Exception {
    try (LoopbackHub hub =
        new LoopbackHub(
            asked ->
                asked.query() == null ? signed(status(asked, "ACTIVE", "SQ_TA_001")) : "<wsdl/>")) {
      new SampleModule(folder, hub.address().toString());
      Path conf = folder.resolve("connection.conf");
      Files.writeString(
          conf, Files.readString(conf).replaceAll("(?m)^" + name + " = .*$", name + " ="));
      run = run();
      return run.execute("check", "--connection", conf.toString());
    }
  }

  private void wrong(String step) {
    assertThat(run.out()).contains("✗ " + step, "→").doesNotContain("All is well");
  }

  private CommandRun run() throws Exception {
    return new CommandRun(Files.createDirectories(folder.resolve("run")));
  }

  private int check(LoopbackHub.Answering answering) throws Exception {
    try (LoopbackHub hub =
        new LoopbackHub(asked -> asked.query() == null ? answering.answer(asked) : "<wsdl/>")) {
      new SampleModule(folder, hub.address().toString());
      run = run();
      return run.execute("check", "--connection", folder.resolve("connection.conf").toString());
    }
  }

  private static String signed(String content) throws Exception {
    return new AnswerSigner(HUB).sign(content);
  }

  private static String status(LoopbackHub.Asked asked, String state, String service) {
    return """
        <HubStatusResponse xmlns="%s"><requestId>%s</requestId><recordId>R</recordId>\
        <agencyCode>A01</agencyCode><agencyName>甲機關</agencyName>\
        <certificateSerial>1f</certificateSerial><certificateDays>20</certificateDays>\
        <hubTime>%s</hubTime><application><applicationNo>APSQ11500001</applicationNo>\
        <status>%s</status><from>2026-01-01</from><to>%s</to><callsLeft>9</callsLeft>\
        <rowsLeft>8</rowsLeft><service>%s</service></application></HubStatusResponse>"""
        .formatted(
            Namespaces.EXCHANGE,
            asked.requestId(),
            OffsetDateTime.now(ZoneOffset.UTC),
            state,
            LocalDate.now(ZoneOffset.UTC).plusYears(1),
            service);
  }
}
