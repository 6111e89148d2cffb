package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.CataloguePlan.Kind;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@OnEveryDatabase
class CatalogueImportTest {

  private static final Actor ADMINISTRATOR = Actor.operator("test");
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Catalogue catalogue;
  private final CatalogueRegister register;
  private final CatalogueImport imports;
  private final String list = "SENT_" + NEXT.incrementAndGet();

  CatalogueImportTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database, "catalogue");
    catalogue = core.getBean(Catalogue.class);
    register = core.getBean(CatalogueRegister.class);
    imports = core.getBean(CatalogueImport.class);
  }

  @Test
  void changesNothingWithWhatWasExported() {
    List<CatalogueLine> lines = new ArrayList<>();
    for (CatalogueSheet sheet : CatalogueSheet.values()) {
      CatalogueEntries.all(catalogue.current(), sheet)
          .forEach(entry -> lines.add(line(lines.size(), entry)));
    }
    assertThat(imports.plan(lines).steps())
        .hasSizeGreaterThan(300)
        .allMatch(step -> step.kind() == Kind.SAME);
  }

  @Test
  void addsAListWithItsCodes() {
    List<CatalogueLine> lines =
        List.of(code(1, "A", "103/1/1"), code(2, "B", "103-1-1"), list(1, "代碼"));
    apply(lines);
    assertThat(requireNonNull(catalogue.current().codeLists().get(list)).entries())
        .extracting(CodeList.Entry::code)
        .containsExactly("A", "B");
  }

  @Test
  void keepsWhatTheFileDoesNotHave() {
    apply(List.of(list(1, "代碼")));
    Map<CatalogueItem, String> label =
        Map.of(CatalogueItem.CODE_LIST, list, CatalogueItem.LABEL, "改名");
    apply(List.of(new CatalogueLine(CatalogueSheet.LISTS, 1, label)));
    CodeList changed = requireNonNull(catalogue.current().codeLists().get(list));
    assertThat(changed.label()).isEqualTo("改名");
    assertThat(changed.labelEn()).isEqualTo("Codes");
  }

  @Test
  void reportsEveryLineThatDoesNotFit() {
    List<CatalogueLine> lines =
        List.of(
            list(1, "代碼"),
            code(2, "A", "103/1/1"),
            code(3, "A", "104/1/1"),
            code(4, "A", "103/01/01"),
            code(5, "?", "x"),
            line(6, CatalogueSheet.FIELDS, CatalogueItem.TABLE, "NO", CatalogueItem.ELEMENT, "no"));
    assertThat(imports.plan(lines).of(Kind.FAULTY))
        .extracting(CataloguePlan.Step::line)
        .containsExactly(3, 4, 5, 6);
  }

  @Test
  void doesNothingOfAFileWithABadLine() {
    List<CatalogueLine> lines = List.of(list(1, "代碼"), code(2, "A", "103/13/1"));
    assertRefused(lines, imports.plan(lines).mark(), ErrorCode.VALUE_INVALID);
    assertThat(catalogue.current().codeLists()).doesNotContainKey(list);
  }

  @Test
  void doesNothingWhenTheCatalogueWasChangedSinceThePreview() {
    apply(List.of(list(1, "代碼")));
    List<CatalogueLine> lines = List.of(list(1, "後"));
    String seen = imports.plan(lines).mark();
    apply(List.of(list(1, "先")));
    assertRefused(lines, seen, ErrorCode.CHANGED_MEANWHILE);
    assertThat(requireNonNull(catalogue.current().codeLists().get(list)).label()).isEqualTo("先");
  }

  @Test
  void refusesAChangeThatWouldBreakCallers() {
    CatalogueEntry used = register.get(CatalogueSheet.FIELDS, List.of("TA_DECORATION", "recordNo"));
    CatalogueLine line =
        new CatalogueLine(
            used.sheet(),
            1,
            Map.of(
                CatalogueItem.TABLE, "TA_DECORATION",
                CatalogueItem.ELEMENT, "recordNo",
                CatalogueItem.LENGTH, "7"));
    assertThat(imports.plan(List.of(line)).of(Kind.FAULTY)).hasSize(1);
  }

  private void apply(List<CatalogueLine> lines) {
    CataloguePlan plan = imports.plan(lines);
    assertThat(plan.fits()).as(plan.toString()).isTrue();
    imports.apply(lines, plan.mark(), ADMINISTRATOR);
  }

  private void assertRefused(List<CatalogueLine> lines, String mark, ErrorCode expected) {
    assertThatThrownBy(() -> imports.apply(lines, mark, ADMINISTRATOR))
        .isInstanceOfSatisfying(HubException.class, e -> assertThat(e.code()).isEqualTo(expected));
  }

  private CatalogueLine list(int number, String label) {
    return new CatalogueLine(
        CatalogueSheet.LISTS,
        number,
        Map.of(
            CatalogueItem.CODE_LIST, list,
            CatalogueItem.LABEL, label,
            CatalogueItem.LABEL_EN, "Codes"));
  }

  private CatalogueLine code(int number, String code, String from) {
    return new CatalogueLine(
        CatalogueSheet.CODES,
        number,
        Map.of(
            CatalogueItem.CODE_LIST, list,
            CatalogueItem.CODE, code,
            CatalogueItem.NAME, "名稱",
            CatalogueItem.SORT_ORDER, "1",
            CatalogueItem.VALID_FROM, from));
  }

  private static CatalogueLine line(int number, CatalogueEntry entry) {
    return new CatalogueLine(
        entry.sheet(),
        number,
        entry.sheet().items().stream().collect(toMap(item -> item, entry::of)));
  }

  private static CatalogueLine line(
      int number,
      CatalogueSheet sheet,
      CatalogueItem first,
      String one,
      CatalogueItem second,
      String two) {
    return new CatalogueLine(sheet, number, Map.of(first, one, second, two));
  }
}
