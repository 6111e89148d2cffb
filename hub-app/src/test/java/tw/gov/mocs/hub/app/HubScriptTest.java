package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code hub}, in a project of its own where Java and Maven only say how they ran. */
class HubScriptTest {

  @TempDir private Path project = Path.of("");
  @TempDir private Path elsewhere = Path.of("");
  @TempDir private Path programs = Path.of("");

  @BeforeEach
  void make() throws IOException {
    project = project.toRealPath();
    elsewhere = elsewhere.toRealPath();
    Files.copy(Path.of("..", "hub"), project.resolve("hub"));
    source("pom.xml");
    source("hub-app/pom.xml");
    source("hub-app/src/main/java/Main.java");
    source("sql/V1.sql");
    program(
        "java",
        "case \"$1\" in *jarmode*) mkdir -p \"$6\"; cp \"$3\" \"$6\";;"
            + " *) echo \"java in $PWD: $*\";; esac");
    // As a reproducible build: the jar has a time long past.
    program(
        "mvn",
        "echo \"mvn in $PWD: $*\"; mkdir -p hub-app/target;"
            + " touch -d 2001-01-01 hub-app/target/hub-exec.jar");
  }

  @Test
  void runsInTheFolderOfTheUser() throws Exception {
    assertThat(run("check-config", "--config", "my.conf"))
        .anyMatch(line -> line.startsWith("java in " + elsewhere + ": "))
        .anyMatch(line -> line.endsWith(" check-config --config my.conf"));
  }

  @Test
  void tellsWhereTheProjectIs() throws Exception {
    assertThat(run("demo")).anyMatch(line -> line.contains("-Dproject.home=" + project));
  }

  @Test
  void buildsInTheProjectAndOnce() throws Exception {
    assertThat(run("demo")).anyMatch(line -> line.startsWith("mvn in " + project + ": "));
    assertThat(run("demo")).noneMatch(line -> line.startsWith("mvn"));
  }

  @Test
  void buildsAgainAfterAChange() throws Exception {
    run("demo");
    Path changed = project.resolve("hub-app/src/main/java/Main.java");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run("demo")).anyMatch(line -> line.startsWith("mvn"));
  }

  @Test
  void saysWhichModuleIsBuilt() throws Exception {
    program(
        "mvn",
        "printf '\\033[0m[INFO] Scanning for projects...\\n'; echo 'a line of a plugin';"
            + " echo '[INFO] Building hub-core 1.0-SNAPSHOT                          [2/6]';"
            + " echo '[WARNING] something';"
            + " touch hub-app/target/hub-exec.jar");
    assertThat(run("demo"))
        .contains("building hub-core (2 of 6) …")
        .noneMatch(line -> line.contains("Scanning") || line.contains("[WARNING]"))
        .doesNotContain("a line of a plugin");
  }

  @Test
  void showsWhyABuildFailsAndEndsWithItsStatus() throws Exception {
    program(
        "mvn",
        "echo '[INFO] Building hub-core 1.0-SNAPSHOT       [2/6]'; echo '[ERROR] Main.java:[3,1]';"
            + " echo '  symbol: class Mein'; echo '[INFO] Total time'; exit 3");
    assertThat(run(3, "demo"))
        .contains("[ERROR] Main.java:[3,1]", "  symbol: class Mein")
        .doesNotContain("[INFO] Total time")
        .noneMatch(line -> line.startsWith("java"));
  }

  @Test
  void showsWhatJavaSaysInsteadOfMaven() throws Exception {
    program("mvn", "echo 'Error occurred during initialization of VM'; exit 1");
    assertThat(run(1, "demo")).contains("Error occurred during initialization of VM");
  }

  @Test
  void waitsForABuildThatRunsAndUsesIt() throws Exception {
    Path builds = project.resolve("builds");
    program(
        "mvn",
        "echo build >> builds; while [ ! -e go ]; do sleep 0.05; done;"
            + " touch hub-app/target/hub-exec.jar");
    Process first = start("demo");
    Await.until(() -> Files.exists(builds));
    Process second = start("demo");
    try (BufferedReader said = second.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("another build is running here, waiting …");
      Files.createFile(project.resolve("go"));
      assertThat(said.lines().toList()).singleElement().asString().startsWith("java in ");
    }
    first.getInputStream().readAllBytes();
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(builds).hasContent("build");
  }

  @Test
  void startsFromTheUnpackedJar() throws Exception {
    Path unpacked = project.resolve("hub-app/target/unpacked/hub-exec.jar");
    assertThat(run("demo")).anyMatch(line -> line.contains(" -jar " + unpacked + " demo"));
    assertThat(unpacked).hasSameBinaryContentAs(project.resolve("hub-app/target/hub-exec.jar"));
  }

  @Test
  void unpacksWhatWasBuiltAnew() throws Exception {
    run("demo");
    Path left = Files.createFile(project.resolve("hub-app/target/unpacked/of-the-former-build"));
    run("demo");
    assertThat(left).exists();
    Path changed = project.resolve("hub-app/src/main/java/Main.java");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(60)));
    run("demo");
    assertThat(left).doesNotExist();
  }

  @Test
  void endsTheTestsWithWhatFailedInShort() throws Exception {
    for (String name : List.of("npm", "node")) {
      program(name, "true");
    }
    program("dpkg-query", "echo 'install ok installed'");
    String reports = "hub-app/target/surefire-reports";
    program("mvn", "mkdir -p " + reports + "; cp report.xml " + reports + "/TEST-New.xml; exit 1");
    Path old = project.resolve(reports).resolve("TEST-Old.xml");
    Files.createDirectories(old.getParent());
    Files.writeString(old, failed("OldTest", "old\n\tat tw.gov.mocs.hub.OldTest.java\n"));
    Files.writeString(
        project.resolve("report.xml"),
        "<testcase name=\"passes\" classname=\"NewTest\" time=\"0.1\"/>\n"
            + failed(
                "NewTest",
                "begin\n"
                    + "a line of a long page\n".repeat(20)
                    + "to contain\n\tat java.base/x\n"
                    + "\tat tw.gov.mocs.hub.NewTest.fails(NewTest.java:7)\n"
                    + "\tat where.it.was.called\n"));
    List<String> lines = run(1, "test");
    assertThat(lines.subList(lines.indexOf("what failed:") + 1, lines.size()))
        .hasSizeLessThan(15)
        .contains("NewTest.fails", "begin", "to contain")
        .anyMatch(line -> line.endsWith("(NewTest.java:7)"))
        .noneMatch(line -> line.contains("where.it.was.called"))
        .noneMatch(line -> line.contains("OldTest") || line.contains("passes"));
  }

  /** As Surefire reports it. */
  private static String failed(String type, String said) {
    return "  <testcase name=\"fails\" classname=\"%s\" time=\"0.1\">\n".formatted(type)
        + "    <failure message=\"begin&#10;a\" type=\"java.lang.AssertionError\"><![CDATA["
        + said
        + "]]></failure>\n  </testcase>\n";
  }

  private void source(String name) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private List<String> run(String... arguments) throws Exception {
    return run(0, arguments);
  }

  private List<String> run(int status, String... arguments) throws Exception {
    Process process = start(arguments);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(status);
    return output.lines().toList();
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", project.resolve("hub").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(elsewhere.toFile());
    builder.environment().merge("PATH", programs.toString(), (path, own) -> own + ":" + path);
    return builder.start();
  }
}
