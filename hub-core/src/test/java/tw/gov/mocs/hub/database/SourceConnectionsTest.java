package tw.gov.mocs.hub.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceConnectionsTest {

  /** After so long without use the pool asks a connection whether it still works. */
  private static final long ASKED_AGAIN_MILLIS = 600;

  @Test
  void leaveNoTransactionOpenWhileTheyWait() throws Exception {
    Map<String, String> database = TestDatabase.POSTGRESQL.fresh();
    String url = requireNonNull(database.get("hub.source.url"));
    SourceSettings settings = new SourceSettings(url, "postgres", "", "personnel", 2, 1000, 30);
    try (HikariDataSource source = new DatabaseConfiguration().sourceDataSource(settings)) {
      source.getConnection().close();
      Thread.sleep(ASKED_AGAIN_MILLIS);
      source.getConnection().close();
      assertThat(inTransaction(url)).isZero();
    }
  }

  private static int inTransaction(String url) throws Exception {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "SELECT COUNT(*) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND state LIKE 'idle in transaction%'")) {
      assertThat(count.next()).isTrue();
      return count.getInt(1);
    }
  }
}
