package tw.gov.mocs.hub.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.TestPki;
import tw.gov.mocs.hub.application.Zips;
import tw.gov.mocs.hub.delivery.DeliverySettings;

/** What stands in the decryption program; its jar comes with the runnable hub. */
class DecryptionProgramTest {

  private final Map<String, String> pki = TestPki.shared().signing();
  private final Path certificate = Path.of(pki.get("hub.receipt.certificate"));
  private final Path key = Path.of(pki.get("hub.receipt.key"));

  @TempDir private Path folder = Path.of("");

  private Map<String, String> texts(Path certificates) throws IOException {
    DeliverySettings settings =
        new DeliverySettings(
            folder, true, Duration.ofDays(1), Duration.ofHours(1), certificates, key);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DecryptionProgram(settings).writeTo(out);
    return Zips.files(out.toByteArray()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, file -> new String(file.getValue(), UTF_8)));
  }

  @Test
  void holdsScriptsAndTheCertificatesOfTheHub() throws IOException {
    Map<String, String> files = texts(certificate);
    assertThat(files)
        .containsKeys("open.sh", "open.cmd", "README.md", "README.en.md")
        .containsKeys("licenses/Apache-2.0.txt", "licenses/bouncy-castle.txt");
    assertThat(files.get("hub-authorities.pem")).contains("BEGIN CERTIFICATE");
  }

  @Test
  void holdsNoKeyThoughTheFileOfTheCertificateDoes() throws IOException {
    Path both = folder.resolve("both.pem");
    Files.writeString(both, Files.readString(certificate) + Files.readString(key));
    assertThat(texts(both).values()).noneMatch(text -> text.contains("PRIVATE KEY"));
  }
}
