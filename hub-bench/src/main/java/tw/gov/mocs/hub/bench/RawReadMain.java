package tw.gov.mocs.hub.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;

/**
 * What reading costs without a hub: the same rows, page by page, written as the same XML to
 * nowhere. No decision, no signature, no record, no network.
 */
final class RawReadMain {

  private RawReadMain() {}

  /**
   * @param arguments JDBC address, user, schema
   */
  public static void main(String[] arguments) throws Exception {
    Peer.quiet();
    Rsa.install();
    try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], "")) {
      // PostgreSQL ignores the fetch size with autocommit on.
      connection.setAutoCommit(false);
      RawRead read = new RawRead(connection, arguments[2]);
      Peer.ready(0);
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        String[] order = line.split(" ");
        Peer.say("rows " + walk(read, Integer.parseInt(order[0]), Integer.parseInt(order[1])));
      }
    }
  }

  private static long walk(RawRead read, int pages, int rows) throws Exception {
    // Not the empty text, which is null in Oracle's mode: nothing comes after null.
    String key = " ";
    long before = read.rows();
    for (int i = 0; i < pages; i++) {
      key = read.page(rows, key, OutputStream.nullOutputStream());
    }
    return read.rows() - before;
  }

  /** Tells such a process to walk. */
  static long order(ServerProcess process, Walk walk) throws IOException {
    process.order(walk.pages() + " " + walk.rows());
    return Long.parseLong(process.await("rows", Duration.ofMinutes(10)));
  }
}
