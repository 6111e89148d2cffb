package tw.gov.mocs.hub.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What reading the rows of a file costs without a hub: every value as text, written to nowhere. */
final class FileReadMain {

  private FileReadMain() {}

  /**
   * Reads them whenever a line comes.
   *
   * @param arguments JDBC address, user
   */
  public static void main(String[] arguments) throws Exception {
    Peer.quiet();
    try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], "")) {
      // PostgreSQL ignores the fetch size with autocommit on.
      connection.setAutoCommit(false);
      Peer.ready(0);
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (orders.readLine() != null) {
        long began = System.nanoTime();
        long rows = read(connection);
        Peer.say("read " + rows + " " + (System.nanoTime() - began));
      }
    }
  }

  private static long read(Connection connection) throws SQLException {
    long read = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1_000);
      try (ResultSet rows = statement.executeQuery(FileRows.query())) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            rows.getString(i);
          }
          read++;
        }
      }
    }
    connection.rollback();
    return read;
  }
}
