package tw.gov.mocs.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.TestCore;

class SchemasAgreeTest {

  @Test
  void postgresqlHasTheColumnsOfOracle() throws SQLException {
    assertThat(columns(TestDatabase.POSTGRESQL, "public"))
        .isEqualTo(columns(TestDatabase.H2, "PUBLIC"));
  }

  /** Each as table.column with whether it may be null. */
  private static SortedSet<String> columns(TestDatabase database, String schema)
      throws SQLException {
    DataSource hub = TestCore.shared(database).getBean("hubDataSource", DataSource.class);
    SortedSet<String> found = new TreeSet<>();
    try (Connection connection = hub.getConnection()) {
      DatabaseMetaData metaData = connection.getMetaData();
      try (ResultSet rs = metaData.getColumns(null, schema, "%", "%")) {
        while (rs.next()) {
          String table = rs.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
          if (!table.startsWith("flyway")) {
            found.add(
                "%s.%s %s"
                    .formatted(
                        table,
                        rs.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        rs.getString("IS_NULLABLE")));
          }
        }
      }
    }
    return found;
  }
}
