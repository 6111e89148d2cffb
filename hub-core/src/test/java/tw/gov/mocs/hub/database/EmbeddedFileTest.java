package tw.gov.mocs.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestCore;

/** The file of the embedded database: who can read it, and that no interrupt closes it. */
class EmbeddedFileTest {

  private static final int INTERRUPTS = 20;

  @Test
  void staysOpenWhenAThreadIsInterruptedInIt(@TempDir Path folder) throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("hub");
    Map<String, String> settings =
        Map.of(
            "hub.database.url",
            url,
            "hub.source.url",
            url + ";INIT=CREATE SCHEMA IF NOT EXISTS PERSONNEL");
    try (ConfigurableApplicationContext core = TestCore.start(TestDatabase.H2, settings)) {
      JdbcTemplate database = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
      database.execute("CREATE TABLE written (who VARCHAR2(40))");
      for (int i = 0; i < INTERRUPTS; i++) {
        Writer writer = new Writer(database);
        writer.start();
        writer.await(5);
        writer.interrupt();
        writer.ended = true;
        writer.join();
      }
      assertThat(database.queryForObject("SELECT COUNT(*) FROM written", Integer.class))
          .isGreaterThanOrEqualTo(INTERRUPTS * 5);
    }
  }

  @Test
  void isReadByItsOwnerAloneAsIsItsFolder(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("data").resolve("hub.mv.db");
    prepare(file, "");
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(rights(file.resolveSibling(""))).isEqualTo("rwx------");
    try (Connection connection = connect(file)) {
      assertThat(connection.getMetaData().isReadOnly()).isFalse();
    }
  }

  @Test
  void isReadByItsOwnerAloneAlsoOnceItWasMadeSmall(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("hub.mv.db");
    EmbeddedFile embedded = prepare(file, "");
    Object before = Files.getAttribute(file, "unix:ino");
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      embedded.compact(statement);
    }
    assertThat(Files.getAttribute(file, "unix:ino")).isNotEqualTo(before);
    assertThat(rights(file)).isEqualTo("rw-------");
  }

  @Test
  void keepsTheRightsThatSomebodyGaveIt(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("hub.mv.db");
    prepare(file, "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    prepare(file, "");
    assertThat(rights(file)).isEqualTo("rw-r-----");
  }

  @ParameterizedTest
  @ValueSource(strings = {";IFEXISTS=TRUE", ";NO_SUCH_OPTION=1"})
  void leavesNoFileWhereNoneIsOpened(String options, @TempDir Path folder) {
    Path file = folder.resolve("hub.mv.db");
    assertThatIllegalStateException().isThrownBy(() -> prepare(file, options));
    assertThat(file).doesNotExist();
  }

  private static EmbeddedFile prepare(Path file, String options) {
    String url = url(file) + options;
    EmbeddedFile embedded =
        new EmbeddedFile(
            DatabaseConfiguration.durable(url), new DatabaseSettings(url, "hub", "", 4, false));
    embedded.prepare();
    return embedded;
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection(DatabaseConfiguration.durable(url(file)), "hub", "");
  }

  private static String url(Path file) {
    return "jdbc:h2:file:" + file.toString().replace(".mv.db", "");
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** Writes rows until it is told to end, which one that was interrupted need not see. */
  private static final class Writer extends Thread {

    private final JdbcTemplate database;
    private final AtomicInteger written = new AtomicInteger();
    private volatile boolean ended;

    Writer(JdbcTemplate database) {
      super("writer");
      this.database = database;
    }

    @Override
    public void run() {
      while (!ended) {
        database.update("INSERT INTO written VALUES (?)", getName() + getId());
        written.incrementAndGet();
      }
    }

    void await(int rows) {
      while (written.get() < rows && isAlive()) {
        Thread.onSpinWait();
      }
    }
  }
}
