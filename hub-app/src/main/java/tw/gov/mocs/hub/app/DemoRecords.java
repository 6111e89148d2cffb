package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.h2.jdbcx.JdbcDataSource;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.shared.OwnerOnly;

/**
 * The personnel records of the demo or of a sandbox: a database of its own, as in life, which the
 * hub's user may only read. It is made beside whatever else is done, and stands under its name when
 * it is whole.
 */
final class DemoRecords {

  static final String SCHEMA = "PERSONNEL";
  static final String READER = "HUB_READER";

  /** Of its file, to which H2 adds an ending. */
  static final String NAME = "records";

  /**
   * With less than all rows in its cache (KB), each index would read and decode them anew. What the
   * sorting of an index leaves behind is not worth moving everything else for.
   */
  private static final String QUICK =
      ";MODE=Oracle;CACHE_SIZE=262144;AUTO_COMPACT_FILL_RATE=0;MAX_COMPACT_TIME=0";

  private final Path home;
  private final int persons;
  private CompletableFuture<Void> making = CompletableFuture.completedFuture(null);

  DemoRecords(Path home) {
    this(home, SampleRecords.DEFAULT_PERSONS);
  }

  /** Of so many persons. */
  DemoRecords(Path home, int persons) {
    this.home = home;
    this.persons = persons;
  }

  /** Where the hub reads them. */
  String url() {
    return "jdbc:h2:file:" + home.resolve(NAME) + ";IFEXISTS=TRUE";
  }

  /** Whether they were made in an earlier run. */
  boolean areThere() {
    return Files.isRegularFile(home.resolve(NAME + ".mv.db"));
  }

  /** Begins to make them. */
  void startMaking(LocalDate day) {
    making = CompletableFuture.runAsync(() -> make(day));
  }

  /** Waits until they are there. */
  void await() {
    try {
      making.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the sample records cannot be made", e.getCause());
    }
  }

  private void make(LocalDate day) {
    Path part = home.resolve("records-part.mv.db");
    JdbcDataSource owner = new JdbcDataSource();
    owner.setURL("jdbc:h2:file:" + home.resolve("records-part") + QUICK);
    owner.setUser("OWNER");
    owner.setPassword("");
    try {
      Files.deleteIfExists(part);
      OwnerOnly.makeFile(part);
      try (Connection connection = owner.getConnection();
          Statement statement = connection.createStatement()) {
        SampleRecords.load(owner, SCHEMA, persons, day);
        statement.execute("CREATE USER " + READER + " PASSWORD ''");
        statement.execute("GRANT SELECT ON SCHEMA " + SCHEMA + " TO " + READER);
      }
      Files.move(part, home.resolve(NAME + ".mv.db"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
