package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.ServiceFault.Kind;
import tw.gov.mocs.hub.catalogue.ServiceFault.Place;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** Composing services of tables that the source really has. */
@OnEveryDatabase
class ServiceRegisterTest {

  private static final Actor ADMINISTRATOR = Actor.operator("test");
  private static final AtomicInteger NEXT = new AtomicInteger(100);

  private final ApplicationContext core;
  private final Catalogue catalogue;
  private final ServiceRegister register;
  private final int number = NEXT.incrementAndGet();
  private final ServiceCode code = new ServiceCode("SQ_ZY_" + number);
  private final String staff = "STAFF_" + number;
  private final String posts = "POSTS_" + number;
  private final String ranks = "RANKS_" + number;
  private final LocalDate today;
  private final Draft draft = new Draft();

  ServiceRegisterTest(TestDatabase database) {
    core = TestCore.shared(database);
    catalogue = core.getBean(Catalogue.class);
    register = core.getBean(ServiceRegister.class);
    today = RocDate.dayOf(core.getBean(Clock.class).instant());
  }

  /** What is composed, until a test says otherwise. */
  private final class Draft {
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

  @Test
  void publishesTablesThatAreJoinedByTheirKeys() {
    join(ranks, "RANK_NO", posts, "RANK_NO");
    join(posts, "POST_NO", staff, "POST_NO");
    draft.fields.add(ranks + ".title");
    publish(0);
    ExchangeService present = register.get(code.value());
    assertThat(present.tables())
        .extracting(ExchangeTable::name)
        .containsExactly(staff, posts, ranks);
    assertThat(present.tableOf("title").name()).isEqualTo(ranks);
    assertThat(ServiceDraft.of(present).fields())
        .containsExactly("recordNo", "postNo", ranks + ".title");
    assertThat(core.getBean(CatalogueRegister.class).use().services(ranks)).contains(present);
  }

  @Test
  void refusesTablesThatAreFoundFromEachOther() {
    join(ranks, "RANK_NO", posts, "RANK_NO");
    join(posts, "POST_NO", ranks, "POST_NO");
    assertThat(faults()).extracting(ServiceFault::kind).contains(Kind.CYCLE);
  }

  @Test
  void refusesATableTwice() {
    join(posts, "POST_NO", staff, "POST_NO");
    join(posts, "POST_NO", staff, "NOTE");
    draft.fields.add(posts + ".title");
    assertThat(kinds(Place.JOINS)).containsExactly(Kind.REPEATED);
  }

  @Test
  void refusesToJoinByAColumnThatIsNotUnique() {
    join(posts, "RANK_NO", staff, "POST_NO");
    draft.fields.add(posts + ".title");
    assertThat(kinds(Place.JOINS)).containsExactly(Kind.NOT_UNIQUE);
  }

  @Test
  void refusesATableThatNothingIsTakenFrom() {
    join(posts, "POST_NO", staff, "POST_NO");
    assertThat(kinds(Place.JOINS)).containsExactly(Kind.IDLE);
  }

  @Test
  void refusesAnElementThatAnotherTableHas() {
    join(posts, "POST_NO", staff, "POST_NO");
    draft.fields.add(posts + ".postNo");
    assertThat(kinds(Place.FIELDS)).containsExactly(Kind.TAKEN);
  }

  @Test
  void tellsAloneThatAnotherTableHasTheElementOfAPublishedField() {
    publish(0);
    join(posts, "POST_NO", staff, "POST_NO");
    draft.fields.add(posts + ".postNo");
    assertThat(kinds(Place.FIELDS)).containsExactly(Kind.TAKEN);
    draft.fields.remove("postNo");
    assertThat(kinds(Place.FIELDS)).containsExactlyInAnyOrder(Kind.TAKEN, Kind.BREAKS_FIELD);
  }

  @Test
  void refusesAFieldTwiceAndOneThatNoTableHas() {
    draft.fields.addAll(List.of("recordNo", "nothing"));
    assertThat(kinds(Place.FIELDS)).containsExactly(Kind.REPEATED, Kind.UNKNOWN);
  }

  @Test
  void refusesAVanishedColumn() throws SQLException {
    draft.fields.add("note");
    execute("ALTER TABLE personnel." + staff + " DROP COLUMN note");
    assertThat(faults())
        .containsExactly(ServiceFault.at(Place.FIELDS, "note", Kind.VANISHED, staff + ".NOTE"));
  }

  @Test
  void refusesAVanishedTable() throws SQLException {
    execute("DROP TABLE personnel." + staff);
    assertThat(kinds(Place.TABLE)).containsExactly(Kind.VANISHED);
  }

  @Test
  void refusesATableWhoseKeyIsLost() throws SQLException {
    execute("DROP TABLE personnel." + staff);
    make(staff, "record_no VARCHAR(20), post_no VARCHAR(20), note VARCHAR(20)");
    assertThat(kinds(Place.TABLE)).containsExactly(Kind.NO_KEY);
    assertRefused(() -> publish(0), ErrorCode.VALUE_INVALID);
  }

  @Test
  void forgetsTheSavedDraftThatItPublishes() {
    ServiceDrafts drafts = core.getBean(ServiceDrafts.class);
    String key = UUID.randomUUID().toString();
    ServiceDrafts.Content content = new ServiceDrafts.Content(code.value(), "", staff, 0, "a=b");
    int version = drafts.save(key, 0, content, ADMINISTRATOR).version();
    register.publish(draft.get(), new ServiceDrafts.Seen(key, version + 1), 0, "測試", ADMINISTRATOR);
    assertThat(drafts.find(key)).as("what another has saved meanwhile stays").isPresent();
    draft.fields.add("note");
    register.publish(draft.get(), new ServiceDrafts.Seen(key, version), 1, "測試", ADMINISTRATOR);
    assertThat(drafts.find(key)).isEmpty();
  }

  @Test
  void refusesATableThatNeverHadAKey() throws SQLException {
    String loose = "LOOSE_" + number;
    make(loose, "record_no VARCHAR(20), note VARCHAR(20)");
    register(core.getBean(CatalogueEditor.class), loose, "", List.of("recordNo", "note"));
    draft.table = loose;
    draft.fields = new ArrayList<>(List.of("recordNo"));
    assertThat(faults())
        .containsExactly(new ServiceFault(Place.TABLE, "", Kind.NO_KEY, List.of(loose)));
  }

  @Test
  void pagesByAnotherColumnThatTheSourceGuaranteesUnique() throws SQLException {
    execute("DROP TABLE personnel." + staff);
    make(
        staff,
        "record_no VARCHAR(20) NOT NULL PRIMARY KEY, post_no VARCHAR(20) NOT NULL UNIQUE,"
            + " note DATE NOT NULL UNIQUE");
    draft.key = "POST_NO";
    publish(0);
    assertThat(register.get(code.value()).table().pagingKey()).isEqualTo("POST_NO");
    assertThat(catalogue.current().tables())
        .hasEntrySatisfying(staff, table -> assertThat(table.pagingKey()).isEqualTo("RECORD_NO"));
    draft.key = "";
    assertThat(faults()).containsExactly(ServiceFault.of(Place.KEY, Kind.BREAKS_KEY, "POST_NO"));
  }

  @Test
  void refusesToPageByWhatIsNotUniqueOrADay() throws SQLException {
    draft.key = "POST_NO";
    assertThat(faults()).containsExactly(ServiceFault.of(Place.KEY, Kind.NOT_UNIQUE, "POST_NO"));
    execute("DROP TABLE personnel." + staff);
    make(
        staff, "record_no VARCHAR(20) PRIMARY KEY, post_no VARCHAR(20), note DATE NOT NULL UNIQUE");
    draft.key = "NOTE";
    assertThat(faults()).containsExactly(ServiceFault.of(Place.KEY, Kind.OTHER_TYPE, "NOTE"));
  }

  @Test
  void findsAServiceThatIsHarmedByALostKeyOfItsOwn() throws SQLException {
    execute("DROP TABLE personnel." + staff);
    make(
        staff,
        "record_no VARCHAR(20) PRIMARY KEY, post_no VARCHAR(20) NOT NULL UNIQUE, note VARCHAR(20)");
    draft.key = "POST_NO";
    publish(0);
    execute("DROP TABLE personnel." + staff);
    make(staff, "record_no VARCHAR(20) PRIMARY KEY, post_no VARCHAR(20), note VARCHAR(20)");
    TableDrift drift = core.getBean(TableImport.class).drift(staff);
    assertThat(drift.lostKeys()).containsExactly("POST_NO");
    assertThat(core.getBean(CatalogueRegister.class).use().harmedBy(drift))
        .extracting(ExchangeService::code)
        .containsExactly(code);
  }

  @Test
  void callsAFieldOtherwiseInThisServiceAlone() {
    join(posts, "POST_NO", staff, "POST_NO");
    draft.fields.add(posts + ".title");
    FieldTexts words = new FieldTexts("職稱", "", "以派令為準");
    draft.texts = Map.of(posts + ".title", words);
    publish(0);
    ExchangeService present = register.get(code.value());
    Field title = present.findField("title").orElseThrow();
    assertThat(List.of(title.label(), title.labelEn())).containsExactly("職稱", "title");
    assertThat(title.description()).isEqualTo("以派令為準");
    assertThat(present.tableOf("title").findField("title").orElseThrow().label())
        .isEqualTo("title");
    assertThat(ServiceDraft.of(present).texts()).isEqualTo(draft.texts);
    draft.texts = Map.of(posts + ".title", new FieldTexts("職務名稱", "", "以派令為準"));
    assertThat(register.look(draft.get()).changes())
        .extracting(ServiceChange::toString)
        .containsExactly("LABEL %s.title: 職稱 → 職務名稱".formatted(posts));
  }

  @Test
  void refusesWordsThatAreTooLong() {
    draft.texts = Map.of("postNo", new FieldTexts("長".repeat(121), "x".repeat(201), "\u0000"));
    assertThat(faults())
        .containsExactly(
            ServiceFault.at(Place.LABEL, "postNo", Kind.TOO_LONG, "120"),
            ServiceFault.at(Place.LABEL_EN, "postNo", Kind.TOO_LONG, "200"),
            ServiceFault.at(Place.FIELD_DESCRIPTION, "postNo", Kind.UNKNOWN, ""));
  }

  @Test
  void refusesMoreJoinsThanAServiceCanHave() {
    for (int i = 0; i <= ServiceDraft.MOST_JOINS; i++) {
      String more = "MORE%d_%d".formatted(i, number);
      register(core.getBean(CatalogueEditor.class), more, "POST_NO", List.of("postNo", "more" + i));
      join(more, "POST_NO", staff, "POST_NO");
      draft.fields.add(more + ".more" + i);
    }
    assertThat(faults()).contains(ServiceFault.of(Place.JOINS, Kind.TOO_MANY, "12"));
    draft.fields.remove(draft.joins.remove(0).table() + ".more0");
    assertThat(faults()).extracting(ServiceFault::kind).doesNotContain(Kind.TOO_MANY);
  }

  @Test
  void tellsWhatAVersionChanges() {
    publish(0);
    draft.fields.add("note");
    draft.keepRequest = true;
    assertThat(register.look(draft.get()).changes())
        .extracting(ServiceChange::toString)
        .containsExactly("FIELD note:  → note", "SEARCH note:  → EQ", "KEEP_REQUEST: false → true");
    publish(1);
    assertThat(core.getBean(ActHistory.class).of(code.value()))
        .anySatisfy(act -> assertThat(act.stateAfter()).contains("version 2: FIELD note"));
  }

  @Test
  void keepsEveryVersion() {
    publish(0);
    draft.fields.add("note");
    publish(1);
    assertThat(register.versions(code))
        .extracting(version -> version.service().fields().size())
        .containsExactly(3, 2);
  }

  @Test
  void letsAFieldGoWithoutItsCriterionAndNotLoseItLater() {
    draft.unsearchable = Set.of("postNo");
    publish(0);
    assertThat(register.get(code.value()).findField("postNo").orElseThrow().criterion()).isNull();
    draft.unsearchable = Set.of("recordNo", "postNo");
    assertThat(faults())
        .containsExactly(ServiceFault.at(Place.FIELDS, "recordNo", Kind.BREAKS_SEARCH, "recordNo"));
  }

  @Test
  void letsAFieldGoAfterItsAnnouncedLastDay() {
    draft.ends = Map.of("postNo", today.plusDays(1));
    publish(0);
    ExchangeService present = register.get(code.value());
    draft.fields.remove("postNo");
    draft.ends = Map.of();
    assertThat(kinds(Place.FIELDS)).containsExactly(Kind.BREAKS_FIELD);
    ExchangeService next =
        requireNonNull(ServiceComposition.of(draft.get(), catalogue.current(), present).service());
    assertThat(PublishingRules.faults(next, present, today.plusDays(2))).isEmpty();
  }

  @Test
  void refusesALastDayThatIsOverOrEarlierThanAnnounced() {
    draft.ends = Map.of("postNo", today);
    assertThat(kinds(Place.ENDS)).containsExactly(Kind.PAST);
    draft.ends = Map.of("postNo", today.plusDays(9));
    publish(0);
    draft.ends = Map.of("postNo", today.plusDays(8));
    assertThat(kinds(Place.ENDS)).containsExactly(Kind.BREAKS_END);
  }

  @Test
  void refusesStricterPurposesAndOtherJoins() {
    join(posts, "POST_NO", staff, "POST_NO");
    draft.fields.add(posts + ".title");
    publish(0);
    draft.purpose = PurposeRule.CASE_NUMBER;
    draft.joins.clear();
    join(posts, "POST_NO", staff, "NOTE");
    assertThat(faults())
        .extracting(ServiceFault::kind)
        .containsExactly(Kind.BREAKS_JOIN, Kind.BREAKS_PURPOSE);
  }

  @Test
  void refusesAVersionOverAnotherThanWasLookedAt() {
    publish(0);
    draft.fields.add("note");
    assertRefused(() -> publish(0), ErrorCode.CHANGED_MEANWHILE);
    assertThat(register.get(code.value()).version()).isEqualTo(1);
  }

  @Test
  void tellsTheKeysThatTheSourceDeclares() {
    assertThat(register.keys())
        .filteredOn(key -> key.table().name().equals(posts))
        .extracting(ServiceRegister.DeclaredKey::column)
        .containsExactly("POST_NO");
  }

  @Test
  void opensAndClosesOnTheAnnouncedDay() {
    publish(0);
    PlannedSwitch opening = new PlannedSwitch(today.plusDays(3), "");
    arrange(new ServiceState(ServiceStatus.CLOSED, "籌備中", opening));
    ServiceSwitches switches = core.getBean(ServiceSwitches.class);
    switches.switchDue(today.plusDays(2));
    assertThat(register.get(code.value()).status()).isEqualTo(ServiceStatus.CLOSED);
    switches.switchDue(today.plusDays(3));
    assertThat(register.get(code.value()).status()).isEqualTo(ServiceStatus.OPEN);
    PlannedSwitch closing = new PlannedSwitch(today.plusDays(3), "系統汰換");
    arrange(new ServiceState(ServiceStatus.OPEN, "", closing));
    switches.switchDue(today.plusDays(4));
    assertThat(ServiceState.of(register.get(code.value())))
        .isEqualTo(new ServiceState(ServiceStatus.CLOSED, "系統汰換", null));
  }

  @Test
  void refusesToAnnounceADayThatIsNotToCome() {
    publish(0);
    ServiceState state = new ServiceState(ServiceStatus.CLOSED, "", new PlannedSwitch(today, ""));
    assertRefused(() -> arrange(state), ErrorCode.VALUE_INVALID);
  }

  @Test
  void refusesAStateOverAnotherThanWasLookedAt() {
    publish(0);
    assertRefused(
        () ->
            catalogue.arrange(
                code, "OPEN", new ServiceState(ServiceStatus.OPEN, "", null), "測試", ADMINISTRATOR),
        ErrorCode.CHANGED_MEANWHILE);
  }

  private void arrange(ServiceState next) {
    String seen = ServiceState.of(register.get(code.value())).toString();
    catalogue.arrange(code, seen, next, "測試", ADMINISTRATOR);
  }

  private void join(String table, String key, String fromTable, String fromColumn) {
    draft.joins.add(new ServiceDraft.Join(table, key, fromTable, fromColumn));
  }

  private List<ServiceFault> faults() {
    return register.look(draft.get()).faults();
  }

  private List<Kind> kinds(Place place) {
    return faults().stream()
        .filter(fault -> fault.place() == place)
        .map(ServiceFault::kind)
        .toList();
  }

  private void publish(int seen) {
    register.publish(draft.get(), null, seen, "測試", ADMINISTRATOR);
  }

  private static void assertRefused(ThrowingCallable act, ErrorCode expected) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.code()).isEqualTo(expected));
  }

  private static void register(
      CatalogueEditor editor, String table, String key, List<String> elements) {
    List<Field> fields = new ArrayList<>();
    for (String element : elements) {
      fields.add(
          new Field(
              fields.size() + 1,
              element.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT),
              element,
              element,
              element,
              FieldType.STRING,
              20,
              null,
              null,
              false,
              CriterionKind.EQ,
              DataClass.NONE,
              null,
              null));
    }
    editor.register(new ExchangeTable(table, "測試", "Test", null, key, fields), ADMINISTRATOR);
  }

  private void make(String table, String columns) throws SQLException {
    execute("CREATE TABLE personnel." + table + " (" + columns + ")");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = core.getBean("hubDataSource", DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
