package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.client.ClientFixture.AGENCY;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.ROOT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the command ends when something is wrong, and what a person then reads. */
class CallFailureTest {

  @SuppressWarnings("NullAway.Init")
  private CommandRun run;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    run = new CommandRun(folder);
  }

  @Test
  void endsWith1OnFault() throws Exception {
    int code =
        run.call(
            a -> new AnswerSigner(HUB).sign(Answers.fault(a.requestId())),
            "SQ_TA_001",
            "--as",
            "agency-a",
            "--json");
    assertThat(code).isEqualTo(1);
    assertThat(run.err())
        .contains("平臺拒絕 [HUB-5001] 申請案不可使用")
        .contains("The hub refused [HUB-5001] Not usable")
        .contains("signed by the hub");
  }

  @Test
  void endsWith2WhenAnOptionIsMissing() throws Exception {
    assertThat(run.call(CommandRun::rows, "SQ_TA_001")).isEqualTo(2);
    assertThat(run.err()).contains("缺少 --application").contains("--application is missing");
  }

  @Test
  void endsWith2WhenARangeIsMalformed() throws Exception {
    assertThat(run.byAgencyA("--range", "updatedAt=x")).isEqualTo(2);
  }

  @Test
  void endsWith3WhenTheAnswerIsNotVerified() throws Exception {
    assertThat(
            run.call(
                a -> new AnswerSigner(HUB).unsigned(Answers.rows(a, "")),
                "SQ_TA_001",
                "--as",
                "agency-a",
                "--json"))
        .isEqualTo(3);
  }

  @Test
  void endsWith4WhenTheHubIsNotThere() throws Exception {
    assertThat(run.byAgencyA("--json", "--endpoint", "http://127.0.0.1:1/exchange")).isEqualTo(4);
    assertThat(run.err()).contains("拒絕連線").contains("refused the connection");
  }

  @Test
  void callerOfTheDemoWithoutApplicationNamesThatOfItsAgency() throws Exception {
    assertThat(applicationNamedAs("agency-a-revoked")).isEqualTo("APSQ11500001");
    assertThat(applicationNamedAs("agency-b-next")).isEqualTo("APSQ11500002");
  }

  @Test
  void strangerOfTheDemoNamesTheApplicationOfAgencyA() throws Exception {
    assertThat(applicationNamedAs("auditor")).isEqualTo("APSQ11500001");
  }

  private String applicationNamedAs(String caller) throws Exception {
    run.identity(caller, AGENCY);
    StringBuilder named = new StringBuilder();
    run.call(
        a -> {
          named.append(a.value("applicationNo"));
          return CommandRun.rows(a);
        },
        "SQ_TA_001",
        "--as",
        caller,
        "--json");
    return named.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "hub", "../pki/agency-a", "agency-a/../agency-a"})
  void namesTheCallersOfTheDemoWhenItHasNoSuch(String name) throws Exception {
    assertThat(run.call(CallFailureTest::nobodyIsAsked, "SQ_TA_001", "--as", name)).isEqualTo(2);
    assertThat(run.err())
        .contains("\"" + name + "\"", "agency-a | agency-b | agency-a-expired | agency-a-revoked")
        .doesNotContain("| hub", " hub |");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQ TA", "SQ_TA_001/", "7Q", "sq_ta_001", ""})
  void sendsNothingForAServiceThatIsNone(String service) throws Exception {
    assertThat(run.call(CallFailureTest::nobodyIsAsked, service, "--as", "agency-a")).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "「%1$s」不是服務代碼；服務代碼如 SQ_TA_001\n\"%1$s\" is no service code; one looks like SQ_TA_001\n"
                .formatted(service));
  }

  @Test
  void sendsNothingForAFieldThatCanHaveNoSuchName() throws Exception {
    int code =
        run.call(
            CallFailureTest::nobodyIsAsked,
            "SQ_TA_001",
            "--as",
            "agency-a",
            "--criterion",
            "id No=A100000001");
    assertThat(code).isEqualTo(2);
    assertThat(run.err())
        .contains("「id No」不是服務或欄位的名稱", "\"id No\" is no name of a service or a field");
  }

  private static String nobodyIsAsked(LoopbackHub.Asked asked) {
    throw new AssertionError("asked " + asked.query());
  }

  @Test
  void saysHowToStartADemoThatIsNotThere() {
    assertThat(run.execute("call", "SQ_TA_001", "--as", "agency-a", "--demo", "none.properties"))
        .isEqualTo(2);
    assertThat(run.err()).contains("./hub demo");
  }

  @Test
  void namesAKeyFileThatIsNotThere() throws Exception {
    assertThat(
            run.byAgencyA(
                "--key", "none.key", "--cert", run.folder().resolve("agency-a.crt").toString()))
        .isEqualTo(2);
    assertThat(run.err()).contains("沒有檔案 none.key", "There is no file none.key");
  }

  @Test
  @DisabledIfEnvironmentVariable(named = KeyPassword.VARIABLE, matches = ".*")
  void saysHowToGiveThePasswordOfAKeyFile() throws Exception {
    Path file = Files.createFile(run.folder().resolve("agency-a.p12"));
    assertThat(run.byAgencyA("--p12", file.toString())).isEqualTo(2);
    assertThat(run.err()).contains("agency-a.p12", KeyPassword.VARIABLE);
  }

  @Test
  void tellsAKeyThatIsNotOfItsCertificate() throws Exception {
    assertThat(
            run.byAgencyA(
                "--key",
                run.folder().resolve("agency-a.key").toString(),
                "--cert",
                run.folder().resolve("hub.crt").toString()))
        .isEqualTo(2);
    assertThat(run.err()).contains("不是一對", "no pair");
  }

  @Test
  void warnsOfAnExpiredOwnCertificateAndCallsAllTheSame() throws Exception {
    run.identity(
        "agency-a-expired",
        new Identity.Maker("CN=Agency,C=TW").until(Instant.now().minusSeconds(60)).make(ROOT));
    assertThat(run.call(CommandRun::rows, "SQ_TA_001", "--as", "agency-a-expired")).isZero();
    assertThat(run.err()).contains("! 憑證已於", "! the certificate ended on");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "birthDate=115/01/31..",
        "birthDate=2026/1/31..2026-02-01",
        "birthDate=..31-01-2026",
        "updatedAt=2026-01-31T08:00:00..",
        "birthDate=2026-02-30.."
      })
  void saysHowADateIsWritten(String range) throws Exception {
    assertThat(run.byAgencyA("--range", range)).isEqualTo(2);
    assertThat(run.err()).contains("2026-01-31T08:00:00+08:00");
  }

  @Test
  void refusesACharacterThatXmlForbids() throws Exception {
    assertThat(run.byAgencyA("--purpose", "a\u0000b")).isEqualTo(2);
    assertThat(run.err()).contains("purpose");
  }

  @Test
  void wordsOfAFaultDoNotSteerTheTerminal() throws Exception {
    run.call(
        a ->
            new AnswerSigner(HUB)
                .unsigned(Answers.fault(a.requestId()).replace("Not usable", "\u009b2Jgone\u202e")),
        "SQ_TA_001",
        "--as",
        "agency-a");
    assertThat(run.err()).contains("2Jgone").doesNotContain("\u009b", "\u202e");
  }

  @Test
  void refusesTwoFormsOfOutput() throws Exception {
    assertThat(run.byAgencyA("--json", "--csv")).isEqualTo(2);
  }

  @Test
  void refusesAnAnswerThatContradictsTheSeenFile() throws Exception {
    Path seen = run.folder().resolve("seen");
    Files.writeString(seen, "7=" + "B".repeat(43) + "=\n");
    assertThat(run.byAgencyA("--seen-file", seen.toString())).isEqualTo(3);
    assertThat(run.err()).contains("可能被改寫", "may have been rewritten");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void asksForTheContractOnlyWhenThereAreRowsToPrint() throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    run.call(
        a -> {
          asked.compareAndSet(false, a.query() != null);
          return new AnswerSigner(HUB).sign(Answers.fault(a.requestId()));
        },
        "SQ_TA_001",
        "--as",
        "agency-a");
    assertThat(asked).isFalse();
  }
}
