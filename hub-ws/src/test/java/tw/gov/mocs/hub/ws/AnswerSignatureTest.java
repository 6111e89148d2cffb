package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.audit.CheckpointRef;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.exchange.AnswerHead;

/** What the hub signs by hand verifies by programs that others made. */
class AnswerSignatureTest {

  private static final int PAYLOADS = 2_000;

  private final Path folder;
  private final SpoolFolder spools;

  AnswerSignatureTest(@TempDir Path folder) {
    this.folder = folder;
    this.spools = new SpoolFolder(folder, new WsSettings.Spooling(4096, 10, 1 << 30));
  }

  private String envelope(
      Identity hub, SoapVersion version, @Nullable String relatesTo, List<String[]> rows)
      throws Exception {
    AnswerSigner signer = new AnswerSigner(hub.certificate(), hub.key(), Clock.systemUTC());
    try (AnswerBody body = new AnswerBody(spools.open(), version)) {
      SoapAnswerWriter writer = new SoapAnswerWriter(body);
      writer.begin(
          new AnswerHead(
              new ServiceCode("SQ_TA_001"),
              "r\r\n<1>",
              "REC",
              Instant.now(),
              1,
              new byte[32],
              new CheckpointRef(1, new byte[32]),
              null,
              List.of("a", "b")));
      for (String[] row : rows) {
        writer.row(row);
      }
      writer.end("token");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(
          ("<soap:Envelope xmlns:soap=\"" + version.namespace() + "\">")
              .getBytes(StandardCharsets.UTF_8));
      out.write(signer.header(body, relatesTo, "urn:a&b"));
      body.spool().content().transferTo(out);
      out.write("</soap:Envelope>".getBytes(StandardCharsets.UTF_8));
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  private static String random(Random random) {
    int[] odd = {'&', '<', '>', '\r', '\n', '\t', '"', 0x20BB7, 0x1F600, 0xE9, 0x738B, ' ', ']'};
    return random
        .ints(random.nextInt(30), 0, odd.length)
        .map(i -> odd[i])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void verifiesByPlainWss4jForRandomPayloads() throws Exception {
    // As the hub itself does. By the JDK, as below, so many signatures take half a minute here.
    if (AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null) {
      AmazonCorrettoCryptoProvider.install();
    }
    try {
      verifyRandomPayloads();
    } finally {
      Security.removeProvider(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
    }
  }

  private void verifyRandomPayloads() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < PAYLOADS; i++) {
      String a = random(random);
      String b = random(random);
      SoapVersion version = SoapVersion.values()[i % 2];
      String text =
          envelope(
              Identity.HUB,
              version,
              i % 3 == 0 ? random(random) : null,
              List.<String[]>of(new String[] {a, b}));
      var document = SignedMessage.parse(text);
      assertThat(Reply.verified(document, Identity.HUB)).contains("Body", "Timestamp");
      assertThat(SignedMessage.element(document, Names.EXCHANGE, "a").getTextContent())
          .isEqualTo(a);
      assertThat(SignedMessage.element(document, Names.EXCHANGE, "b").getTextContent())
          .isEqualTo(b);
    }
  }

  @Test
  void signsWithAnEcKey() throws Exception {
    String text = envelope(Identity.P256, SoapVersion.V11, null, List.of());
    assertThat(Reply.verified(SignedMessage.parse(text), Identity.P256))
        .containsExactly("Body", "Timestamp");
  }

  @Test
  void verifiesByXmlsec1() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/xmlsec1")), "xmlsec1 is not installed");
    Random random = new Random(11);
    Path certificate = folder.resolve("hub.crt");
    HubFiles.pem(certificate, Identity.HUB.certificate());
    for (int i = 0; i < 30; i++) {
      Path file = folder.resolve("answer.xml");
      Files.writeString(
          file,
          envelope(
              Identity.HUB,
              SoapVersion.V11,
              "urn:1",
              List.<String[]>of(new String[] {random(random), null})));
      Process process =
          new ProcessBuilder(
                  "/usr/bin/xmlsec1",
                  "--verify",
                  "--pubkey-cert-pem",
                  certificate.toString(),
                  "--id-attr:Id",
                  "Body",
                  "--id-attr:Id",
                  "Timestamp",
                  "--id-attr:Id",
                  "Action",
                  "--id-attr:Id",
                  "RelatesTo",
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
  }
}
