package tw.gov.mocs.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.catalogue.ServiceFault.Kind;
import tw.gov.mocs.hub.catalogue.ServiceFault.Place;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Services whose source has changed: what that harms, and how they are mended. */
@OnEveryDatabase
class ChangedSourceTest extends ComposedServices {

  ChangedSourceTest(TestDatabase database) {
    super(database);
  }

  @Test
  void refusesAVanishedColumn() throws SQLException {
    draft.fields.add("note");
    execute("ALTER TABLE personnel." + staff + " DROP COLUMN note");
    assertThat(faults())
        .containsExactly(ServiceFault.at(Place.FIELDS, "note", Kind.VANISHED, staff + ".NOTE"));
  }

  @Test
  void letsAFieldGoAtOnceWhoseColumnIsGone() throws SQLException {
    publishWithNote();
    execute("ALTER TABLE personnel." + staff + " DROP COLUMN note");
    draft.fields.remove("note");
    publish(1);
    assertThat(register.get(code.value()).findField("note")).isEmpty();
  }

  @Test
  void announcesTheEndOfAFieldWhoseColumnIsGone() throws SQLException {
    publishWithNote();
    execute("ALTER TABLE personnel." + staff + " DROP COLUMN note");
    draft.ends = Map.of("note", today.plusDays(3));
    ServiceRegister.Look look = register.look(draft.get());
    assertThat(look.standing())
        .containsExactly(ServiceFault.at(Place.FIELDS, "note", Kind.VANISHED, staff + ".NOTE"));
    assertThat(look.gone()).containsExactly("note");
    publish(1);
    assertThat(register.get(code.value()).ends()).containsKey("note");
  }

  @Test
  void refusesToOfferAVanishedColumnBesideOneThatIsPublished() throws SQLException {
    publishWithNote();
    CatalogueEditor editor = core.getBean(CatalogueEditor.class);
    String later = "LATER_" + number;
    make(later, "post_no VARCHAR(20) NOT NULL PRIMARY KEY");
    register(editor, later, "POST_NO", List.of("postNo", "remark"));
    execute("ALTER TABLE personnel." + staff + " DROP COLUMN note");
    join(later, "POST_NO", staff, "POST_NO");
    draft.fields.add(later + ".remark");
    assertThat(faults())
        .containsExactly(
            ServiceFault.at(Place.FIELDS, later + ".remark", Kind.VANISHED, later + ".REMARK"));
  }

  @Test
  void givesAWidenedColumnAsASecondFieldAndEndsTheFirst() throws SQLException {
    publishWithNote();
    widenNote();
    core.getBean(TableImport.class).addField(staff, "NOTE", "note2", ADMINISTRATOR);
    draft.fields.add("note2");
    draft.ends = Map.of("note", today.plusDays(30));
    publish(1);
    assertThat(register.get(code.value()).findField("note2"))
        .get()
        .extracting(Field::length)
        .isEqualTo(99);
  }

  @Test
  void keepsAFieldThatCallsAreGivenThoughItsColumnIsWidened() throws SQLException {
    publishWithNote();
    widenNote();
    draft.fields.remove("note");
    assertThat(faults())
        .containsExactly(ServiceFault.at(Place.FIELDS, "note", Kind.BREAKS_FIELD, "note"));
  }

  @Test
  void letsARequiredCriterionGoWithItsColumn() throws SQLException {
    draft.table = ranged();
    draft.fields = new ArrayList<>(List.of("recordNo", "note", "changedAt"));
    draft.required = new RequiredCriteria(List.of("recordNo", "note"), "changedAt", 31);
    publish(0);
    execute("ALTER TABLE personnel." + draft.table + " DROP COLUMN note");
    draft.required = new RequiredCriteria(List.of("note"), "changedAt", 31);
    assertThat(kinds(Place.ANY_OF)).containsExactly(Kind.BREAKS_CRITERIA);
    draft.fields.remove("note");
    draft.required = new RequiredCriteria(List.of("recordNo"), "changedAt", 31);
    assertThat(faults()).isEmpty();
  }

  @Test
  void leavesOutAJoinedTableThatIsGone() throws SQLException {
    join(posts, "POST_NO", staff, "POST_NO");
    join(ranks, "RANK_NO", posts, "RANK_NO");
    draft.fields.add(ranks + ".title");
    publish(0);
    execute("ALTER TABLE personnel." + posts + " DROP COLUMN rank_no");
    assertThat(register.look(draft.get()).gone()).containsExactly(ranks + ".title");
    draft.joins.clear();
    draft.fields.remove(ranks + ".title");
    publish(1);
    assertThat(register.get(code.value()).joins()).isEmpty();
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
  void findsAServiceThatIsHarmedByALostKeyOfItsOwn() throws SQLException {
    execute("DROP TABLE personnel." + staff);
    make(
        staff,
        "record_no VARCHAR(20) PRIMARY KEY, post_no VARCHAR(20) NOT NULL UNIQUE, note VARCHAR(20)");
    draft.key = "POST_NO";
    publish(0);
    execute("DROP TABLE personnel." + staff);
    make(staff, "record_no VARCHAR(20) PRIMARY KEY, post_no VARCHAR(20), note VARCHAR(20)");
    TableDrift drift = core.getBean(TableDrifts.class).compare(staff);
    assertThat(drift.lostKeys()).containsExactly("POST_NO");
    assertThat(core.getBean(CatalogueRegister.class).use().harmedBy(drift))
        .extracting(one -> one.service().code(), CatalogueUse.Harmed::harm)
        .containsExactly(tuple(code, Harm.MAY_FAIL));
  }

  @Test
  void tellsThatAVanishedColumnFailsCallsUntilAVersionLeavesItOut() throws SQLException {
    publishWithNote();
    execute("ALTER TABLE personnel." + staff + " DROP COLUMN note");
    TableDrifts drifts = drifts();
    assertThat(drifts.harm(register.get(code.value()))).isEqualTo(Harm.FAILS);
    assertThat(drifts.harmed())
        .contains(new TableDrifts.Harmed(register.get(code.value()), Harm.FAILS));
    draft.fields.remove("note");
    publish(1);
    assertThat(drifts.harm(register.get(code.value()))).isEqualTo(Harm.NONE);
  }

  @Test
  void tellsThatAWidenedColumnMayFailCallsForTheFieldOfItsOldType() throws SQLException {
    publishWithNote();
    widenNote();
    assertThat(drifts().harm(register.get(code.value()))).isEqualTo(Harm.MAY_FAIL);
    core.getBean(TableImport.class).addField(staff, "NOTE", "note2", ADMINISTRATOR);
    assertThat(drifts().compare(staff).harm(field(1, "note2", FieldType.STRING, CriterionKind.EQ)))
        .isEqualTo(Harm.NONE);
  }

  @Test
  void tellsThatALostColumnOfAJoinFailsEveryCall() throws SQLException {
    join(posts, "POST_NO", staff, "POST_NO");
    draft.fields = new ArrayList<>(List.of("recordNo", posts + ".title"));
    publish(0);
    execute("ALTER TABLE personnel." + staff + " DROP COLUMN post_no");
    assertThat(drifts().harm(register.get(code.value()))).isEqualTo(Harm.FAILS);
  }

  @Test
  void keepsWhatWasFoundUntilItIsComparedAgain() throws SQLException {
    publish(0);
    TableDrifts drifts = drifts();
    execute("ALTER TABLE personnel." + staff + " DROP COLUMN post_no");
    assertThat(drifts.harm(register.get(code.value()))).isEqualTo(Harm.NONE);
    drifts.compare();
    assertThat(drifts.harm(register.get(code.value()))).isEqualTo(Harm.FAILS);
  }

  /** Which has just compared. */
  private TableDrifts drifts() {
    TableDrifts drifts =
        new TableDrifts(core.getBean(SourceMetadata.class), catalogue, core.getBean(Clock.class));
    assertThat(drifts.comparedAt()).isEmpty();
    drifts.compare();
    return drifts;
  }

  private void publishWithNote() {
    draft.fields.add("note");
    publish(0);
  }

  private void widenNote() throws SQLException {
    execute("ALTER TABLE personnel." + staff + " DROP COLUMN note");
    execute("ALTER TABLE personnel." + staff + " ADD note VARCHAR(99)");
  }

  /** A table whose rows can be narrowed by two fields, or by a range. */
  private String ranged() throws SQLException {
    String ranged = "RANGED_" + number;
    make(
        ranged,
        "record_no VARCHAR(20) PRIMARY KEY, note VARCHAR(20), changed_at TIMESTAMP(6) NOT NULL");
    List<Field> fields =
        List.of(
            field(1, "recordNo", FieldType.STRING, CriterionKind.EQ),
            field(2, "note", FieldType.STRING, CriterionKind.EQ),
            field(3, "changedAt", FieldType.TIMESTAMP, CriterionKind.RANGE));
    core.getBean(CatalogueEditor.class)
        .register(
            new ExchangeTable(ranged, "測試", "Test", null, "RECORD_NO", fields), ADMINISTRATOR);
    return ranged;
  }
}
