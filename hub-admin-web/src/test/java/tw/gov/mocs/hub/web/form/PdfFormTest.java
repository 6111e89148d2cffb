package tw.gov.mocs.hub.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What PDFBox reads back; the fonts are those of Debian. */
class PdfFormTest {

  private static final FormPrinter PRINTER = new FormPrinter(SampleForms.INSTALLED);

  @Test
  void holdsEverything() throws IOException {
    try (PDDocument pdf = read(SampleForms.webService())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains(
              ApplicationForm.TITLE,
              "申請案件號碼：APSQ10200012",
              "102/12/24~103/01/31",
              "□ 公務同仁個人使用",
              "■ 對外介接使用",
              "SQ_TA_001 銓審資料",
              "□ 不同意",
              "APSQ10200012　頁 1/1");
    }
  }

  @Test
  void showsCharactersBeyondTheBasicPlane() throws IOException {
    try (PDDocument pdf = read(SampleForms.of("𠮷田𡿺\uFFFE"))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("𠮷田𡿺\uFFFD");
      assertThat(fonts(pdf)).anyMatch(name -> name.endsWith("+TW-Kai-Ext-B-98_1"));
    }
  }

  @Test
  void holdsThePartOfTheMainFontThatItUses() throws IOException {
    byte[] written = PRINTER.print(SampleForms.file(), FormFormat.PDF);
    try (PDDocument pdf = Loader.loadPDF(written)) {
      assertThat(fonts(pdf)).singleElement().asString().matches("[A-Z]{6}\\+TW-Kai-98_1");
    }
    assertThat(written.length).isLessThan(500_000);
  }

  @Test
  void showsWhatIsAppliedForAboveTheSealOnOnePage() throws IOException {
    try (PDDocument pdf = read(SampleForms.usual())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      assertThat(page(pdf, 1))
          .contains("申請案件號碼：APSQ10200012", "SQ_MA_001 退休資料", "申請機關/單位印信", "注意事項", "頁 1/2")
          .doesNotContain("三、本平臺");
      assertThat(page(pdf, 2))
          .startsWith("申請案件號碼：APSQ10200012　申請機關：考選部")
          .contains("附件　同意之管理規範（第 1 版）", "三、本平臺");
    }
  }

  @Test
  void goesOnOverPagesUnderItsNumberAndItsAgency() throws IOException {
    String line = "為辦理人事資料比對，擬申請現職人員基本資料，條件如下：任職於本機關及所屬機關者。".repeat(4);
    try (PDDocument pdf = read(SampleForms.file((line + "\n").repeat(20)))) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        assertThat(page(pdf, page))
            .contains("申請案件號碼：APFQ10200003", "頁 %d/%d".formatted(page, pdf.getNumberOfPages()));
        assertThat(page(pdf, page).startsWith("申請案件號碼：APFQ10200003　申請機關：考選部")).isEqualTo(page > 1);
      }
    }
  }

  @Test
  void breaksNoShortRowOverPages() throws IOException {
    List<PrintedForm.Row> rows = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      String number = "第 %d 列".formatted(i);
      rows.add(
          PrintedForm.Row.of(PrintedForm.Entry.of(number, number + "之始\n二\n三\n" + number + "之末")));
    }
    PrintedForm usual = SampleForms.usual();
    PrintedForm form =
        new PrintedForm(usual.title(), usual.number(), usual.agency(), rows, false, null);
    try (PDDocument pdf = read(form)) {
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        String text = page(pdf, page);
        assertThat(text.split("之始", -1)).as("page " + page).hasSameSizeAs(text.split("之末", -1));
      }
    }
  }

  @Test
  void isATaggedA4DocumentWithTitleAndLanguage() throws IOException {
    try (PDDocument pdf = read(SampleForms.file())) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-TW");
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo(ApplicationForm.TITLE + " APFQ10200003");
      assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("銓敘部");
      PDRectangle page = pdf.getPage(0).getMediaBox();
      assertThat(page.getWidth()).isBetween(595f, 596f);
      assertThat(page.getHeight()).isBetween(841f, 842f);
    }
  }

  @Test
  void namesThePackageThatIsMissing() {
    FormPrinter without = new FormPrinter(new FormSettings(Path.of("/absent")));
    assertThatThrownBy(() -> without.print(SampleForms.file(), FormFormat.PDF))
        .isInstanceOfSatisfying(
            HubException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.FONTS_MISSING);
              assertThat(refusal.told()).containsExactly("fonts-cns11643-kai");
            });
  }

  @Test
  void theOthersNeedNoFonts() {
    FormPrinter without = new FormPrinter(new FormSettings(Path.of("/absent")));
    assertThat(without.print(SampleForms.file(), FormFormat.DOCX)).isNotEmpty();
    assertThat(without.print(SampleForms.file(), FormFormat.ODT)).isNotEmpty();
  }

  private static PDDocument read(PrintedForm form) throws IOException {
    return Loader.loadPDF(PRINTER.print(form, FormFormat.PDF));
  }

  private static String page(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf).strip();
  }

  private static List<String> fonts(PDDocument pdf) throws IOException {
    List<String> names = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        names.add(page.getResources().getFont(name).getName());
      }
    }
    return names;
  }
}
