package tw.gov.mocs.hub.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL server of this run, as durable as in production; the embedded default is not. */
final class PostgresServer implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final Path data;

  PostgresServer(Path folder) throws IOException, SQLException {
    data = folder.resolve("postgres");
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
    try {
      require("fsync");
      require("synchronous_commit");
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void require(String setting) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("SHOW " + setting)) {
      if (!shown.next() || !"on".equals(shown.getString(1))) {
        throw new IllegalStateException("PostgreSQL runs without " + setting);
      }
    }
  }

  String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  /** The lines of a hub's settings that name it. */
  String settings() {
    return """
        hub.database.url=%1$s
        hub.database.user=postgres
        hub.source.url=%1$s
        hub.source.user=postgres
        hub.source.schema=personnel
        """
        .formatted(url());
  }

  /**
   * Lets the planner know the records and brings them to the disk, as the server does by itself
   * after a while: it would be at it while others are measured.
   */
  void analyze() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT");
    }
  }

  /** Processor time of the server and of the processes that serve the open connections. */
  Duration cpu() {
    try {
      long main = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      ProcessHandle server = ProcessHandle.of(main).orElseThrow();
      Duration sum = time(server);
      for (ProcessHandle each : server.descendants().toList()) {
        sum = sum.plus(time(each));
      }
      return sum;
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL has ended", e);
    }
  }

  private static Duration time(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
