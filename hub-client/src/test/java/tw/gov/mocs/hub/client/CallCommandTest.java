package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.client.ClientFixture.AGENCY;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.ROOT;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person uses it. */
class CallCommandTest {

  @SuppressWarnings("NullAway.Init")
  private CommandRun run;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    run = new CommandRun(folder);
  }

  @Test
  void printsTableWithLabels() throws Exception {
    assertThat(run.byAgencyA()).isZero();
    assertThat(run.out())
        .contains("身分證號 idNo  姓名 name\n")
        .contains("A100000001     王小明\n")
        .contains("recordId R-1");
  }

  @Test
  void printsCsvWithEveryFieldOfTheContract() throws Exception {
    assertThat(run.byAgencyA("--csv")).isZero();
    assertThat(run.out()).isEqualTo("idNo,name,birthDate\r\nA100000001,王小明,\r\n");
  }

  @Test
  void printsJson() throws Exception {
    assertThat(run.byAgencyA("--json")).isZero();
    assertThat(run.out()).endsWith("\"rows\":[{\"idNo\":\"A100000001\",\"name\":\"王小明\"}]}\n");
  }

  @Test
  void asksForTheSamplePersonUnlessToldOtherwise() throws Exception {
    run.call(
        a -> {
          assertThat(a.message()).contains("<idNo><value>A100000001</value></idNo>");
          return CommandRun.rows(a);
        },
        "SQ_TA_001",
        "--as",
        "agency-a",
        "--json");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void asksForNobodyWhereTheServiceKnowsNoPersons() throws Exception {
    run.call(
        a -> {
          assertThat(a.message()).doesNotContain("A100000001");
          return CommandRun.rows(a);
        },
        "SQ_COM_01",
        "--as",
        "agency-a",
        "--json");
  }

  @Test
  void sendsCriteriaAndRanges() throws Exception {
    int code =
        run.call(
            a -> {
              assertThat(a.message())
                  .contains("<agencyCode><value>301</value></agencyCode>")
                  .contains("<updatedAt><from>2026-01-01T00:00:00+08:00</from></updatedAt>");
              return CommandRun.rows(a);
            },
            "SQ_TA_001",
            "--as",
            "agency-a",
            "--json",
            "--criterion",
            "agencyCode=301",
            "--range",
            "updatedAt=2026-01-01T00:00:00+08:00..");
    assertThat(code).isZero();
  }

  @Test
  void showsBothMessagesRaw() throws Exception {
    assertThat(run.byAgencyA("--raw")).isZero();
    assertThat(run.err()).contains("SQ_TA_001Request").contains("SQ_TA_001Response");
  }

  @Test
  void opensAnEncryptedAnswerWithTheKeyOfTheDemosCaller() throws Exception {
    Identity recipient = ROOT.issue("CN=Agency encryption,C=TW");
    run.pem("agency-a-encryption.key", "PRIVATE KEY", recipient.keys().getPrivate().getEncoded());
    run.pem("agency-a-encryption.crt", "CERTIFICATE", recipient.certificate().getEncoded());
    assertThat(run.call(a -> sealed(a, recipient), "SQ_TA_001", "--as", "agency-a", "--json"))
        .isZero();
    assertThat(run.out()).contains("王小明");
  }

  @Test
  void opensAnEncryptedAnswerWithTheGivenKey() throws Exception {
    Identity recipient = ROOT.issue("CN=Agency encryption,C=TW");
    run.pem("mine.key", "PRIVATE KEY", recipient.keys().getPrivate().getEncoded());
    run.pem("mine.crt", "CERTIFICATE", recipient.certificate().getEncoded());
    int code =
        run.call(
            a -> sealed(a, recipient),
            "SQ_TA_001",
            "--as",
            "agency-a",
            "--json",
            "--encryption-key",
            run.folder().resolve("mine.key").toString(),
            "--encryption-cert",
            run.folder().resolve("mine.crt").toString());
    assertThat(code).isZero();
  }

  @Test
  void saysInBothLanguagesThatTheServiceIsMissing() {
    assertThat(run.execute("call")).isEqualTo(2);
    assertThat(run.err()).startsWith("缺少必要的參數：'SERVICE'\nMissing required parameter: 'SERVICE'\n");
  }

  @Test
  void endsWith2WhenTheAnswerIsEncryptedAndNoKeyGiven() throws Exception {
    assertThat(run.call(a -> sealed(a, AGENCY), "SQ_TA_001", "--as", "agency-a", "--json"))
        .isEqualTo(2);
    assertThat(run.err()).contains("--encryption-key");
  }

  private static String sealed(LoopbackHub.Asked asked, Identity recipient) throws Exception {
    SealedAnswer sealed =
        SealedAnswer.to(recipient.certificate(), Answers.rows(asked, Answers.row("王小明")));
    return new AnswerSigner(HUB).sealed(sealed.key(), true).sign(sealed.data());
  }
}
