package tw.gov.mocs.hub.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.database.DatabaseSettings;
import tw.gov.mocs.hub.database.Dialect;

/** Brings what is committed to the disk: H2 does so only when told, the others with the commit. */
@Component
class DiskSync {

  private final DataSource database;
  private final boolean needed;

  DiskSync(DataSource hubDataSource, DatabaseSettings settings) {
    database = hubDataSource;
    needed = Dialect.of(settings.url()) == Dialect.H2;
  }

  void sync() {
    if (!needed) {
      return;
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the log may not be on the disk", e);
    }
  }
}
