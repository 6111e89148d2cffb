package tw.gov.mocs.hub.web.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Accounts;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.Attachment;
import tw.gov.mocs.hub.application.GrantTerms;
import tw.gov.mocs.hub.application.Letter;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.web.form.ApplicationForm;
import tw.gov.mocs.hub.web.form.FormFormat;
import tw.gov.mocs.hub.web.form.PrintedForm;
import tw.gov.mocs.hub.web.layout.RocFormat;

class DecisionPaperTest {

  private final ApplicationContext core = TestCore.shared(TestDatabase.H2);
  private final Ministry ministry = new Ministry(core);
  private final DecisionPaper paper;

  private final TermsSheet sheet;

  DecisionPaperTest() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("tw.gov.mocs.hub.web.review.messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    RocFormat roc = new RocFormat();
    Catalogue catalogue = core.getBean(Catalogue.class);
    sheet = new TermsSheet(catalogue, messages, roc);
    paper = new DecisionPaper(sheet, core.getBean(Accounts.class), messages, roc);
  }

  @Test
  void saysWhatWasDecidedOnEachService() {
    PrintedForm printed = paper(ministry.granted());
    assertThat(answer(printed, "審核結果")).containsExactly("部分通過");
    assertThat(answer(printed, "SQ_COM_01"))
        .containsExactly(
            "部分通過", "提供：代碼類別、代碼名稱", "可查詢：代碼類別", "未提供：代碼", "資料列條件：代碼類別：RANK、GRADE 之一", "資料列條件：代碼：A");
    assertThat(answer(printed, "SQ_PA_001")).containsExactly("不通過");
    assertThat(answer(printed, "每日用量上限")).singleElement().asString().startsWith("呼叫 ");
  }

  @Test
  void saysThatAddressesAreNoLongerLimited() {
    Application decided = ministry.granted();
    GrantTerms terms = requireNonNull(decided.reviews().get(0).terms());
    GrantTerms anywhere =
        new GrantTerms(terms.period(), List.of(), terms.quota(), terms.services());
    assertThat(sheet.of(decided.content(), anywhere, Locale.TAIWAN).differences())
        .anySatisfy(one -> assertThat(one).startsWith("IP位置由 ").endsWith(" 改為 不限"));
  }

  @Test
  void saysWhoDecidedAndWhy() {
    Application decided = ministry.granted();
    PrintedForm printed = paper(decided);
    assertThat(answer(printed, "審核人員").get(0)).isEqualTo(decided.reviews().get(0).reviewer());
    assertThat(answer(printed, "審核說明")).containsExactly("可");
  }

  @Test
  void holdsWhatTheAgencyAnsweredAndTheLetter() {
    Application decided = ministry.granted();
    PrintedForm printed = paper(decided);
    assertThat(printed.rows()).containsAll(form(decided).rows());
    assertThat(answer(printed, "文號")).containsExactly("部人字第 1 號");
    assertThat(printed.sealed()).isFalse();
  }

  @Test
  void isNamedByItsNumber() {
    assertThat(FormFormat.of("pdf").fileName("APSQ11500001-decision"))
        .isEqualTo("APSQ11500001-decision.pdf");
  }

  private PrintedForm paper(Application decided) {
    Attachment scan = new Attachment(1, "letter.pdf", "ab".repeat(32), 10);
    Letter letter = new Letter(LocalDate.EPOCH, "部人字第 1 號", scan, "somebody", Instant.EPOCH);
    return paper.of(decided, form(decided), Optional.of(letter));
  }

  private PrintedForm form(Application decided) {
    return ApplicationForm.of(
        decided, ministry.agency, core.getBean(Catalogue.class).current(), List.of(), null, false);
  }

  private static List<String> answer(PrintedForm printed, String label) {
    return printed.rows().stream()
        .flatMap(row -> row.entries().stream())
        .filter(entry -> entry.label().startsWith(label))
        .map(PrintedForm.Entry::lines)
        .findFirst()
        .orElseThrow();
  }
}
