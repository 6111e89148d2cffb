package tw.gov.mocs.hub.app;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.h2.jdbcx.JdbcDataSource;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.shared.RocDate;

/** A small source of a test's own, made before a demo is, so that it can be altered. */
final class OwnRecords {

  private static final int PERSONS = 300;

  private final JdbcDataSource owner = new JdbcDataSource();

  private OwnRecords(Path folder) {
    owner.setURL("jdbc:h2:file:" + folder.resolve("records") + ";MODE=Oracle");
    owner.setUser("OWNER");
    owner.setPassword("");
  }

  /** Makes it in the folder of a demo that does not run. */
  static OwnRecords make(Path folder) {
    OwnRecords records = new OwnRecords(folder);
    try {
      SampleRecords.load(
          records.owner, DemoRecords.SCHEMA, PERSONS, RocDate.dayOf(Clock.systemUTC().instant()));
      records.execute("CREATE USER " + DemoRecords.READER + " PASSWORD ''");
      records.execute("GRANT SELECT ON SCHEMA " + DemoRecords.SCHEMA + " TO " + DemoRecords.READER);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return records;
  }

  /** Alters it. */
  void execute(String sql) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
