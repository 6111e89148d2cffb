package tw.gov.mocs.hub.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Where a database keeps which migrations it has seen. A sandbox keeps them under another name than
 * a hub: so each database says whose it is, and neither opens one of the other.
 */
enum MigrationHistory {
  HUB("flyway_schema_history"),
  SANDBOX("sandbox_schema_history");

  private final String table;

  MigrationHistory(String table) {
    this.table = table;
  }

  static MigrationHistory of(boolean sandbox) {
    return sandbox ? SANDBOX : HUB;
  }

  String table() {
    return table;
  }

  /** Passes for a new database and one of its own; before anything is written into it. */
  void requireOwn(DataSource database) {
    if (this == HUB && SANDBOX.isIn(database)) {
      throw foreign("資料庫（hub.database.url）屬於測試環境，正式平臺不得開啟");
    }
    if (this == SANDBOX && HUB.isIn(database)) {
      throw foreign("資料庫（hub.sandbox.folder）屬於正式平臺，測試環境不得開啟");
    }
  }

  private static HubException foreign(String told) {
    return new HubException(ErrorCode.SETTINGS_INVALID, told, told);
  }

  private boolean isIn(DataSource database) {
    try (Connection connection = database.getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(),
                    connection.getSchema(),
                    "%",
                    new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        if (table.equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
          return true;
        }
      }
      return false;
    } catch (SQLException e) {
      throw new HubException(ErrorCode.DATABASE_UNAVAILABLE, "its tables cannot be listed", e);
    }
  }
}
