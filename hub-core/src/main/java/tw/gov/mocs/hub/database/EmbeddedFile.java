package tw.gov.mocs.hub.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.gov.mocs.hub.shared.OwnerOnly;

/**
 * The file of the embedded database, which nobody but its owner can read if the hub made it. It
 * only ever grows while the hub runs, because H2 may lose what it acknowledged when it is killed
 * after having reused space (tried: 3 of 40 kills); so it is made small again before the hub opens
 * it.
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

  /**
   * Before the hub opens it: makes the file if it is not there, and writes it anew without what is
   * dead in it, when that is most of a large file.
   */
  void prepare() {
    if (!isFile(url)) {
      return;
    }
    Path file = path();
    boolean made = file != null && make(file);
    try (Connection connection =
            DriverManager.getConnection(url, settings.user(), settings.password());
        Statement statement = connection.createStatement()) {
      long bytes = info(statement, "FILE_SIZE");
      if (bytes >= WORTH_IT_BYTES && info(statement, "CHUNKS_FILL_RATE") < WORTH_IT_LIVE_PERCENT) {
        LOG.info("making the database file of {} MiB small again …", bytes >> 20);
        compact(statement);
      }
    } catch (SQLException e) {
      if (file != null && made) {
        forget(file);
      }
      throw new IllegalStateException("the embedded database does not open", e);
    }
  }

  /** Closes the database. H2 puts another file in its place, which gets the rights of the first. */
  void compact(Statement statement) throws SQLException {
    Path file = path();
    Set<PosixFilePermission> rights = file == null ? null : rights(file);
    statement.execute("SHUTDOWN COMPACT");
    if (file != null && rights != null) {
      try {
        Files.setPosixFilePermissions(file, rights);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static @Nullable Set<PosixFilePermission> rights(Path file) {
    try {
      return Files.getPosixFilePermissions(file);
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  /**
   * Where it stands; null if the address names it otherwise than {@code jdbc:h2:file:…}, or if it
   * must be there already.
   */
  private @Nullable Path path() {
    String given = settings.url();
    if (!given.startsWith(FILE) || given.toUpperCase(Locale.ROOT).contains("IFEXISTS=TRUE")) {
      return null;
    }
    int end = given.indexOf(';');
    String name = given.substring(FILE.length(), end < 0 ? given.length() : end);
    String home = System.getProperty("user.home");
    return Path.of((name.startsWith("~") ? home + name.substring(1) : name) + ".mv.db");
  }

  /** H2 would make a file that everybody can read; one without content is a new database to it. */
  private static boolean make(Path file) {
    try {
      if (Files.exists(file)) {
        return false;
      }
      OwnerOnly.makeFolder(file.toAbsolutePath().resolveSibling(""));
      OwnerOnly.makeFile(file);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forget(Path file) {
    try {
      if (Files.size(file) == 0) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.debug("{} stays behind: {}", file, e.toString());
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
