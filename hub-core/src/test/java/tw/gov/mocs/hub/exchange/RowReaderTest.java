package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tw.gov.mocs.hub.exchange.Samples.values;

import java.io.IOException;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.exchange.RowReader.ReadPage;
import tw.gov.mocs.hub.exchange.Samples.GrantBuilder;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@OnEveryDatabase
class RowReaderTest {

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final ApplicationContext core;
  private final String table = "REVIEW_" + NEXT.incrementAndGet();
  private final ExchangeService service = Samples.service(table, ServiceStatus.OPEN);
  private final GrantBuilder grant = new GrantBuilder();
  private final Rows written = new Rows();

  RowReaderTest(TestDatabase database) {
    core = TestCore.shared(database);
  }

  @BeforeEach
  void makeTable() throws SQLException {
    // The first look at the source makes its schema on H2.
    core.getBean("sourceDataSource", DataSource.class).getConnection().close();
    execute(
        "CREATE TABLE personnel."
            + table
            + " (record_no VARCHAR(20) NOT NULL PRIMARY KEY, id_no VARCHAR(10), full_name"
            + " VARCHAR(60), agency_code CHAR(10), appraisal_year NUMERIC(3), score NUMERIC(5,2),"
            + " action_date DATE, updated_at TIMESTAMP(6), secret VARCHAR(10))");
  }

  @Test
  void writesTheLexicalFormsOfXmlSchema() throws Exception {
    insert("R1", "A100000001", "王𠮷\u0001");
    read(grant, null, 10, values("idNo", "A100000001"));
    assertThat(written.rows.get(0))
        .containsExactly(
            "R1",
            "A100000001",
            "王𠮷\uFFFD",
            "301",
            "114",
            "80.50",
            "2026-01-02",
            "2026-01-02T03:04:05.5+08:00");
  }

  @Test
  void leavesNullsAbsent() throws Exception {
    execute("INSERT INTO personnel." + table + " (record_no, id_no) VALUES ('R1', 'A100000001')");
    read(grant, null, 10, values("idNo", "A100000001"));
    assertThat(written.rows.get(0))
        .containsExactly("R1", "A100000001", null, null, null, null, null, null);
  }

  @Test
  void searchesByEveryType() throws Exception {
    insert("R1", "A100000001", "王");
    insert("R2", "A100000002", "陳");
    ReadPage page =
        read(
            grant,
            null,
            10,
            values("idNo", " a100000001 "),
            values("agencyCode", "301"),
            values("appraisalYear", "114"),
            values("score", "80.5"),
            new Criterion.Range("actionDate", "2026-01-02", "2026-01-02"),
            new Criterion.Range(
                "updatedAt", "2026-01-01T19:04:05.5Z", "2026-01-02T03:04:05.500001+08:00"));
    assertThat(page.rows()).isEqualTo(1);
  }

  @Test
  void endsTimesBeforeTheirEnd() throws Exception {
    insert("R1", "A100000001", "王");
    Criterion range =
        new Criterion.Range(
            "updatedAt", "2026-01-02T00:00:00+08:00", "2026-01-02T03:04:05.5+08:00");
    assertThat(read(grant, null, 10, range).rows()).isZero();
  }

  @Test
  void takesStatementsOfAttackersForValues() throws Exception {
    insert("R1", "A100000001", "王");
    assertThat(read(grant, null, 10, values("agencyCode", "' OR 1=1")).rows()).isZero();
  }

  @Test
  void findsInColumnsOfFixedLength() throws Exception {
    execute("ALTER TABLE personnel." + table + " ALTER COLUMN agency_code SET DATA TYPE CHAR(5)");
    insert("R1", "A100000001", "王");
    assertThat(read(grant, null, 10, values("agencyCode", "301", "302", "303")).rows()).isOne();
    assertThat(read(grant, null, 10, values("agencyCode", "30")).rows()).isZero();
    // As long as the column, and longer by what does not fit into it.
    execute("UPDATE personnel." + table + " SET agency_code = '30100'");
    assertThat(read(grant, null, 10, values("agencyCode", "30100")).rows()).isOne();
    assertThat(read(grant, null, 10, values("agencyCode", "301001")).rows()).isZero();
  }

  @Test
  void walksByAKeyOfFixedLength() throws Exception {
    execute("ALTER TABLE personnel." + table + " ALTER COLUMN record_no SET DATA TYPE CHAR(20)");
    for (int i = 0; i < 5; i++) {
      insert("R" + i, "A100000001", "王");
    }
    String after = null;
    do {
      after = read(grant, after, 2, values("idNo", "A100000001")).nextKey();
    } while (after != null);
    assertThat(written.rows.stream().map(row -> row[0]))
        .containsExactly("R0", "R1", "R2", "R3", "R4");
  }

  @Test
  void takesARangeToTheLastDay() throws Exception {
    insert("R1", "A100000001", "王");
    insert("R2", "A100000002", "陳");
    insert("R3", "A100000003", "林");
    String update = "UPDATE personnel." + table + " SET action_date = ";
    execute(update + "DATE '9999-12-31' WHERE record_no = 'R2'");
    execute(update + "NULL WHERE record_no = 'R3'");
    Criterion persons = values("idNo", "A100000001", "A100000002", "A100000003");
    Criterion range = new Criterion.Range("actionDate", null, "9999-12-31");
    assertThat(read(grant, null, 10, persons, range).rows()).isEqualTo(2);
  }

  @Test
  void walksEachRowOnceWhileRowsAreInserted() throws Exception {
    for (int i = 100; i < 125; i++) {
      insert("R" + i, "A100000001", "王");
    }
    String after = null;
    int inserted = 0;
    do {
      ReadPage page = read(grant, after, 4, values("idNo", "A100000001"));
      after = page.nextKey();
      insert("Q" + inserted++, "A100000001", "陳");
      insert("R100x" + inserted, "A100000001", "陳");
    } while (after != null);
    List<String> walked =
        written.rows.stream().map(row -> row[0]).filter(no -> no.length() == 4).toList();
    assertThat(walked).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void selectsGrantedColumnsWithPagingAndSubjectKeyOnly() throws Exception {
    grant.fields =
        Map.of(
            "fullName", new FieldGrant(true, false),
            "score", new FieldGrant(true, false),
            "idNo", new FieldGrant(false, true));
    String sql = query(plan(grant, null, 10, values("idNo", "A100000001")));
    assertThat(sql.substring(0, sql.indexOf(" from ")).toUpperCase(Locale.ROOT))
        .isEqualTo("SELECT \"FULL_NAME\", \"SCORE\", \"RECORD_NO\", \"ID_NO\"");
  }

  @Test
  void tellsWhoseDataLeaveAlsoWhenNoNumberIsReturned() throws Exception {
    insert("R1", "A100000001", "王");
    insert("R2", "A100000002", "陳");
    grant.fields =
        Map.of("fullName", new FieldGrant(true, false), "agencyCode", new FieldGrant(false, true));
    ReadPage page = read(grant, null, 10, values("agencyCode", "301"));
    assertThat(page.persons()).containsExactlyInAnyOrder("A100000001", "A100000002");
  }

  @Test
  void tellsNoPersonOfTheRowAfterThePage() throws Exception {
    insert("R1", "A100000001", "王");
    insert("R2", "A100000002", "陳");
    ReadPage page = read(grant, null, 1, values("agencyCode", "301"));
    assertThat(page.persons()).containsExactly("A100000001");
  }

  @Test
  void endsThePageBeforeTheByteLimit() throws Exception {
    insert("R1", "A100000001", "王");
    insert("R2", "A100000001", "王");
    written.bytes = 5_242_880;
    ReadPage page = read(grant, null, 10, values("idNo", "A100000001"));
    assertThat(page).extracting(ReadPage::rows, ReadPage::nextKey).containsExactly(1, "R1");
  }

  @Test
  void callsLostColumnDrift() throws Exception {
    execute("ALTER TABLE personnel." + table + " DROP COLUMN score");
    assertThatThrownBy(() -> read(grant, null, 10, values("idNo", "A100000001")))
        .isInstanceOfSatisfying(
            HubException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_DRIFT));
  }

  @Test
  void callsColumnLostSinceTheLastCallDrift() throws Exception {
    read(grant, null, 10, values("idNo", "A100000001"));
    execute("ALTER TABLE personnel." + table + " DROP COLUMN score");
    assertThatThrownBy(() -> read(grant, null, 10, values("idNo", "A100000001")))
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> assertThat(SourceFailures.of(e).code()).isEqualTo(ErrorCode.SOURCE_DRIFT));
  }

  @Test
  void takesAThousandValues() throws Exception {
    insert("R1", "A100000001", "王");
    String[] numbers = new String[1000];
    Arrays.setAll(numbers, i -> "A10000" + (1000 + i));
    numbers[999] = "A100000001";
    assertThat(read(grant, null, 10, values("idNo", numbers)).rows()).isEqualTo(1);
  }

  @Test
  void readsWholeTableWithoutCriteria() throws Exception {
    insert("R1", "A100000001", "王");
    grant.wholeTable = true;
    assertThat(read(grant, null, 10).rows()).isEqualTo(1);
  }

  private ReadPage read(
      GrantBuilder granted, @Nullable String after, int rows, Criterion... criteria)
      throws SQLException, IOException {
    return core.getBean(RowReader.class)
        .read(plan(granted, after, rows, criteria), asOf -> {}, written);
  }

  private String query(ReadPlan plan) throws SQLException {
    try (Connection connection =
        core.getBean("sourceDataSource", DataSource.class).getConnection()) {
      List<SourceTable> found = core.getBean(SourceTables.class).of(connection, service);
      return core.getBean(SelectStatements.class).sql(SourceQuery.of(plan, found).shape());
    }
  }

  private ReadPlan plan(
      GrantBuilder granted, @Nullable String after, int rows, Criterion... criteria) {
    ExchangeRequest request =
        new ExchangeRequest(
            Samples.CODE, "r", Samples.NUMBER, "p", List.of(), List.of(criteria), rows, null);
    AccessDecision decision =
        core.getBean(AccessDecider.class)
            .decide(
                new AccessQuestion(
                    Samples.AGENCY,
                    InetAddress.getLoopbackAddress(),
                    Samples.DAY,
                    request,
                    granted.build(),
                    service,
                    "{}"));
    assertThat(decision).isInstanceOf(AccessDecision.Allowed.class);
    ReadPlan plan = ((AccessDecision.Allowed) decision).plan();
    return new ReadPlan(
        service, plan.grant(), plan.fields(), plan.conditions(), rows, after, plan.context());
  }

  private void insert(String recordNo, String idNo, String name) throws SQLException {
    String sql =
        "INSERT INTO personnel."
            + table
            + " VALUES (?, ?, ?, '301', 114, 80.5, DATE '2026-01-02',"
            + " TIMESTAMP '2026-01-02 03:04:05.5', 'secret')";
    try (Connection connection = core.getBean("hubDataSource", DataSource.class).getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, recordNo);
      statement.setString(2, idNo);
      statement.setString(3, name);
      statement.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = core.getBean("hubDataSource", DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Keeps the rows it is given. */
  private static final class Rows implements AnswerWriter {

    final List<@Nullable String[]> rows = new ArrayList<>();
    long bytes;

    @Override
    public void begin(AnswerHead head) {}

    @Override
    public void row(@Nullable String[] values) {
      rows.add(values.clone());
    }

    @Override
    public long bytes() {
      return bytes;
    }

    @Override
    public byte[] end(@Nullable String nextPage) {
      return new byte[32];
    }
  }
}
