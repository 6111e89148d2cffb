package tw.gov.mocs.hub.catalogue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as the source's own metadata describes it.
 *
 * @param columns in order, by name in capitals
 * @param keys columns that are unique and not null by themselves, the primary key first
 */
record FoundTable(Map<String, FoundColumn> columns, List<String> keys) {

  /** Of what can be read as a table, as the databases name it. */
  static final String[] KINDS = {
    "TABLE", "BASE TABLE", "PARTITIONED TABLE", "FOREIGN TABLE", "VIEW", "MATERIALIZED VIEW"
  };

  /**
   * Reads a table of the schema; names are compared without regard to capitals, because PostgreSQL
   * folds to small letters and the others to capitals.
   */
  static Optional<FoundTable> read(Connection connection, String schema, String table)
      throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    String realSchema = match(meta.getSchemas(), "TABLE_SCHEM", schema);
    if (realSchema == null) {
      return Optional.empty();
    }
    String inSchema = escaped(meta, realSchema);
    String realTable = match(meta.getTables(null, inSchema, "%", KINDS), "TABLE_NAME", table);
    if (realTable == null) {
      return Optional.empty();
    }
    Map<String, FoundColumn> columns = columns(meta, inSchema, escaped(meta, realTable));
    return Optional.of(new FoundTable(columns, keys(meta, realSchema, realTable, columns)));
  }

  private static @Nullable String match(ResultSet names, String column, String wanted)
      throws SQLException {
    try (names) {
      while (names.next()) {
        String name = names.getString(column);
        if (name.equalsIgnoreCase(wanted)) {
          return name;
        }
      }
      return null;
    }
  }

  /** The underscore of a name is a wildcard in the patterns of the metadata. */
  static String escaped(DatabaseMetaData meta, String name) throws SQLException {
    String escape = meta.getSearchStringEscape();
    return name.replace("_", escape + "_").replace("%", escape + "%");
  }

  private static Map<String, FoundColumn> columns(
      DatabaseMetaData meta, String schema, String table) throws SQLException {
    boolean h2 = meta.getDatabaseProductName().equals("H2");
    Map<String, FoundColumn> columns = new LinkedHashMap<>();
    try (ResultSet found = meta.getColumns(null, schema, table, "%")) {
      while (found.next()) {
        String name = upper(found.getString("COLUMN_NAME"));
        columns.put(
            name,
            new FoundColumn(
                name,
                found.getInt("DATA_TYPE"),
                // In its Oracle mode H2 makes a DATE a TIMESTAMP without fraction, as Oracle does.
                h2 && found.getInt("DECIMAL_DIGITS") == 0
                    ? found.getString("TYPE_NAME").replace("TIMESTAMP", "DATE")
                    : found.getString("TYPE_NAME"),
                found.getInt("COLUMN_SIZE"),
                found.getInt("DECIMAL_DIGITS"),
                found.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls,
                found.getString("REMARKS")));
      }
    }
    return columns;
  }

  private static List<String> keys(
      DatabaseMetaData meta, String schema, String table, Map<String, FoundColumn> columns)
      throws SQLException {
    Set<String> keys = new LinkedHashSet<>();
    List<String> primary = new ArrayList<>();
    try (ResultSet found = meta.getPrimaryKeys(null, schema, table)) {
      while (found.next()) {
        primary.add(upper(found.getString("COLUMN_NAME")));
      }
    }
    if (primary.size() == 1) {
      keys.addAll(primary);
    }
    Map<String, Set<String>> unique = new HashMap<>();
    try (ResultSet found = meta.getIndexInfo(null, schema, table, true, true)) {
      while (found.next()) {
        String column = found.getString("COLUMN_NAME");
        // A partial unique index promises nothing of the other rows.
        if (column != null && found.getString("FILTER_CONDITION") == null) {
          unique
              .computeIfAbsent(found.getString("INDEX_NAME"), index -> new HashSet<>())
              .add(upper(column));
        }
      }
    }
    unique.values().stream()
        .filter(index -> index.size() == 1)
        .map(index -> index.iterator().next())
        .filter(column -> columns.containsKey(column) && columns.get(column).required())
        .sorted()
        .forEach(keys::add);
    return List.copyOf(keys);
  }

  static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
