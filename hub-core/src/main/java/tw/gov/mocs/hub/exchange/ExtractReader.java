package tw.gov.mocs.hub.exchange;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.database.Dialect;
import tw.gov.mocs.hub.database.SourceSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Reads all rows of an extract from the source, as one consistent snapshot, in pages by the paging
 * key as calls do: no statement runs long, and no more than a page is held.
 */
@Component
public class ExtractReader {

  private static final int PAGE = 10_000;

  private final DataSource source;
  private final SourceSettings settings;
  private final SourceTables tables;
  private final SelectStatements statements;
  private final Catalogue catalogue;
  private final Clock clock;

  ExtractReader(
      @Qualifier("sourceDataSource") DataSource source,
      SourceSettings settings,
      SourceTables tables,
      SelectStatements statements,
      Catalogue catalogue,
      Clock clock) {
    this.source = source;
    this.settings = settings;
    this.tables = tables;
    this.statements = statements;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Takes what is read. */
  public interface Sink {

    /** The snapshot stands. */
    void begin(Instant asOf) throws IOException;

    /** The rows of this table or service follow, with these fields in the order of their values. */
    void table(RowSource source, List<Field> fields) throws IOException;

    /** One row. */
    void row(ExtractRow row) throws IOException;

    /** A page of the source was read; may throw to give up. */
    void page() throws IOException;
  }

  /**
   * Reads it for the agency.
   *
   * @throws HubException SOURCE_UNAVAILABLE, SOURCE_DRIFT; NOT_FOUND for an unknown table;
   *     SERVICE_CLOSED
   * @throws IOException what the sink throws
   */
  public void read(Extract extract, AgencyCode agency, Sink sink) throws IOException {
    try (Connection connection = source.getConnection()) {
      connection.setTransactionIsolation(Dialect.of(settings.url()).snapshot());
      sink.begin(clock.instant());
      for (ExtractTable part : extract.tables()) {
        read(connection, part, agency, sink);
      }
      connection.commit();
    } catch (SQLException e) {
      tables.forget();
      throw SourceFailures.of(e);
    }
  }

  private void read(Connection connection, ExtractTable part, AgencyCode agency, Sink sink)
      throws SQLException, IOException {
    RowSource from = from(part);
    List<Field> fields = part.fields().stream().map(name -> field(from, name)).toList();
    List<Condition> conditions = RowConditions.of(part.conditions(), from, agency);
    List<SourceTable> found = tables.of(connection, from);
    sink.table(from, fields);
    String after = null;
    do {
      SourceQuery query = SourceQuery.of(from, fields, conditions, after, found);
      after = page(connection, query, sink);
      sink.page();
    } while (after != null);
  }

  private RowSource from(ExtractTable part) {
    String name = part.table();
    RowSource from =
        catalogue
            .current()
            .findRows(name)
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no rows of " + name, name));
    if (from.status() != ServiceStatus.OPEN) {
      throw new HubException(ErrorCode.SERVICE_CLOSED, name + " is closed", name, from.notice());
    }
    return from;
  }

  private static Field field(RowSource from, String name) {
    return from.findField(name)
        .orElseThrow(
            () -> new HubException(ErrorCode.SOURCE_DRIFT, from.name() + " has no " + name));
  }

  /** The key of its last row; null if that was the last page. */
  private @Nullable String page(Connection connection, SourceQuery query, Sink sink)
      throws SQLException, IOException {
    LexicalForm[] forms = query.forms().toArray(LexicalForm[]::new);
    int[] persons = query.personColumns().stream().mapToInt(Integer::intValue).toArray();
    int read = 0;
    String key = null;
    try (PreparedStatement statement = connection.prepareStatement(statements.sql(query.shape()))) {
      statement.setFetchSize(settings.fetchSize());
      int at = 1;
      for (Object value : query.values()) {
        statement.setObject(at++, value);
      }
      statement.setInt(at, PAGE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sink.row(row(rows, forms, persons));
          read++;
          if (read == PAGE) {
            key = rows.getString(query.keyColumn());
          }
        }
      }
    }
    return key;
  }

  private static ExtractRow row(ResultSet rows, LexicalForm[] forms, int[] persons)
      throws SQLException {
    @Nullable Object[] values = new @Nullable Object[forms.length];
    for (int i = 0; i < forms.length; i++) {
      values[i] = forms[i].value(rows, i + 1);
    }
    @Nullable String[] keys = new @Nullable String[persons.length];
    for (int i = 0; i < persons.length; i++) {
      // Those of a column that is returned anyway are not read again.
      keys[i] = persons[i] <= forms.length ? null : rows.getString(persons[i]);
    }
    return new ExtractRow(forms, persons, values, keys);
  }
}
