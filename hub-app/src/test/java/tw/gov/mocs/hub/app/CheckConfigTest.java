package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.setting.SettingControl;

/** What {@code check-config} says of settings that were changed while the hub ran. */
class CheckConfigTest {

  @TempDir private Path folder = Path.of("");

  private Path settings = Path.of("");

  @BeforeEach
  void write() throws IOException {
    DemoPki pki = SharedPki.in(folder.resolve("pki"));
    settings = DemoSettings.write(folder, pki, DemoSettings.Ports.free());
  }

  @Test
  void saysThatItCouldNotLookAndMakesNoDatabase() throws IOException {
    List<Path> before = files();
    assertThat(said())
        .contains("The settings have no fault", "The database could not be looked at");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void namesWhatDoesNotCountSinceWhenAndByWhom() {
    Actor someone = new Actor("someone", null, null);
    try (HubProcess hub = HubProcess.command(Settings.of(settings, Map.of()))) {
      SettingControl control = hub.get(SettingControl.class);
      control.change("hub.application.daily-rows", 0, "2000", "業務需要", someone);
      control.change("hub.application.daily-calls", 0, "300", "業務需要", someone);
      control.reset("hub.application.daily-calls", 1, "恢復", someone);
    }
    assertThat(said())
        .containsPattern(
            "hub\\.application\\.daily-rows: 2000 \\(file or default: 1000000\\),"
                + " since 2[0-9T:.-]+Z by someone")
        .doesNotContain("daily-calls", "could not be looked at");
  }

  @Test
  void saysThatNothingWasChanged() {
    HubProcess.command(Settings.of(settings, Map.of())).close();
    assertThat(said()).contains("No setting was changed while the hub ran");
  }

  @Test
  void namesTheFileThatItJudgedAlsoWhenNoneIsGiven() {
    assertThat(said()).contains("The file of the settings: " + settings.toAbsolutePath());
    String unused = "/nowhere";
    String before = System.setProperty("project.home", unused);
    try {
      assertThat(said(1, "check-config")).contains(unused + "/var/demo/hub.properties");
    } finally {
      restore(before);
    }
  }

  private static void restore(@Nullable String home) {
    if (home == null) {
      System.clearProperty("project.home");
    } else {
      System.setProperty("project.home", home);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private String said() {
    return said(0, "check-config", "--config", settings.toString());
  }

  private static String said(int status, String... words) {
    StringWriter out = new StringWriter();
    CommandLine line = HubMain.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(new StringWriter(), true));
    assertThat(line.execute(words)).isEqualTo(status);
    return out.toString();
  }
}
