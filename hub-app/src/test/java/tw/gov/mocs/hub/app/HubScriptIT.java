package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;

/** The script {@code hub} with the jar that was built, in a project where nothing is newer. */
class HubScriptIT {

  @TempDir private static Path project = Path.of("");
  private static Path settings = Path.of("");

  @BeforeAll
  static void make() throws IOException {
    for (String folder : new String[] {"hub-app/src/main", "hub-app/target", "sql"}) {
      Files.createDirectories(project.resolve(folder));
    }
    Files.createFile(project.resolve("pom.xml"));
    Files.createFile(project.resolve("hub-app/pom.xml"));
    Files.copy(Path.of("..", "hub"), project.resolve("hub"));
    Files.copy(Path.of("target", "hub-exec.jar"), project.resolve("hub-app/target/hub-exec.jar"));
    Files.createFile(project.resolve("hub-app/target/built"));
    DemoPki pki = SharedPki.in(project.resolve("pki"));
    settings = DemoSettings.write(project, pki, DemoSettings.Ports.free());
  }

  @Test
  void findsNoFaultInTheSettingsOfTheDemo() throws Exception {
    assertThat(run("check-config", "--config", settings.toString()))
        .contains("The settings have no fault");
  }

  @Test
  void runsACommandThatOpensTheDatabase() throws Exception {
    assertThat(run("trust", "list", "--config", settings.toString())).contains("ROOT", "settings");
  }

  private static String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", project.resolve("hub").toString()));
    command.addAll(List.of(arguments));
    Process hub = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(hub.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(hub.waitFor()).as(output).isZero();
    return output;
  }
}
