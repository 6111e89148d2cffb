package tw.gov.mocs.hub.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the embedded database. It only ever grows while the hub runs, because H2 may lose
 * what it acknowledged when it is killed after having reused space (tried: 3 of 40 kills); so it is
 * made small again before the hub opens it.
 */
final class EmbeddedFile {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFile.class);
  private static final String FILE = "jdbc:h2:file:";
  private static final long WORTH_IT_BYTES = 256L * 1024 * 1024;
  private static final int WORTH_IT_LIVE_PERCENT = 50;

  private final String url;
  private final DatabaseSettings settings;

  EmbeddedFile(String url, DatabaseSettings settings) {
    this.url = url;
    this.settings = settings;
  }

  /** Whether the address is of an embedded database that is kept in a file. */
  static boolean isFile(String url) {
    return Dialect.of(url) == Dialect.H2 && !url.startsWith("jdbc:h2:mem:");
  }

  /**
   * The same address, of a file that H2 opens again when the interrupt of a thread has closed it:
   * without it one thread that is interrupted while it reads closes the database for all, at a stop
   * before the end of the log is written.
   */
  static String uninterrupted(String url) {
    return url.startsWith(FILE) ? "jdbc:h2:retry:" + url.substring(FILE.length()) : url;
  }

  /** Writes the file anew without what is dead in it, when that is most of a large file. */
  void compactIfWorthIt() {
    if (!isFile(url)) {
      return;
    }
    try (Connection connection =
            DriverManager.getConnection(url, settings.user(), settings.password());
        Statement statement = connection.createStatement()) {
      long bytes = info(statement, "FILE_SIZE");
      if (bytes >= WORTH_IT_BYTES && info(statement, "CHUNKS_FILL_RATE") < WORTH_IT_LIVE_PERCENT) {
        LOG.info("making the database file of {} MiB small again …", bytes >> 20);
        statement.execute("SHUTDOWN COMPACT");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the embedded database does not open", e);
    }
  }

  private static long info(Statement statement, String name) throws SQLException {
    try (ResultSet found =
        statement.executeQuery(
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info."
                + name
                + "'")) {
      return found.next() ? Long.parseLong(found.getString(1)) : 0;
    }
  }
}
