package tw.gov.mocs.hub.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.InitialCatalogue;

/** Many rows of one table, of those that the sample records have, with keys of their own. */
final class FileRows {

  private static final ExchangeTable TABLE =
      InitialCatalogue.snapshot().tables().values().stream()
          .filter(each -> each.name().equals("TA_PERFORMANCE_APPRAISAL"))
          .findFirst()
          .orElseThrow();

  private FileRows() {}

  /** All of it: every field of every row. */
  static Extract extract(long rows) {
    List<String> fields = TABLE.fields().stream().map(Field::xmlName).toList();
    return new Extract(
        Extract.Format.CSV, rows, List.of(new ExtractTable(TABLE.name(), fields, List.of())));
  }

  /** The same by plain SQL, in the order of the extract. */
  static String query() {
    return "SELECT %s FROM personnel.%s ORDER BY %s"
        .formatted(columns(), TABLE.name(), TABLE.pagingKey());
  }

  /** The rows among what a file held. */
  static Path csv(Path content) {
    return content.resolve(TABLE.name() + ".csv");
  }

  /** Replaces the rows that are there by so many. */
  static void fill(PostgresServer server, long rows) throws SQLException {
    String values =
        TABLE.fields().stream()
            .map(Field::columnName)
            .map(name -> name.equals(TABLE.pagingKey()) ? "'F' || lpad(n::text, 12, '0')" : name)
            .collect(Collectors.joining(", "));
    try (Connection connection = DriverManager.getConnection(server.url(), "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE sample AS SELECT row_number() OVER (ORDER BY id_no) AS place, s.*"
              + " FROM personnel.ta_performance_appraisal s");
      statement.execute("TRUNCATE personnel.ta_performance_appraisal");
      dropIndexes(statement);
      statement.execute(
          ("INSERT INTO personnel.ta_performance_appraisal (%s) SELECT %s FROM"
                  + " generate_series(1, %d) n JOIN sample"
                  + " ON place = 1 + n %% (SELECT count(*) FROM sample)")
              .formatted(columns(), values, rows));
    }
    server.analyze();
  }

  /** Only the key's is used by what is measured, and the others take long to fill. */
  private static void dropIndexes(Statement statement) throws SQLException {
    for (Field field : TABLE.fields()) {
      statement.execute(
          "DROP INDEX IF EXISTS personnel.%s_%d_ix".formatted(TABLE.name(), field.ordinal()));
    }
  }

  private static String columns() {
    return TABLE.fields().stream().map(Field::columnName).collect(Collectors.joining(", "));
  }
}
