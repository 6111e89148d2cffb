package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.CriterionKind;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.catalogue.PurposeRule;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.catalogue.ServiceCategory;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.catalogue.TableJoin;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.exchange.RowReader.ReadPage;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** A service of two tables, joined by a key. */
@OnEveryDatabase
class JoinedRowsTest {

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final ApplicationContext core;
  private final String staff = "JOINING_" + NEXT.incrementAndGet();
  private final String posts = "JOINED_" + NEXT.get();
  private final Field key = field(1, "RECORD_NO", "recordNo", DataClass.NONE);
  private final Field title = field(2, "TITLE", "title", DataClass.NONE);
  private final Field idNo = field(3, "ID_NO", "idNo", DataClass.IDENTIFIER);
  private final List<@Nullable String[]> rows = new ArrayList<>();
  private final ExchangeService service;

  JoinedRowsTest(TestDatabase database) {
    core = TestCore.shared(database);
    service = service();
  }

  @BeforeEach
  void makeTables() throws SQLException {
    core.getBean("sourceDataSource", DataSource.class).getConnection().close();
    execute(
        "CREATE TABLE personnel.%s (record_no VARCHAR(20) PRIMARY KEY, post_no VARCHAR(20), title VARCHAR(20))"
            .formatted(staff));
    // The key of the first table has a namesake here, so every name must say its table.
    execute(
        "CREATE TABLE personnel.%s (post_no VARCHAR(20) PRIMARY KEY, title VARCHAR(20),"
                .formatted(posts)
            + " id_no VARCHAR(20), record_no VARCHAR(20))");
    for (String row :
        List.of("'R1', 'P1', 'X1'", "'R2', NULL, '專員'", "'R3', 'P2', '科長'", "'R4', 'P1', NULL")) {
      execute("INSERT INTO personnel.%s VALUES (%s)".formatted(staff, row));
    }
    execute("INSERT INTO personnel.%s VALUES ('P1', '科長', 'A1', 'X')".formatted(posts));
    execute("INSERT INTO personnel.%s VALUES ('P2', '專員', 'A2', 'Y')".formatted(posts));
  }

  @Test
  void readsEachRowOnceWithWhatItsKeyFinds() throws Exception {
    ReadPage page = read(null, 10);
    assertThat(rows.stream().map(Arrays::asList).toList())
        .containsExactly(
            List.of("R1", "科長"),
            Arrays.asList("R2", null),
            List.of("R3", "專員"),
            List.of("R4", "科長"));
    assertThat(page.persons()).containsExactlyInAnyOrder("A1", "A2");
  }

  @Test
  void searchesByAFieldOfTheJoinedTable() throws Exception {
    read(null, 10, new Condition.AnyOf(posts, title, List.of("科長")));
    assertThat(rows).extracting(row -> row[0]).containsExactly("R1", "R4");
  }

  @Test
  void isNarrowedByFieldsOfEitherTableOfferedOrNot() throws Exception {
    // Both tables have a column TITLE; the service offers that of the joined one.
    assertThat(narrowed("title", "X1")).containsExactly("R1");
    assertThat(narrowed(posts + ".title", "科長")).containsExactly("R1", "R4");
    assertThat(narrowed(posts + ".idNo", "A2")).containsExactly("R3");
  }

  @Test
  void givesNothingWhereAConditionNamesNoField() {
    for (String name : List.of("idNo", posts + ".nothing", "NOWHERE.title", staff + ".title")) {
      assertThatExceptionOfType(HubException.class)
          .isThrownBy(() -> narrowed(name, "A2"))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_DRIFT));
    }
  }

  private List<@Nullable String> narrowed(String field, String value) throws Exception {
    rows.clear();
    RowCondition set = new RowCondition(field, RowCondition.Operator.EQUAL, List.of(value));
    Condition condition =
        RowConditions.of(List.of(set), RowSource.of(service), new AgencyCode("301000000A")).get(0);
    read(null, 10, condition);
    return rows.stream().map(row -> row[0]).toList();
  }

  @Test
  void pagesByTheKeyOfTheFirstTable() throws Exception {
    assertThat(read("R1", 2).nextKey()).isEqualTo("R3");
    assertThat(rows).extracting(row -> row[0]).containsExactly("R2", "R3");
  }

  @Test
  void isTriedMaskedAndLogged() {
    List<List<@Nullable String>> tried =
        core.getBean(ServiceTrial.class).rows(service, Actor.operator("test"));
    assertThat(tried).hasSize(4).contains(List.of("R1", "科長"));
    assertThat(core.getBean(ActHistory.class).of(service.code().value()))
        .anySatisfy(act -> assertThat(act.action().name()).isEqualTo("SERVICE_TRIED"));
  }

  private ReadPage read(@Nullable String after, int size, Condition... conditions)
      throws SQLException, IOException {
    TokenContext context =
        new TokenContext(7, Samples.NUMBER, 1, service.code().value(), List.of(), "{}");
    ReadPlan plan =
        new ReadPlan(
            service, Samples.grant(), service.fields(), List.of(conditions), size, after, context);
    return core.getBean(RowReader.class).read(plan, asOf -> {}, new Rows());
  }

  private ExchangeService service() {
    ExchangeTable first =
        new ExchangeTable(
            staff,
            "職員",
            "Staff",
            null,
            "RECORD_NO",
            List.of(key, field(2, "TITLE", "title", DataClass.NONE)));
    ExchangeTable second =
        new ExchangeTable(posts, "職務", "Posts", "ID_NO", "POST_NO", List.of(title, idNo));
    return new ExchangeService(
        Samples.CODE,
        1,
        "職員",
        "Staff",
        new ServiceCategory("測試", "Tests"),
        "",
        "",
        ServiceStatus.OPEN,
        "",
        first,
        List.of(key, title),
        null,
        false,
        false,
        List.of(new TableJoin(second, "POST_NO", staff, "POST_NO", List.of(title))),
        PurposeRule.ANY,
        Map.of(),
        null);
  }

  private static Field field(int ordinal, String column, String name, DataClass data) {
    return new Field(
        ordinal,
        column,
        name,
        name,
        name,
        FieldType.STRING,
        20,
        null,
        null,
        false,
        CriterionKind.EQ,
        data,
        null,
        null);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = core.getBean("hubDataSource", DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Keeps the rows it is given. */
  private final class Rows implements AnswerWriter {

    @Override
    public void begin(AnswerHead head) {}

    @Override
    public void row(@Nullable String[] values) {
      rows.add(values.clone());
    }

    @Override
    public long bytes() {
      return 0;
    }

    @Override
    public byte[] end(@Nullable String nextPage) {
      return new byte[32];
    }
  }
}
