package tw.gov.mocs.hub.exchange;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.database.SourceSettings;

/** Reads one page of the source, row by row, in a read-only transaction of its own. */
@Component
class RowReader {

  /** What the answer's end takes at most: the token of the next page and the closing elements. */
  private static final int TAIL = 4_096;

  private final DataSource source;
  private final SourceSettings sourceSettings;
  private final SourceTables tables;
  private final SelectStatements statements;
  private final long maxBytes;
  private final Clock clock;

  RowReader(
      @Qualifier("sourceDataSource") DataSource source,
      SourceSettings sourceSettings,
      SourceTables tables,
      SelectStatements statements,
      ExchangeSettings settings,
      Clock clock) {
    this.source = source;
    this.sourceSettings = sourceSettings;
    this.tables = tables;
    this.statements = statements;
    this.maxBytes = settings.maxPageBytes();
    this.clock = clock;
  }

  /** Begins the answer; told when the rows are read. */
  interface Beginning {
    void begin(Instant asOf) throws IOException;
  }

  /**
   * A page that was written.
   *
   * @param rows how many
   * @param nextKey the paging key after which the next page begins; null on the last
   * @param persons the distinct identity numbers in its rows
   */
  record ReadPage(int rows, @Nullable String nextKey, Set<String> persons) {}

  /** Writes the rows of the plan. */
  ReadPage read(ReadPlan plan, Beginning beginning, AnswerWriter writer)
      throws SQLException, IOException {
    try (Connection connection = source.getConnection()) {
      SourceQuery query = SourceQuery.of(plan, tables.of(connection, plan.service()));
      ReadPage page = read(connection, query, plan, beginning, writer);
      // Nothing was changed; this only ends the read transaction. The pool rolls back a failed one.
      // Not so here: H2 forgets the statements it has parsed when it rolls back.
      connection.commit();
      return page;
    }
  }

  private ReadPage read(
      Connection connection,
      SourceQuery query,
      ReadPlan plan,
      Beginning beginning,
      AnswerWriter writer)
      throws SQLException, IOException {
    String sql = statements.sql(query.shape());
    try (PreparedStatement statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // One more than the page holds tells whether there is a next page.
      int fetched = plan.rows() + 1;
      statement.setFetchSize(Math.min(fetched, sourceSettings.fetchSize()));
      limitTime(statement);
      int at = 1;
      for (Object value : query.values()) {
        statement.setObject(at++, value);
      }
      statement.setInt(at, fetched);
      Instant asOf = clock.instant();
      try (ResultSet rows = statement.executeQuery()) {
        beginning.begin(asOf);
        return write(rows, query, plan, writer);
      }
    }
  }

  private void limitTime(PreparedStatement statement) throws SQLException {
    int seconds = sourceSettings.queryTimeoutSeconds();
    // H2 keeps it for the connection, and forgets every statement it has parsed when it is set.
    if (statement.getQueryTimeout() != seconds) {
      statement.setQueryTimeout(seconds);
    }
  }

  private ReadPage write(ResultSet rows, SourceQuery query, ReadPlan plan, AnswerWriter writer)
      throws SQLException, IOException {
    LexicalForm[] forms = query.forms().toArray(LexicalForm[]::new);
    int[] personColumns = query.personColumns().stream().mapToInt(Integer::intValue).toArray();
    int overhead = overhead(plan.fields());
    @Nullable String[] values = new @Nullable String[forms.length];
    Persons persons = new Persons(personColumns.length);
    String lastKey = null;
    int written = 0;
    while (rows.next()) {
      if (written == plan.rows()) {
        return new ReadPage(written, lastKey, persons.all());
      }
      long size = overhead;
      for (int i = 0; i < forms.length; i++) {
        String value = forms[i].read(rows, i + 1);
        values[i] = value;
        size += value == null ? 0 : value.length() * LONGEST_ESCAPE;
      }
      // The first row is written whatever its size: a walk must get on.
      if (written > 0 && writer.bytes() + size + TAIL > maxBytes) {
        return new ReadPage(written, lastKey, persons.all());
      }
      writer.row(values);
      written++;
      lastKey = rows.getString(query.keyColumn());
      for (int i = 0; i < personColumns.length; i++) {
        persons.add(i, rows.getString(personColumns[i]));
      }
    }
    return new ReadPage(written, null, persons.all());
  }

  /** Bytes of UTF-8 that a char takes at most: {@code &quot;} is the longest escape. */
  private static final long LONGEST_ESCAPE = 6;

  private static int overhead(List<Field> fields) {
    int bytes = 32;
    for (Field field : fields) {
      bytes += 2 * field.xmlName().length() + 16;
    }
    return bytes;
  }

  /** The distinct identity numbers of a page; rows of one person mostly follow each other. */
  private static final class Persons {

    private final Set<String> all = new HashSet<>();
    private final @Nullable String[] last;

    Persons(int columns) {
      last = new @Nullable String[columns];
    }

    void add(int column, @Nullable String number) {
      if (number != null && !number.isBlank() && !number.equals(last[column])) {
        last[column] = number;
        all.add(number);
      }
    }

    Set<String> all() {
      return all;
    }
  }
}
