package tw.gov.mocs.hub.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;

/** Fills the tables of the demo in batches, each row by the names of its columns. */
final class BatchInserts implements AutoCloseable {

  private final Connection connection;
  private final String schema;
  private final Map<String, Insert> inserts = new HashMap<>();

  BatchInserts(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /**
   * Adds a row; the paging key is its running number.
   *
   * @throws IllegalArgumentException for a column that the table does not have
   */
  void add(ExchangeTable table, Map<String, Object> row) throws SQLException {
    Insert insert = inserts.get(table.name());
    if (insert == null) {
      insert = new Insert(connection, schema, table);
      inserts.put(table.name(), insert);
    }
    insert.add(row);
  }

  /** Sends the rows that wait. */
  void flush() throws SQLException {
    for (Insert insert : inserts.values()) {
      insert.statement.executeBatch();
    }
  }

  @Override
  public void close() throws SQLException {
    for (Insert insert : inserts.values()) {
      insert.close();
    }
  }

  private static final class Insert implements AutoCloseable {

    private final PreparedStatement statement;
    private final ExchangeTable table;
    private int rows;

    Insert(Connection connection, String schema, ExchangeTable table) throws SQLException {
      this.table = table;
      List<String> columns = new ArrayList<>();
      table.fields().forEach(field -> columns.add(field.columnName()));
      this.statement =
          connection.prepareStatement(
              "INSERT INTO %s.%s (%s) VALUES (%s)"
                  .formatted(
                      schema,
                      table.name(),
                      String.join(", ", columns),
                      String.join(", ", Collections.nCopies(columns.size(), "?"))));
    }

    void add(Map<String, Object> row) throws SQLException {
      rows++;
      int found = 0;
      int place = 1;
      for (Field field : table.fields()) {
        Object value = row.get(field.columnName());
        found += value == null ? 0 : 1;
        boolean number = field.columnName().equals(table.pagingKey());
        statement.setObject(place++, number ? SampleNames.digits(rows, 10) : value);
      }
      if (found != row.size()) {
        throw new IllegalArgumentException(table.name() + " has not all of " + row.keySet());
      }
      statement.addBatch();
    }

    @Override
    public void close() throws SQLException {
      statement.executeBatch();
      statement.close();
    }
  }
}
