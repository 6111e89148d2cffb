package tw.gov.mocs.hub.app.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.shared.HubException;

/** The command {@code card-agent} where it does not start. */
@Timeout(120)
class CardAgentCommandTest {

  private static final String PORTAL = "https://localhost:8443";

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void make() {
    SharedPki.in(folder);
  }

  @Test
  void explainsItselfInBothLanguages() {
    StringWriter text = new StringWriter();
    CommandLine line = new CommandLine(new CardAgentCommand());
    line.setOut(new PrintWriter(text, true));
    assertThat(line.execute("--help")).isZero();
    assertThat(text.toString())
        .contains("以示範憑證代替 IC 卡", "Stands for a card", "--as=NAME", "--yes", "61161");
  }

  @Test
  void namesThePortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> run("--as", "agency-a", "--port", String.valueOf(taken.getLocalPort())))
          .isInstanceOf(BindException.class)
          .hasMessageStartingWith(taken.getLocalPort() + " of 127.0.0.1");
    }
  }

  @Test
  void refusesACardThatNoDemoMade(@TempDir Path other) throws Exception {
    Path p12 = other.resolve("real.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=real,C=TW",
                "-storetype",
                "PKCS12",
                "-keystore",
                p12.toString(),
                "-storepass",
                DemoPki.P12_PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    assertThatThrownBy(() -> run("--as", "real", "--pki", other.toString()))
        .isInstanceOf(HubException.class)
        .hasMessageContaining("not marked as a demo's");
  }

  @Test
  void namesTheFileThatIsNotThere() {
    assertThatThrownBy(() -> run("--as", "nobody"))
        .isInstanceOf(HubException.class)
        .hasMessageContaining("nobody.key: there is no such file");
  }

  @Test
  void asksForTheDemoWhenNoSiteIsNamed() {
    Path nowhere = folder.resolve("demo.properties");
    assertThatThrownBy(() -> execute("--as", "agency-a", "--demo", nowhere.toString()))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void saysWhatTheDemoDidNotWriteDown(@TempDir Path other) throws Exception {
    Path half = Files.writeString(other.resolve("demo.properties"), "portal.url=https://a:1/\n");
    assertThatThrownBy(() -> execute("--as", "agency-a", "--demo", half.toString()))
        .isInstanceOf(HubException.class)
        .hasMessageContaining("it does not tell portal.cert.url");
  }

  @Test
  void takesWebSitesOnly() {
    StringWriter text = new StringWriter();
    CommandLine line = new CommandLine(new CardAgentCommand());
    line.setErr(new PrintWriter(text, true));
    assertThat(line.execute("--as", "agency-a", "--origin", "file:///tmp")).isEqualTo(2);
    assertThat(text.toString()).contains("--origin：不是網站位址 · no web site: file:///tmp");
  }

  private static void run(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("--origin", PORTAL, "--pki", folder.toString()));
    all.addAll(List.of(arguments));
    execute(all.toArray(String[]::new));
  }

  /** The failure itself, as {@code hub} explains it. */
  private static void execute(String... arguments) throws Exception {
    CommandLine line = new CommandLine(new CardAgentCommand()).setOverwrittenOptionsAllowed(true);
    Exception[] failure = new Exception[1];
    line.setExecutionExceptionHandler(
        (e, self, parsed) -> {
          failure[0] = e;
          return 1;
        });
    assertThat(line.execute(arguments)).isEqualTo(1);
    assertThat(Files.isDirectory(folder)).isTrue();
    throw failure[0];
  }
}
