package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.RowCondition.Operator;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.exchange.ExtractPreview.Part;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What a reviewer sees of a one-time file before he decides. */
@OnEveryDatabase
class ExtractPreviewTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final RowCondition OWN =
      new RowCondition("agencyCode", Operator.EQUAL, List.of(RowCondition.OWN_AGENCY));

  private final DataSource source;
  private final DataSource hub;
  private final ExtractPreview preview;
  private final String table = "EXTRACT_" + NEXT.incrementAndGet();

  ExtractPreviewTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    source = core.getBean("sourceDataSource", DataSource.class);
    hub = core.getBean("hubDataSource", DataSource.class);
    preview = core.getBean(ExtractPreview.class);
  }

  @BeforeEach
  void makeTable() throws SQLException {
    source.getConnection().close();
    execute(
        "CREATE TABLE personnel."
            + table
            + " (record_no VARCHAR(20) NOT NULL PRIMARY KEY, id_no VARCHAR(10), full_name"
            + " VARCHAR(60), agency_code VARCHAR(10), appraisal_year NUMERIC(3), score"
            + " NUMERIC(5,2), action_date DATE, updated_at TIMESTAMP(6), secret VARCHAR(10))");
    for (int i = 1; i <= 7; i++) {
      execute(
          "INSERT INTO personnel.%s (record_no, id_no, full_name, agency_code) VALUES ('R%d',"
                  .formatted(table, i)
              + " 'A12345678%d', '王小明', '%s')".formatted(i, i < 7 ? "P01" : "P02"));
    }
  }

  @Test
  void countsTheRowsOfTheAgencyItself() throws SQLException {
    assertThat(read(List.of("idNo"), List.of(OWN)).rows()).isEqualTo(6);
    assertThat(read(List.of("idNo"), List.of()).rows()).isEqualTo(7);
  }

  @Test
  void showsAFewRowsAndNothingThatTellsAPerson() throws SQLException {
    Part part = read(List.of("idNo", "fullName"), List.of(OWN));
    assertThat(part.samples()).hasSize(5);
    assertThat(part.samples().toString()).doesNotContain("A12345", "小明");
  }

  @Test
  void saysThatATableIsGone() throws SQLException {
    execute("DROP TABLE personnel." + table);
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> read(List.of("idNo"), List.of()))
        .returns(ErrorCode.SOURCE_DRIFT, HubException::code);
  }

  private Part read(List<String> fields, List<RowCondition> conditions) throws SQLException {
    try (Connection connection = source.getConnection()) {
      Part part =
          preview.read(
              connection,
              RowSource.of(Samples.service(table, ServiceStatus.OPEN).table()),
              new ExtractTable(table, fields, conditions),
              new AgencyCode("P01"));
      connection.commit();
      return part;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = hub.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
