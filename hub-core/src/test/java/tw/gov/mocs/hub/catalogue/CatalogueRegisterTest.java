package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.CatalogueFault.Kind;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@OnEveryDatabase
class CatalogueRegisterTest {

  private static final Actor ADMINISTRATOR = Actor.operator("test");
  private static final AtomicInteger NEXT = new AtomicInteger(500);

  private final Catalogue catalogue;
  private final CatalogueEditor editor;
  private final CatalogueRegister register;
  private final ActHistory history;
  private final int number = NEXT.incrementAndGet();
  private final String table = "KEPT_" + number;
  private final String list = "LIST_" + number;

  CatalogueRegisterTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database, "catalogue");
    catalogue = core.getBean(Catalogue.class);
    editor = core.getBean(CatalogueEditor.class);
    register = core.getBean(CatalogueRegister.class);
    history = core.getBean(ActHistory.class);
    editor.register(
        new ExchangeTable(
            table,
            "測試",
            "Test",
            null,
            "RECORD_NO",
            List.of(
                field(1, "RECORD_NO", "recordNo", CriterionKind.EQ, DataClass.IDENTIFIER),
                field(2, "NOTE", "note", null, DataClass.RESTRICTED),
                field(3, "OTHER", "other", null, DataClass.RESTRICTED))),
        ADMINISTRATOR);
  }

  @Test
  void changesAFieldAndSaysWhatItWas() {
    change("note", Map.of(CatalogueItem.LABEL, "備註", CatalogueItem.DESCRIPTION, "說明"));
    assertThat(present("note").label()).isEqualTo("備註");
    assertThat(history.of(table + ".note"))
        .last()
        .satisfies(
            act -> {
              assertThat(act.stateBefore()).isEqualTo("LABEL=note; DESCRIPTION=");
              assertThat(act.stateAfter()).isEqualTo("LABEL=備註; DESCRIPTION=說明");
            });
  }

  @Test
  void refusesAChangeOfWhatWasChangedMeanwhile() {
    CatalogueEntry seen = entry("note");
    change("note", Map.of(CatalogueItem.LABEL, "先"));
    assertRefused(
        () ->
            register.change(
                seen.key(),
                seen.mark(),
                seen.with(Map.of(CatalogueItem.LABEL, "後")),
                ADMINISTRATOR),
        ErrorCode.CHANGED_MEANWHILE);
  }

  @Test
  void changesTypeAndClassOfAFieldThatNobodyUses() {
    change(
        "other",
        Map.of(
            CatalogueItem.TYPE,
            "INTEGER",
            CatalogueItem.LENGTH,
            "9",
            CatalogueItem.DATA_CLASS,
            "NONE"));
    assertThat(present("other").type()).isEqualTo(FieldType.INTEGER);
    assertThat(present("other").dataClass()).isEqualTo(DataClass.NONE);
  }

  @Test
  void refusesAnotherTypeOfAFieldThatAServiceOffers() {
    publish("recordNo", "note");
    assertThat(kinds("note", Map.of(CatalogueItem.LENGTH, "21"))).containsExactly(Kind.BREAKS);
    assertThat(kinds("note", Map.of(CatalogueItem.TYPE, "DATE", CatalogueItem.LENGTH, "")))
        .containsExactly(Kind.BREAKS, Kind.BREAKS);
  }

  @Test
  void refusesALowerClassOfAFieldThatAServiceOffers() {
    publish("recordNo", "note");
    assertThat(kinds("note", Map.of(CatalogueItem.DATA_CLASS, "PERSONAL")))
        .containsExactly(Kind.WIDENS);
  }

  @Test
  void refusesThatTheLogNoLongerFindsThePerson() {
    publish("recordNo");
    assertThat(kinds("recordNo", Map.of(CatalogueItem.DATA_CLASS, "RESTRICTED")))
        .containsExactly(Kind.WIDENS);
  }

  @Test
  void refusesToTakeASearchAwayThatAServiceOffers() {
    publish("recordNo");
    assertThat(kinds("recordNo", Map.of(CatalogueItem.CRITERION, ""))).containsExactly(Kind.BREAKS);
  }

  @Test
  void addsASearchToAFieldThatAServiceOffers() {
    publish("note");
    change("note", Map.of(CatalogueItem.CRITERION, "EQ"));
    assertThat(present("note").criterion()).isEqualTo(CriterionKind.EQ);
  }

  @Test
  void namesTheServicesThatWouldBreak() {
    publish("note");
    assertThat(register.faults(entry("note"), with("note", Map.of(CatalogueItem.LENGTH, "1"))))
        .extracting(fault -> fault.told().get(0))
        .containsExactly("SQ_YY_" + number);
  }

  @Test
  void refusesAnIdentityNumberInATextThatTheLogKeeps() {
    assertThat(kinds("note", Map.of(CatalogueItem.DESCRIPTION, "例如 A212345670")))
        .containsExactly(Kind.NUMBER);
  }

  @Test
  void refusesTextsThatDoNotGoTogether() {
    assertThat(
            kinds("note", Map.of(CatalogueItem.LABEL, "", CatalogueItem.LABEL_EN, "x".repeat(201))))
        .containsExactly(Kind.MISSING, Kind.TOO_LONG);
    assertThat(
            kinds(
                "note",
                Map.of(
                    CatalogueItem.SCALE, "2",
                    CatalogueItem.CODE_LIST, "SEX",
                    CatalogueItem.CRITERION, "RANGE",
                    CatalogueItem.MASK, "rot13")))
        .containsExactlyInAnyOrder(Kind.NEEDLESS, Kind.NEEDLESS, Kind.NEEDLESS, Kind.FORM);
    assertThat(kinds("note", Map.of(CatalogueItem.TYPE, "CODE", CatalogueItem.CODE_LIST, "NO")))
        .containsExactly(Kind.UNKNOWN);
    assertThat(kinds("note", Map.of(CatalogueItem.COLUMN, "OTHER"))).containsExactly(Kind.FIXED);
  }

  @Test
  void keepsTheKeysOfATableThatAServiceReads() {
    publish("recordNo");
    CatalogueEntry before = register.get(CatalogueSheet.TABLES, List.of(table));
    assertThat(register.faults(before, before.with(Map.of(CatalogueItem.PAGING_KEY, "NOTE"))))
        .extracting(CatalogueFault::kind)
        .containsExactly(Kind.BREAKS);
  }

  @Test
  void setsTheKeysOfATableThatNobodyReads() {
    CatalogueEntry before = register.get(CatalogueSheet.TABLES, List.of(table));
    register.change(
        before.key(),
        before.mark(),
        before.with(Map.of(CatalogueItem.SUBJECT_COLUMN, "RECORD_NO")),
        ADMINISTRATOR);
    assertThat(requireNonNull(catalogue.current().tables().get(table)).subjectColumn())
        .isEqualTo("RECORD_NO");
    assertThat(register.faults(before, before.with(Map.of(CatalogueItem.PAGING_KEY, "NO"))))
        .extracting(CatalogueFault::kind)
        .containsExactly(Kind.UNKNOWN);
  }

  @Test
  void removesAFieldThatNobodyUsesWithAReason() {
    publish("recordNo");
    CatalogueEntry note = entry("note");
    assertRefused(
        () -> register.remove(note.sheet(), note.key(), note.mark(), " ", ADMINISTRATOR),
        ErrorCode.VALUE_INVALID);
    register.remove(note.sheet(), note.key(), note.mark(), "誤登", ADMINISTRATOR);
    assertThat(requireNonNull(catalogue.current().tables().get(table)).findField("note")).isEmpty();
    CatalogueEntry used = entry("recordNo");
    assertRefused(
        () -> register.remove(used.sheet(), used.key(), used.mark(), "x", ADMINISTRATOR),
        ErrorCode.STATE_CONFLICT);
    assertThat(register.wasOffered(used)).isTrue();
    assertThat(register.wasOffered(entry("other"))).isFalse();
  }

  @Test
  void removesATableThatNobodyUses() {
    CatalogueEntry entry = register.get(CatalogueSheet.TABLES, List.of(table));
    register.remove(entry.sheet(), entry.key(), entry.mark(), "誤登", ADMINISTRATOR);
    assertThat(catalogue.current().tables()).doesNotContainKey(table);
  }

  @Test
  void keepsCodesWithTheirValidity() {
    addList();
    register.add(code("A", "103/1/1", "112/12/31"), ADMINISTRATOR);
    register.add(code("A", "113/1/1", ""), ADMINISTRATOR);
    assertThat(requireNonNull(catalogue.current().codeLists().get(list)).entries())
        .extracting(one -> CatalogueTexts.day(one.validFrom()))
        .containsExactly("103/01/01", "113/01/01");
  }

  @Test
  void refusesTheSameCodeTwiceOnADay() {
    addList();
    register.add(code("A", "103/1/1", "112/12/31"), ADMINISTRATOR);
    assertThat(codeKinds(code("A", "112/12/31", ""))).containsExactly(Kind.OVERLAPS);
  }

  @Test
  void refusesDaysThatAreNone() {
    addList();
    assertThat(codeKinds(code("A", "113/2/30", "x"))).containsExactly(Kind.FORM, Kind.FORM);
    assertThat(codeKinds(code("A", "113/2/2", "113/2/1"))).containsExactly(Kind.ENDS_BEFORE);
    assertThat(codeKinds(code("A", "113/2/2", "").with(Map.of(CatalogueItem.PARENT, "?"))))
        .containsExactly(Kind.UNKNOWN);
  }

  @Test
  void endsTheValidityOfACode() {
    addList();
    register.add(code("A", "103/1/1", ""), ADMINISTRATOR);
    CatalogueEntry before = register.get(CatalogueSheet.CODES, List.of(list, "A", "103/01/01"));
    register.change(
        before.key(),
        before.mark(),
        before.with(Map.of(CatalogueItem.VALID_FROM, "104/1/1", CatalogueItem.VALID_TO, "105.1.1")),
        ADMINISTRATOR);
    assertThat(
            register
                .get(CatalogueSheet.CODES, List.of(list, "A", "104/01/01"))
                .of(CatalogueItem.VALID_TO))
        .isEqualTo("105/01/01");
  }

  @Test
  void refusesAListThatIsThere() {
    addList();
    assertRefused(this::addList, ErrorCode.ALREADY_EXISTS);
  }

  private void addList() {
    register.add(
        new CatalogueEntry(
            CatalogueSheet.LISTS,
            Map.of(
                CatalogueItem.CODE_LIST,
                list,
                CatalogueItem.LABEL,
                "代碼",
                CatalogueItem.LABEL_EN,
                "Codes")),
        ADMINISTRATOR);
  }

  private CatalogueEntry code(String code, String from, String to) {
    return new CatalogueEntry(
        CatalogueSheet.CODES,
        Map.of(
            CatalogueItem.CODE_LIST, list,
            CatalogueItem.CODE, code,
            CatalogueItem.NAME, "名稱",
            CatalogueItem.SORT_ORDER, "1",
            CatalogueItem.VALID_FROM, from,
            CatalogueItem.VALID_TO, to));
  }

  private List<Kind> codeKinds(CatalogueEntry code) {
    return register.faults(null, code).stream().map(CatalogueFault::kind).toList();
  }

  private List<Kind> kinds(String element, Map<CatalogueItem, String> changed) {
    return register.faults(entry(element), with(element, changed)).stream()
        .map(CatalogueFault::kind)
        .toList();
  }

  private void change(String element, Map<CatalogueItem, String> changed) {
    CatalogueEntry before = entry(element);
    register.change(before.key(), before.mark(), with(element, changed), ADMINISTRATOR);
  }

  private CatalogueEntry with(String element, Map<CatalogueItem, String> changed) {
    return entry(element).with(changed);
  }

  private CatalogueEntry entry(String element) {
    return register.get(CatalogueSheet.FIELDS, List.of(table, element));
  }

  private Field present(String element) {
    return requireNonNull(catalogue.current().tables().get(table)).findField(element).orElseThrow();
  }

  private void publish(String... fields) {
    editor.publish(
        new ServiceDraft(
            new ServiceCode("SQ_YY_" + number),
            "測試",
            "Test",
            new ServiceCategory("測試資料", "Tests"),
            "",
            "",
            table,
            List.of(fields),
            null,
            false,
            false),
        ADMINISTRATOR);
  }

  private static Field field(
      int ordinal,
      String column,
      String name,
      @Nullable CriterionKind criterion,
      DataClass dataClass) {
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
        true,
        criterion,
        dataClass,
        null,
        null);
  }

  private static void assertRefused(ThrowingCallable act, ErrorCode expected) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(HubException.class, e -> assertThat(e.code()).isEqualTo(expected));
  }
}
