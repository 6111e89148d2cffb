package tw.gov.mocs.hub.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tw.gov.mocs.hub.catalogue.CodeList;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.catalogue.InitialCatalogue;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.IdentityForms;

@OnEveryDatabase
class SampleRecordsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int PERSONS = 300;

  private static final Map<TestDatabase, Map<String, String>> LOADED = new ConcurrentHashMap<>();

  private final TestDatabase database;
  private final Map<String, String> settings;
  private final String schema;

  SampleRecordsTest(TestDatabase database) {
    this.database = database;
    settings = LOADED.computeIfAbsent(database, SampleRecordsTest::load);
    schema = schema(settings);
  }

  private static Map<String, String> load(TestDatabase database) {
    Map<String, String> fresh = database.fresh();
    try {
      SampleRecords.load(dataSource(fresh), schema(fresh), PERSONS, DAY);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return fresh;
  }

  private static String schema(Map<String, String> settings) {
    return settings.getOrDefault("hub.source.schema", "");
  }

  @Test
  void givesTheSampleEveryRowThatTheDemoPromises() throws SQLException {
    String idNo = SampleRecords.sampleIdNo();
    for (String table :
        new String[] {"TA_QUALIFICATION_REVIEW", "TA_PERFORMANCE_APPRAISAL", "MA_RETIREMENT"}) {
      assertThat(
              count(
                  "SELECT COUNT(*) FROM " + schema + "." + table + " WHERE ID_NO = '" + idNo + "'"))
          .as(table)
          .isPositive();
    }
  }

  @Test
  void fillsEveryTable() throws SQLException {
    for (String table : InitialCatalogue.snapshot().tables().keySet()) {
      assertThat(count("SELECT COUNT(*) FROM " + schema + "." + table))
          .as(table)
          .isGreaterThanOrEqualTo(table.equals("TA_MODEL_CIVIL_SERVANT") ? 0 : 1);
    }
  }

  @Test
  void givesNobodyANumberThatCouldBeReal() throws SQLException {
    for (String idNo : texts("TA_QUALIFICATION_REVIEW", "ID_NO")) {
      assertThat(idNo).matches("[A-Z][12][0-9]{8}");
      assertThat(idNo.charAt(9) - '0').isNotEqualTo(IdentityForms.checkDigit(idNo.substring(0, 9)));
    }
  }

  @Test
  void appraisesNobodyBeforeTheyEntered() throws SQLException {
    assertThat(
            count(
                """
                SELECT COUNT(*) FROM %1$s.TA_PERFORMANCE_APPRAISAL a
                WHERE a.APPRAISAL_YEAR + 1911 <
                  (SELECT EXTRACT(YEAR FROM MIN(r.EFFECTIVE_DATE))
                   FROM %1$s.TA_QUALIFICATION_REVIEW r WHERE r.ID_NO = a.ID_NO)
                """
                    .formatted(schema)))
        .isZero();
  }

  @Test
  void keepsTheRetiredOutOfTheCurrentStaff() throws SQLException {
    assertThat(
            count(
                """
                SELECT COUNT(*) FROM %1$s.MA_RETIREMENT r
                JOIN %1$s.TA_CURRENT_STAFF c ON c.ID_NO = r.ID_NO
                """
                    .formatted(schema)))
        .isZero();
  }

  @Test
  void holdsCharactersBeyondTheBasicPlane() throws SQLException {
    assertThat(texts("TA_QUALIFICATION_REVIEW", "FULL_NAME")).anyMatch(name -> name.contains("𠮷"));
  }

  @Test
  void changesSomeRowsInTheLastMonth() throws SQLException {
    assertThat(
            count(
                "SELECT COUNT(*) FROM "
                    + schema
                    + ".TA_QUALIFICATION_REVIEW WHERE UPDATED_AT >= DATE '2026-10-24'"))
        .isPositive();
  }

  @Test
  void usesCodesOfTheCodeListsOnly() throws SQLException {
    var catalogue = InitialCatalogue.snapshot();
    for (ExchangeTable table : catalogue.tables().values()) {
      for (Field field : table.fields()) {
        if (field.type() == FieldType.CODE) {
          CodeList list =
              requireNonNull(catalogue.codeLists().get(String.valueOf(field.codeType())));
          assertThat(list.entries().stream().map(CodeList.Entry::code))
              .as(table.name() + "." + field.columnName())
              .containsAll(texts(table.name(), field.columnName()));
        }
      }
    }
  }

  @Test
  void makesTheSameRowsAgain() throws SQLException {
    Map<String, String> again = load(database);
    assertThat(texts("TA_QUALIFICATION_REVIEW", "APPROVAL_DOC_NO"))
        .isEqualTo(texts(again, "TA_QUALIFICATION_REVIEW", "APPROVAL_DOC_NO"));
  }

  private List<String> texts(String table, String column) throws SQLException {
    return texts(settings, table, column);
  }

  private static List<String> texts(Map<String, String> from, String table, String column)
      throws SQLException {
    try (Connection connection = dataSource(from).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery(
                "SELECT DISTINCT %s FROM %s.%s WHERE %s IS NOT NULL ORDER BY 1"
                    .formatted(column, schema(from), table, column))) {
      List<String> texts = new ArrayList<>();
      while (rs.next()) {
        texts.add(rs.getString(1));
      }
      return texts;
    }
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = dataSource(settings).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery(sql)) {
      rs.next();
      return rs.getInt(1);
    }
  }

  private static DriverManagerDataSource dataSource(Map<String, String> settings) {
    return new DriverManagerDataSource(
        settings.getOrDefault("hub.source.url", ""),
        settings.getOrDefault("hub.source.user", "hub"),
        settings.getOrDefault("hub.source.password", ""));
  }
}
