package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.client.ClientFixture.AGENCY;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.ROOT;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as a person uses it. */
class CallCommandTest {

  private static final String WSDL =
      """
      <w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:x="%s"><x:schema>
      <x:element name="SQ_TA_001Response"><x:complexType><x:sequence><x:element name="row">
      <x:complexType><x:sequence>
      <x:element name="idNo"><x:annotation><x:documentation>身分證號</x:documentation>
      </x:annotation></x:element>
      <x:element name="name"><x:annotation><x:documentation>姓名（中文）</x:documentation>
      </x:annotation></x:element>
      <x:element name="birthDate"/></x:sequence></x:complexType></x:element></x:sequence>
      </x:complexType></x:element></x:schema></w:definitions>"""
          .formatted(Namespaces.XML_SCHEMA);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws Exception {
    pem("agency-a.key", "PRIVATE KEY", AGENCY.keys().getPrivate().getEncoded());
    pem("agency-a.crt", "CERTIFICATE", AGENCY.certificate().getEncoded());
    pem("hub.crt", "CERTIFICATE", HUB.certificate().getEncoded());
    pem("ca.crt", "CERTIFICATE", ROOT.certificate().getEncoded());
  }

  @Test
  void printsTableWithLabels() throws Exception {
    assertThat(call(this::rows, "SQ_TA_001", "--as", "agency-a")).isZero();
    assertThat(out.toString())
        .contains("身分證號 idNo  姓名 name\n")
        .contains("A100000001     王小明\n")
        .contains("recordId R-1");
  }

  @Test
  void printsCsvWithEveryFieldOfTheContract() throws Exception {
    assertThat(call(this::rows, "SQ_TA_001", "--as", "agency-a", "--csv")).isZero();
    assertThat(out.toString()).isEqualTo("idNo,name,birthDate\r\nA100000001,王小明,\r\n");
  }

  @Test
  void printsJson() throws Exception {
    assertThat(call(this::rows, "SQ_TA_001", "--as", "agency-a", "--json")).isZero();
    assertThat(out.toString()).endsWith("\"rows\":[{\"idNo\":\"A100000001\",\"name\":\"王小明\"}]}\n");
  }

  @Test
  void asksForTheSamplePersonUnlessToldOtherwise() throws Exception {
    call(
        a -> {
          assertThat(a.message()).contains("<idNo><value>A100000001</value></idNo>");
          return rows(a);
        },
        "SQ_TA_001",
        "--as",
        "agency-a",
        "--json");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void sendsCriteriaAndRanges() throws Exception {
    int code =
        call(
            a -> {
              assertThat(a.message())
                  .contains("<agencyCode><value>301</value></agencyCode>")
                  .contains("<updatedAt><from>2026-01-01T00:00:00+08:00</from></updatedAt>");
              return rows(a);
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
    assertThat(call(this::rows, "SQ_TA_001", "--as", "agency-a", "--raw")).isZero();
    assertThat(err.toString()).contains("SQ_TA_001Request").contains("SQ_TA_001Response");
  }

  @Test
  void opensAnEncryptedAnswerWithTheKeyOfTheDemosCaller() throws Exception {
    Identity recipient = ROOT.issue("CN=Agency encryption,C=TW");
    pem("agency-a-encryption.key", "PRIVATE KEY", recipient.keys().getPrivate().getEncoded());
    pem("agency-a-encryption.crt", "CERTIFICATE", recipient.certificate().getEncoded());
    assertThat(call(a -> sealed(a, recipient), "SQ_TA_001", "--as", "agency-a", "--json")).isZero();
    assertThat(out.toString()).contains("王小明");
  }

  @Test
  void opensAnEncryptedAnswerWithTheGivenKey() throws Exception {
    Identity recipient = ROOT.issue("CN=Agency encryption,C=TW");
    pem("mine.key", "PRIVATE KEY", recipient.keys().getPrivate().getEncoded());
    pem("mine.crt", "CERTIFICATE", recipient.certificate().getEncoded());
    int code =
        call(
            a -> sealed(a, recipient),
            "SQ_TA_001",
            "--as",
            "agency-a",
            "--json",
            "--encryption-key",
            folder.resolve("mine.key").toString(),
            "--encryption-cert",
            folder.resolve("mine.crt").toString());
    assertThat(code).isZero();
  }

  @Test
  void endsWith2WhenTheAnswerIsEncryptedAndNoKeyGiven() throws Exception {
    assertThat(call(a -> sealed(a, AGENCY), "SQ_TA_001", "--as", "agency-a", "--json"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--encryption-key");
  }

  private static String sealed(LoopbackHub.Asked asked, Identity recipient) throws Exception {
    SealedAnswer sealed =
        SealedAnswer.to(recipient.certificate(), Answers.rows(asked, Answers.row("王小明")));
    return new AnswerSigner(HUB).sealed(sealed.key(), true).sign(sealed.data());
  }

  @Test
  void endsWith1OnFault() throws Exception {
    int code =
        call(
            a -> new AnswerSigner(HUB).sign(Answers.fault(a.requestId())),
            "SQ_TA_001",
            "--as",
            "agency-a",
            "--json");
    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("平臺拒絕 [HUB-5001] 申請案不可使用")
        .contains("The hub refused [HUB-5001] Not usable")
        .contains("signed by the hub");
  }

  @Test
  void endsWith2WhenAnOptionIsMissing() throws Exception {
    assertThat(call(this::rows, "SQ_TA_001")).isEqualTo(2);
    assertThat(err.toString()).contains("缺少 --key").contains("--key is missing");
  }

  @Test
  void endsWith2WhenARangeIsMalformed() throws Exception {
    assertThat(call(this::rows, "SQ_TA_001", "--as", "agency-a", "--range", "updatedAt=x"))
        .isEqualTo(2);
  }

  @Test
  void endsWith3WhenTheAnswerIsNotVerified() throws Exception {
    assertThat(
            call(
                a -> new AnswerSigner(HUB).unsigned(Answers.rows(a, "")),
                "SQ_TA_001",
                "--as",
                "agency-a",
                "--json"))
        .isEqualTo(3);
  }

  @Test
  void endsWith4WhenTheHubIsNotThere() throws Exception {
    assertThat(
            call(
                this::rows,
                "SQ_TA_001",
                "--as",
                "agency-a",
                "--json",
                "--endpoint",
                "http://127.0.0.1:1/exchange"))
        .isEqualTo(4);
    assertThat(err.toString()).contains("拒絕連線").contains("refused the connection");
  }

  private String rows(LoopbackHub.Asked asked) throws Exception {
    return "wsdl&policy=none".equals(asked.query()) ? WSDL : ClientFixture.good(asked);
  }

  private int call(LoopbackHub.Answering answering, String... arguments) throws Exception {
    try (LoopbackHub hub = new LoopbackHub(answering)) {
      Path demo = folder.resolve("demo.properties");
      Files.writeString(
          demo,
          """
          soap.url=%s
          pki.dir=%s
          hub.certificate=%s
          application.agency-a=APSQ11500001
          sample.idNo=A100000001
          """
              .formatted(hub.address(), folder, folder.resolve("hub.crt")));
      List<String> all = new ArrayList<>(List.of("call", "--demo", demo.toString()));
      all.addAll(List.of(arguments));
      CommandLine line = ClientMain.commandLine();
      line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
      return line.execute(all.toArray(String[]::new));
    }
  }

  private void pem(String name, String type, byte[] encoded) throws IOException {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(
                type,
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(encoded),
                type);
    Files.writeString(folder.resolve(name), text);
  }
}
