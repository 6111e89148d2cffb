package tw.gov.mocs.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@OnEveryDatabase
class CatalogueEditorTest {

  private static final Actor ADMINISTRATOR = Actor.operator("test");
  private static final AtomicInteger NEXT = new AtomicInteger(100);

  private final Catalogue catalogue;
  private final CatalogueEditor editor;
  private final ServiceCode code = new ServiceCode("SQ_ZZ_" + NEXT.incrementAndGet());
  private final String table = "TEST_" + code;

  CatalogueEditorTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database, "catalogue");
    catalogue = core.getBean(Catalogue.class);
    editor = core.getBean(CatalogueEditor.class);
  }

  @Test
  void publishesANewServiceClosed() {
    publish(List.of("recordNo", "note"));
    assertThat(present().status()).isEqualTo(ServiceStatus.CLOSED);
    assertThat(present().version()).isEqualTo(1);
  }

  @Test
  void publishesAVersionThatAddsAField() {
    publish(List.of("recordNo"));
    publish(List.of("note", "recordNo"));
    assertThat(present().version()).isEqualTo(2);
    assertThat(present().fields()).extracting(Field::xmlName).containsExactly("recordNo", "note");
  }

  @Test
  void keepsAnOpenServiceOpenWhenItGrows() {
    publish(List.of("recordNo"));
    catalogue.open(code, ADMINISTRATOR);
    publish(List.of("recordNo", "note"));
    assertThat(present().status()).isEqualTo(ServiceStatus.OPEN);
  }

  @Test
  void refusesToTakeAPublishedFieldAway() {
    publish(List.of("recordNo", "note"));
    assertRefused(() -> publish(List.of("recordNo")), ErrorCode.VALUE_INVALID);
  }

  @Test
  void refusesToNarrowPublishedCriteria() {
    publish(List.of("recordNo", "changed"));
    assertRefused(
        () ->
            publish(
                List.of("recordNo", "changed"),
                new RequiredCriteria(List.of("recordNo"), "changed", 31),
                null,
                ""),
        ErrorCode.VALUE_INVALID);
  }

  @Test
  void refusesAServiceOfATableWithoutKey() {
    assertRefused(() -> publish(List.of("recordNo"), null, null, null), ErrorCode.VALUE_INVALID);
  }

  @Test
  void refusesAServiceOfPersonsWithoutRequiredCriteria() {
    assertRefused(
        () -> publish(List.of("recordNo"), null, "RECORD_NO", ""), ErrorCode.VALUE_INVALID);
  }

  @Test
  void letsThePresentServiceEncryptItsAnswers() {
    publish(List.of("recordNo"));
    ServiceDraft now = ServiceDraft.of(present());
    ServiceDraft encrypted =
        new ServiceDraft(
            now.code(),
            now.name(),
            now.nameEn(),
            now.category(),
            now.description(),
            now.descriptionEn(),
            now.table(),
            now.fields(),
            now.requiredCriteria(),
            now.keepRequest(),
            true);
    editor.publish(encrypted, ADMINISTRATOR);
    assertThat(present().encryptAnswer()).isTrue();
  }

  @Test
  void keepsBothNamesOfTheCategory() {
    publish(List.of("recordNo"));
    assertThat(present().category()).isEqualTo(new ServiceCategory("測試資料", "Tests"));
  }

  @Test
  void refusesACategoryWithoutEnglishName() {
    publish(List.of("recordNo"));
    ServiceDraft now = ServiceDraft.of(present());
    ServiceDraft half =
        new ServiceDraft(
            now.code(),
            now.name(),
            now.nameEn(),
            new ServiceCategory("測試資料", ""),
            now.description(),
            now.descriptionEn(),
            now.table(),
            now.fields(),
            now.requiredCriteria(),
            now.keepRequest(),
            now.encryptAnswer());
    assertRefused(() -> editor.publish(half, ADMINISTRATOR), ErrorCode.VALUE_INVALID);
  }

  @Test
  void refusesAFieldThatTheTableLacks() {
    assertRefused(() -> publish(List.of("nothing")), ErrorCode.VALUE_INVALID);
  }

  @Test
  void refusesToRegisterATableTwice() {
    publish(List.of("recordNo"));
    assertRefused(
        () -> editor.register(tableOf(null, ""), ADMINISTRATOR), ErrorCode.ALREADY_EXISTS);
  }

  @Test
  void refusesATableUnderTheNameOfAService() {
    ExchangeTable service = tableOf(null, "");
    assertRefused(
        () ->
            editor.register(
                new ExchangeTable("SQ_TA_902", "測試", "Test", null, "", service.fields()),
                ADMINISTRATOR),
        ErrorCode.VALUE_INVALID);
  }

  @Test
  void keepsTheOldStateWhenAPublicationIsRefused() {
    publish(List.of("recordNo", "note"));
    assertRefused(() -> publish(List.of("recordNo")), ErrorCode.VALUE_INVALID);
    assertThat(present().version()).isEqualTo(1);
  }

  @Test
  void arrangesTheListsOfThePortal() {
    List<ServiceCode> guide = catalogue.current().guide();
    List<ServiceCode> offer = catalogue.current().offer();
    publish(List.of("recordNo"));
    List<ServiceCode> longer = new ArrayList<>(guide);
    longer.add(0, code);
    editor.arrange(longer, offer, ADMINISTRATOR);
    List<ServiceCode> arranged = catalogue.current().guide();
    editor.arrange(guide, offer, ADMINISTRATOR);
    assertThat(arranged).isEqualTo(longer);
  }

  private ExchangeService present() {
    return catalogue.current().find(code).orElseThrow();
  }

  private void publish(List<String> fields) {
    publish(fields, null, null, "");
  }

  /** A null key makes a table without one. */
  private void publish(
      List<String> fields,
      @Nullable RequiredCriteria required,
      @Nullable String subject,
      @Nullable String key) {
    if (!catalogue.current().tables().containsKey(table)) {
      editor.register(tableOf(subject, key), ADMINISTRATOR);
    }
    editor.publish(
        new ServiceDraft(
            code,
            "測試",
            "Test",
            new ServiceCategory("測試資料", "Tests"),
            "",
            "",
            table,
            fields,
            required,
            false,
            false),
        ADMINISTRATOR);
  }

  private ExchangeTable tableOf(@Nullable String subject, @Nullable String key) {
    return new ExchangeTable(
        table,
        "測試",
        "Test",
        subject,
        key == null ? "" : "RECORD_NO",
        List.of(
            field(1, "RECORD_NO", "recordNo", FieldType.STRING, CriterionKind.EQ),
            field(2, "NOTE", "note", FieldType.STRING, null),
            field(3, "CHANGED", "changed", FieldType.TIMESTAMP, CriterionKind.RANGE)));
  }

  private static Field field(
      int ordinal, String column, String name, FieldType type, @Nullable CriterionKind criterion) {
    return new Field(
        ordinal,
        column,
        name,
        name,
        name,
        type,
        type == FieldType.STRING ? 20 : null,
        null,
        null,
        true,
        criterion,
        DataClass.NONE,
        null,
        null);
  }

  private static void assertRefused(ThrowingCallable act, ErrorCode expected) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(HubException.class, e -> assertThat(e.code()).isEqualTo(expected));
  }
}
