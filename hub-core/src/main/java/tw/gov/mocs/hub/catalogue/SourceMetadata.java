package tw.gov.mocs.hub.catalogue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.database.SourceSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * What the database of the source says of its schemas, tables and columns, as far as the reading
 * user may see them. Guarantee: no row of a table is read. Every method throws SOURCE_UNAVAILABLE
 * when the source does not answer.
 */
@Component
public class SourceMetadata {

  /** So many schemas or tables are listed at most. */
  public static final int MOST = 2_000;

  /** Of the database itself, not of anybody's data. */
  private static final Set<String> OF_THE_DATABASE =
      Set.of("INFORMATION_SCHEMA", "PG_CATALOG", "PG_TOAST", "SYS", "SYSTEM", "XDB", "CTXSYS");

  private final DataSource source;
  private final SourceSettings settings;

  SourceMetadata(@Qualifier("sourceDataSource") DataSource source, SourceSettings settings) {
    this.source = source;
    this.settings = settings;
  }

  /** The schema that a table without one stands in. */
  public String usualSchema() {
    return settings.schema();
  }

  /** The schemas, by name. */
  public List<String> schemas() {
    return ask(
        connection -> {
          List<String> names = new ArrayList<>();
          try (ResultSet found = connection.getMetaData().getSchemas()) {
            while (found.next() && names.size() < MOST) {
              String name = found.getString("TABLE_SCHEM");
              if (!OF_THE_DATABASE.contains(FoundTable.upper(name))) {
                names.add(name);
              }
            }
          }
          names.sort(Comparator.naturalOrder());
          return names;
        });
  }

  /** The tables and views of a schema, by name. */
  public List<SourceTableName> tables(String schema) {
    return ask(
        connection -> {
          List<SourceTableName> tables = new ArrayList<>();
          DatabaseMetaData meta = connection.getMetaData();
          String escaped = FoundTable.escaped(meta, schema);
          try (ResultSet found = meta.getTables(null, escaped, "%", FoundTable.KINDS)) {
            while (found.next() && tables.size() < MOST) {
              tables.add(
                  new SourceTableName(
                      found.getString("TABLE_NAME"),
                      found.getString("TABLE_TYPE").contains("VIEW"),
                      found.getString("REMARKS")));
            }
          }
          tables.sort(Comparator.comparing(SourceTableName::name));
          return tables;
        });
  }

  /** A table of a schema, the usual one for null; empty if it is not there. */
  Optional<FoundTable> find(@Nullable String schema, String table) {
    return ask(connection -> find(connection, schema, table));
  }

  /** Each of these tables; empty for one that is not there. */
  List<Optional<FoundTable>> find(List<ExchangeTable> tables) {
    return ask(
        connection -> {
          List<Optional<FoundTable>> all = new ArrayList<>();
          for (ExchangeTable table : tables) {
            all.add(find(connection, table.schema(), table.name()));
          }
          return all;
        });
  }

  private Optional<FoundTable> find(Connection connection, @Nullable String schema, String table)
      throws SQLException {
    return FoundTable.read(connection, schema == null ? settings.schema() : schema, table);
  }

  private <T> T ask(Question<T> question) {
    try (Connection connection = source.getConnection()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new HubException(ErrorCode.SOURCE_UNAVAILABLE, "metadata", e);
    }
  }

  /** What is asked. */
  @FunctionalInterface
  private interface Question<T> {

    T ask(Connection connection) throws SQLException;
  }
}
