package tw.gov.mocs.hub.exchange;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.catalogue.TableJoin;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.database.SourceSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The tables of the source as they really stand there, asked once and kept until the catalogue
 * changes. The catalogue's names are tried as written, then in small letters (PostgreSQL folds so),
 * then in capitals (Oracle, H2).
 */
@Component
class SourceTables {

  private final String usualSchema;
  private final Map<String, SourceTable> known = new ConcurrentHashMap<>();

  SourceTables(SourceSettings settings, Changes changes) {
    this.usualSchema = settings.schema();
    changes.listen(ChangeTopic.CATALOGUE, this::forget);
  }

  /** Asks anew from now on: the source was changed, or seems to be. */
  void forget() {
    known.clear();
  }

  /**
   * The table as the source has it.
   *
   * @throws HubException SOURCE_DRIFT when it is gone
   */
  SourceTable get(Connection connection, ExchangeTable table) throws SQLException {
    SourceTable found = known.get(table.name());
    if (found == null) {
      found = read(connection, table);
      known.put(table.name(), found);
    }
    return found;
  }

  /** The tables of a service, its first one before those that are joined, in their order. */
  List<SourceTable> of(Connection connection, ExchangeService service) throws SQLException {
    return of(connection, RowSource.of(service));
  }

  /** The same of what a file is read of. */
  List<SourceTable> of(Connection connection, RowSource source) throws SQLException {
    List<SourceTable> all = new ArrayList<>();
    all.add(get(connection, source.table()));
    for (TableJoin join : source.joins()) {
      all.add(get(connection, join.table()));
    }
    return all;
  }

  private SourceTable read(Connection connection, ExchangeTable table) throws SQLException {
    String schema = table.schema() == null ? usualSchema : table.schema();
    DatabaseMetaData meta = connection.getMetaData();
    for (String schemaName : spellings(schema)) {
      for (String tableName : spellings(table.name())) {
        SourceTable found = read(meta, schemaName, tableName);
        if (found != null) {
          return found;
        }
      }
    }
    throw new HubException(ErrorCode.SOURCE_DRIFT, "the source has no table " + table.name());
  }

  private @Nullable SourceTable read(DatabaseMetaData meta, String schema, String table)
      throws SQLException {
    Map<String, SourceColumn> columns = new HashMap<>();
    String escape = meta.getSearchStringEscape();
    try (ResultSet rows =
        meta.getColumns(null, escaped(schema, escape), escaped(table, escape), null)) {
      while (rows.next()) {
        String name = rows.getString("COLUMN_NAME");
        SourceColumn.Kind kind =
            SourceColumn.kind(rows.getInt("DATA_TYPE"), rows.getString("TYPE_NAME"));
        columns.put(
            name.toUpperCase(Locale.ROOT), new SourceColumn(QuotedIdentifier.of(name), kind));
      }
    }
    return columns.isEmpty()
        ? null
        : new SourceTable(
            QuotedIdentifier.of(schema), QuotedIdentifier.of(table), columns, this::forget);
  }

  private static Set<String> spellings(String name) {
    return new LinkedHashSet<>(
        List.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT)));
  }

  /** JDBC takes patterns here, in which _ stands for any character. */
  private static String escaped(String name, String escape) {
    return name.replace(escape, escape + escape)
        .replace("_", escape + "_")
        .replace("%", escape + "%");
  }
}
