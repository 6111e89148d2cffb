package tw.gov.mocs.hub.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.database.Dialect;

/** The source tables of the demo, made from the catalogue. */
final class SampleSchema {

  private static final List<String> INDEXED = List.of("ID_NO", "AGENCY_CODE", "UPDATED_AT");

  /** A person stands there once, so other tables can be joined to it. */
  private static final String ONCE_PER_PERSON = "TA_CURRENT_STAFF";

  private final Dialect dialect;
  private final String schema;

  SampleSchema(Dialect dialect, String schema) {
    this.dialect = dialect;
    this.schema = schema;
  }

  void create(Connection connection, Iterable<ExchangeTable> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      for (ExchangeTable table : tables) {
        statement.execute(table(table));
      }
    }
  }

  /** Indexes come last: filling is quicker without them. */
  void index(Connection connection, Iterable<ExchangeTable> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (ExchangeTable table : tables) {
        if (table.name().equals(ONCE_PER_PERSON)) {
          statement.execute(
              "CREATE UNIQUE INDEX %s_UX ON %s.%s (%s)"
                  .formatted(table.name(), schema, table.name(), table.subjectColumn()));
        }
        for (Field field : table.fields()) {
          if (INDEXED.contains(field.columnName())) {
            statement.execute(
                "CREATE INDEX %s_%d_IX ON %s.%s (%s, %s)"
                    .formatted(
                        table.name(),
                        field.ordinal(),
                        schema,
                        table.name(),
                        field.columnName(),
                        table.pagingKey()));
          }
        }
      }
    }
  }

  private String table(ExchangeTable table) {
    List<String> lines = new ArrayList<>();
    for (Field field : table.fields()) {
      lines.add(field.columnName() + " " + type(field) + (field.required() ? " NOT NULL" : ""));
    }
    lines.add("CONSTRAINT %s_PK PRIMARY KEY (%s)".formatted(table.name(), table.pagingKey()));
    return "CREATE TABLE %s.%s (%s)".formatted(schema, table.name(), String.join(", ", lines));
  }

  private String type(Field field) {
    boolean postgresql = dialect == Dialect.POSTGRESQL;
    return switch (field.type()) {
      case STRING, CODE ->
          postgresql ? "VARCHAR(" + field.length() + ")" : "VARCHAR2(" + field.length() + " CHAR)";
      case INTEGER -> "NUMERIC(" + field.length() + ")";
      case DECIMAL -> "NUMERIC(" + field.length() + "," + field.scale() + ")";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP(6)";
    };
  }
}
