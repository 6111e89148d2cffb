package tw.gov.mocs.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.ServiceFault.Kind;
import tw.gov.mocs.hub.catalogue.ServiceFault.Place;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** Composes services of tables that the source really has, for tests of what becomes of them. */
abstract class ComposedServices {

  static final Actor ADMINISTRATOR = Actor.operator("test");
  private static final AtomicInteger NEXT = new AtomicInteger(100);

  final ApplicationContext core;
  final Catalogue catalogue;
  final ServiceRegister register;
  final int number = NEXT.incrementAndGet();
  final ServiceCode code = new ServiceCode("SQ_ZY_" + number);
  final String staff = "STAFF_" + number;
  final String posts = "POSTS_" + number;
  final String ranks = "RANKS_" + number;
  final LocalDate today;
  final Draft draft = new Draft();

  ComposedServices(TestDatabase database) {
    core = TestCore.shared(database, "catalogue");
    catalogue = core.getBean(Catalogue.class);
    register = core.getBean(ServiceRegister.class);
    today = RocDate.dayOf(core.getBean(Clock.class).instant());
  }

  /** What is composed, until a test says otherwise. */
  final class Draft {
    List<String> fields = new ArrayList<>(List.of("recordNo", "postNo"));
    List<ServiceDraft.Join> joins = new ArrayList<>();
    Set<String> unsearchable = Set.of();
    Map<String, LocalDate> ends = Map.of();
    PurposeRule purpose = PurposeRule.ANY;
    @Nullable RequiredCriteria required;
    boolean keepRequest;
    String table = staff;
    String key = "";
    Map<String, FieldTexts> texts = Map.of();

    ServiceDraft get() {
      return new ServiceDraft(
          code,
          "測試",
          "Test",
          new ServiceCategory("測試資料", "Tests"),
          "",
          "",
          table,
          fields,
          required,
          keepRequest,
          false,
          joins,
          unsearchable,
          purpose,
          ends,
          key,
          texts);
    }
  }

  @BeforeEach
  void makeTables() throws SQLException {
    core.getBean("sourceDataSource", DataSource.class).getConnection().close();
    make(
        staff, "record_no VARCHAR(20) NOT NULL PRIMARY KEY, post_no VARCHAR(20), note VARCHAR(20)");
    make(posts, "post_no VARCHAR(20) NOT NULL PRIMARY KEY, rank_no VARCHAR(20), title VARCHAR(20)");
    make(ranks, "rank_no VARCHAR(20) NOT NULL PRIMARY KEY, post_no VARCHAR(20), title VARCHAR(20)");
    CatalogueEditor editor = core.getBean(CatalogueEditor.class);
    register(editor, staff, "RECORD_NO", List.of("recordNo", "postNo", "note"));
    register(editor, posts, "POST_NO", List.of("postNo", "rankNo", "title"));
    register(editor, ranks, "RANK_NO", List.of("rankNo", "postNo", "title"));
  }

  void join(String table, String key, String fromTable, String fromColumn) {
    draft.joins.add(new ServiceDraft.Join(table, key, fromTable, fromColumn));
  }

  List<ServiceFault> faults() {
    return register.look(draft.get()).faults();
  }

  List<Kind> kinds(Place place) {
    return faults().stream()
        .filter(fault -> fault.place() == place)
        .map(ServiceFault::kind)
        .toList();
  }

  void publish(int seen) {
    register.publish(draft.get(), null, seen, "測試", ADMINISTRATOR);
  }

  static void assertRefused(ThrowingCallable act, ErrorCode expected) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.code()).isEqualTo(expected));
  }

  static void register(CatalogueEditor editor, String table, String key, List<String> elements) {
    List<Field> fields = new ArrayList<>();
    for (String element : elements) {
      fields.add(field(fields.size() + 1, element, FieldType.STRING, CriterionKind.EQ));
    }
    editor.register(new ExchangeTable(table, "測試", "Test", null, key, fields), ADMINISTRATOR);
  }

  static Field field(int ordinal, String element, FieldType type, CriterionKind kind) {
    return new Field(
        ordinal,
        element.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT),
        element,
        element,
        element,
        type,
        type == FieldType.STRING ? 20 : null,
        null,
        null,
        false,
        kind,
        DataClass.NONE,
        null,
        null);
  }

  void make(String table, String columns) throws SQLException {
    execute("CREATE TABLE personnel." + table + " (" + columns + ")");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = core.getBean("hubDataSource", DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
