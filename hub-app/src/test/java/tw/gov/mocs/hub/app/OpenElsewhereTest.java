package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** An embedded database that another process has open. */
class OpenElsewhereTest {

  @TempDir private Path folder = Path.of("");

  private String url = "";
  private List<Process> others = List.of();

  private void open(String name) throws Exception {
    url = "jdbc:h2:file:" + folder.resolve(name);
    DriverManager.getConnection(url, "hub", "").close();
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Shell.class.getName(),
                "-url",
                url,
                "-user",
                "hub")
            .redirectErrorStream(true)
            .start();
    others = List.of(other);
    // It says so when it is connected, and waits for what is typed.
    StringBuilder said = new StringBuilder();
    while (said.indexOf("sql>") < 0) {
      int one = other.getInputStream().read();
      assertThat(one).as(said.toString()).isNotNegative();
      said.append((char) one);
    }
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("hub.properties"), "as=it was started");
  }

  @AfterEach
  void close() {
    others.forEach(Process::destroyForcibly);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub", "records"})
  void endsAnotherDemoBeforeItWritesAnything(String name) throws Exception {
    open(name);
    List<Path> before = files();
    StringWriter said = new StringWriter();
    CommandLine line = HubMain.commandLine();
    line.setErr(new PrintWriter(said));
    int status = line.execute("demo", "--once", "--free-ports", "--folder", folder.toString());
    assertThat(status).isOne();
    assertThat(said.toString())
        .contains("open in another process", folder.resolve(name + ".mv.db").toString());
    assertThat(files()).isEqualTo(before);
    assertThat(folder.resolve("hub.properties")).hasContent("as=it was started");
  }

  @Test
  void isNamedInOneSentence() throws Exception {
    open("source");
    String said = "";
    try (Connection connection =
        DriverManager.getConnection(url.replace(":file:", ":retry:"), "hub", "")) {
      connection.isReadOnly();
    } catch (SQLException e) {
      said = said(new HubException(ErrorCode.SOURCE_UNAVAILABLE, "it failed", e));
    }
    String file = folder.resolve("source.mv.db").toString();
    assertThat(said.lines()).hasSize(2).allSatisfy(line -> assertThat(line).endsWith(file));
  }

  private static String said(Exception failure) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    new Failure(failure).print(writer);
    writer.flush();
    return out.toString();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }
}
