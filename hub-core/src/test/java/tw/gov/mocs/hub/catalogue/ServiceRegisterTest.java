package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.catalogue.ServiceFault.Kind;
import tw.gov.mocs.hub.catalogue.ServiceFault.Place;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Composing services of tables that the source really has. */
@OnEveryDatabase
class ServiceRegisterTest extends ComposedServices {

  ServiceRegisterTest(TestDatabase database) {
    super(database);
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
  void refusesAnIdentityNumberInTheWordsOfAField() {
    draft.texts = Map.of("postNo", new FieldTexts("職位", "", "例如 A212345670 之職位"));
    assertThat(faults())
        .containsExactly(ServiceFault.at(Place.FIELD_DESCRIPTION, "postNo", Kind.NUMBER));
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
    assertThat(PublishingRules.faults(next, present, Set.of(), today.plusDays(2))).isEmpty();
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
  void announcesNoIdentityNumber() {
    publish(0);
    ServiceState state = new ServiceState(ServiceStatus.CLOSED, "A212345670 之資料異常", null);
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
}
