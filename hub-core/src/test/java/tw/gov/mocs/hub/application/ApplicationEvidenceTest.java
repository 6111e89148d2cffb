package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The evidence of a submission holds before OpenSSL, by the very commands that it names. */
@OnEveryDatabase
@Timeout(60)
class ApplicationEvidenceTest {

  private static final byte[] NOTHING = {};

  private final ApplicationEvidence evidence;
  private final Application pending;
  private final Map<String, byte[]> files;
  @TempDir private Path folder = Path.of("");

  ApplicationEvidenceTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    evidence = core.getBean(ApplicationEvidence.class);
    pending = new Ministry(core).pending();
    files = Zips.files(evidence.zip(Ministry.number(pending)));
  }

  @BeforeEach
  void unpack() throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  @Test
  void everyCommandOfItsInstructionsSucceeds() throws Exception {
    List<String> commands = commands("openssl");
    assertThat(commands).hasSize(4);
    for (String command : commands) {
      Result result = run(command);
      assertThat(result.status()).as(command + "\n" + result.out()).isZero();
    }
    assertThat(run(commands("openssl cms -verify -binary -inform DER -in receipt").get(0)).out())
        .contains(
            "申請案號 Application：" + Ministry.number(pending),
            "草稿編號 Draft：" + pending.id(),
            "簽署方式 How it was signed：憑證簽章（CMS） signed with the card");
    assertThat(commands("openssl verify").get(0)).contains("-crl_check_all -CRLfile crl-1.pem");
  }

  @Test
  void theDocumentIsTheOneInTheStatementAndTheReceipt() throws Exception {
    String digest = HexFormat.of().formatHex(Digests.sha256(file("document.json")));
    assertThat(run("openssl dgst -sha256 document.json").out()).contains(digest);
    assertThat(new String(file("statement.txt"), StandardCharsets.UTF_8)).contains(digest);
    assertThat(new String(file("receipt.p7s"), StandardCharsets.UTF_8)).contains(digest);
    assertThat(evidence.find(Ministry.number(pending)).orElseThrow())
        .returns(digest, ApplicationEvidence.Summary::documentDigest)
        .returns(SignatureLevel.CMS, ApplicationEvidence.Summary::level)
        .returns(false, ApplicationEvidence.Summary::revocationWithinGrace);
  }

  @Test
  void oneByteOfTheStatementSpoilsTheSignature() throws Exception {
    String command = commands("openssl cms -verify -binary -inform DER -in signature").get(0);
    assertThat(run(command).status()).isZero();
    spoil("statement.txt", 10);
    assertThat(run(command).status()).isNotZero();
  }

  @Test
  void oneByteOfTheSignatureSpoilsIt() throws Exception {
    spoil("signature.p7s", file("signature.p7s").length - 1);
    String command = commands("openssl cms -verify -binary -inform DER -in signature").get(0);
    assertThat(run(command).status()).isNotZero();
  }

  @Test
  void oneByteOfTheReceiptSpoilsIt() throws Exception {
    String text = new String(file("receipt.p7s"), StandardCharsets.ISO_8859_1);
    int number = text.indexOf(Ministry.number(pending).value());
    assertThat(number).isPositive();
    spoil("receipt.p7s", number + 11);
    String command = commands("openssl cms -verify -binary -inform DER -in receipt").get(0);
    assertThat(run(command).status()).isNotZero();
  }

  @Test
  void theListIsReallyAsked() throws Exception {
    Files.delete(folder.resolve("crl-1.pem"));
    assertThat(run(commands("openssl verify").get(0)).status()).isNotZero();
  }

  @Test
  void aDraftHasNoEvidence() {
    ApplicationNumber unknown = new ApplicationNumber("APSQ00199999");
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> evidence.zip(unknown))
        .returns(ErrorCode.NOT_FOUND, HubException::code);
  }

  private byte[] file(String name) {
    return files.getOrDefault(name, NOTHING);
  }

  private void spoil(String name, int place) throws IOException {
    byte[] bytes = file(name).clone();
    bytes[place] ^= 1;
    Files.write(folder.resolve(name), bytes);
  }

  private List<String> commands(String beginning) {
    return new String(file("VERIFY.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(beginning))
        .toList();
  }

  private record Result(int status, String out) {}

  private Result run(String command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Process process =
        new ProcessBuilder(command.split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }
}
