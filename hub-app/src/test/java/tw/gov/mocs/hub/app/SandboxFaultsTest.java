package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;

/** A sandbox and a hub share nothing, and say so in both languages before anything is started. */
class SandboxFaultsTest {

  private static final String ITS_OWN =
      ": 測試環境自備此項，不得與正式平臺共用，請刪除 · a sandbox makes its own; take it out";

  @TempDir private static Path folder = Path.of("");

  private static DemoPki pki;
  private static String hub = "";

  @BeforeAll
  static void make() throws IOException {
    pki = SharedPki.in(folder.resolve("pki"));
    hub = Files.readString(DemoSettings.write(folder, pki, DemoSettings.Ports.free()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hub.database.url",
        "hub.source.url",
        "hub.source.schema",
        "hub.trust.roots[0]",
        "hub.trust.accept-demo-certificates",
        "hub.audit.identity-hash-keys[0].file",
        "hub.audit.checkpoint-key",
        "hub.receipt.key",
        "hub.delivery.folder",
        "hub.exchange.token-key",
        "hub.file.folder",
        "hub.ws.signing-key",
        "hub.ws.spool-folder",
        "hub.notice.smtp.host"
      })
  void aSandboxTakesNothingOfAHub(String setting) throws IOException {
    String said = sandbox("hub.sandbox.folder=" + folder.resolve("x") + "\n" + setting + "=x\n");
    assertThat(said).contains(setting + ITS_OWN);
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void aSandboxIsNotStartedWithTheSettingsOfAHub() throws IOException {
    assertThat(sandbox(hub))
        .contains("hub.database.url" + ITS_OWN, "hub.ws.signing-key" + ITS_OWN)
        .contains("hub.sandbox.folder: 未設定；測試環境須有自己的資料夾 · is missing; a sandbox needs a folder");
  }

  @Test
  void aSandboxMakesNothingInTheFolderOfAHub() throws IOException {
    byte[] before = Files.readAllBytes(pki.tls().certificate());
    assertThat(sandbox("hub.sandbox.folder=" + folder + "\n"))
        .contains("hub.sandbox.folder: 資料夾不是空的，也不屬於測試環境 · is not empty and belongs to no sandbox");
    assertThat(pki.tls().certificate()).hasBinaryContent(before);
  }

  @Test
  void aMisspeltSettingOfASandboxIsNamed() throws IOException {
    assertThat(sandbox("hub.sandbox.folder=" + folder.resolve("y") + "\nhub.sandbox.person=1\n"))
        .contains("hub.sandbox.person: 沒有這個設定 · there is no such setting");
  }

  @Test
  void aHubIsNotStartedWithTheSettingsOfASandbox() throws IOException {
    assertThat(serve(hub + "hub.sandbox.folder=/var/sandbox\n"))
        .contains(
            "hub.sandbox.folder: 這是測試環境的設定，請以 serve --sandbox 啟動 · of a sandbox: serve --sandbox");
  }

  @Test
  void aHubTrustsAndUsesNoCertificateOfASandbox() throws IOException {
    String real = hub.replace("accept-demo-certificates=true", "accept-demo-certificates=false");
    String why = ": 含有測試環境或示範的憑證，正式平臺不得使用 · holds a certificate of a sandbox or demo";
    assertThat(serve(real))
        .contains(
            "hub.trust.roots[0]" + why,
            "hub.trust.intermediates[0]" + why,
            "hub.audit.checkpoint-certificate" + why,
            "hub.receipt.certificate" + why,
            "hub.delivery.certificate" + why,
            "hub.ws.signing-certificate" + why,
            "hub.ws.tls-certificate" + why,
            "hub.web.tls-certificate" + why);
  }

  private static String sandbox(String settings) throws IOException {
    return failing(settings, "serve", "--sandbox");
  }

  private static String serve(String settings) throws IOException {
    String said = failing(settings, "check-config");
    assertThat(failing(settings, "serve")).isEqualTo(said);
    return said;
  }

  private static String failing(String settings, String... command) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "of", ".properties"), settings);
    StringWriter err = new StringWriter();
    CommandLine line = HubMain.commandLine();
    line.setErr(new PrintWriter(err, true));
    String[] arguments = Arrays.copyOf(command, command.length + 2);
    arguments[command.length] = "--config";
    arguments[command.length + 1] = file.toString();
    assertThat(line.execute(arguments)).isEqualTo(1);
    return err.toString();
  }
}
