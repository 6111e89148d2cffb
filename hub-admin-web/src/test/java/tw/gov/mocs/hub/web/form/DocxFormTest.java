package tw.gov.mocs.hub.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;

/** What POI reads back. */
class DocxFormTest {

  private final PrintedForm form = SampleForms.of("𠮷田𡿺\uFFFE");
  private final XWPFDocument document = read(form);

  @Test
  void holdsTitleAndEveryEntry() {
    assertThat(document.getParagraphs().get(0).getText()).isEqualTo(ApplicationForm.TITLE);
    List<String> texts =
        document.getTables().get(0).getRows().stream()
            .flatMap(row -> row.getTableCells().stream())
            .map(XWPFTableCell::getText)
            .toList();
    assertThat(texts).startsWith("申請案件號碼：APFQ10200003", "申請機關", "考選部", "申請日期", "102/12/22");
    assertThat(texts).contains("𠮷田𡿺\uFFFD", "申請一次性現職人員基本資料", "TP03120112283356");
    assertThat(texts).hasSize(1 + 2 * 19);
  }

  @Test
  void leavesRoomForSealAndDecision() {
    XWPFTable signing = document.getTables().get(1);
    assertThat(texts(signing.getRow(0))).containsExactly("申請機關/單位印信", "審核窗口簽章", "注意事項");
    assertThat(texts(signing.getRow(1)))
        .containsExactly("", "□ 同意□ 不同意", "1. 提出申請後不得變更，若需異動請重新提出申請。");
    assertThat(signing.getRow(1).getHeight()).isGreaterThan(2000);
    assertThat(signing.getRow(1).isCantSplitRow()).isTrue();
  }

  @Test
  void fillsTheWidthOfAnA4Page() {
    CTPageSz page = document.getDocument().getBody().getSectPr().getPgSz();
    assertThat(List.of(page.getW(), page.getH()))
        .isEqualTo(List.of(BigInteger.valueOf(11_906), BigInteger.valueOf(16_838)));
    for (XWPFTable table : document.getTables()) {
      assertThat(table.getRows())
          .allSatisfy(
              row ->
                  assertThat(row.getTableCells().stream().mapToInt(XWPFTableCell::getWidth).sum())
                      .isEqualTo(9_638));
    }
  }

  @Test
  void breaksOnlyLongRowsOverPages() {
    String line = "為辦理人事資料比對，擬申請現職人員基本資料。";
    List<XWPFTableRow> rows = read(SampleForms.file(line.repeat(20))).getTables().get(0).getRows();
    assertThat(rows.subList(1, rows.size()))
        .allSatisfy(
            row ->
                assertThat(row.isCantSplitRow()).isEqualTo(!texts(row).toString().contains(line)));
  }

  @Test
  void repeatsNumberAndAgencyOnEachFurtherPage() {
    XWPFHeaderFooterPolicy pages = document.getHeaderFooterPolicy();
    assertThat(pages.getDefaultHeader().getText().strip())
        .isEqualTo("申請案件號碼：APFQ10200003　申請機關：考選部");
    assertThat(pages.getFirstPageHeader().getText().strip()).isEmpty();
    for (XWPFFooter footer : List.of(pages.getFirstPageFooter(), pages.getDefaultFooter())) {
      assertThat(footer.getParagraphs().get(0).getCTP().xmlText())
          .contains("APFQ10200003　頁 ", "\"PAGE\"", "\"NUMPAGES\"");
    }
  }

  @Test
  void bringsTheTermsOnAPageOfTheirOwn() {
    List<XWPFParagraph> paragraphs = read(SampleForms.usual()).getParagraphs();
    XWPFParagraph title = paragraphs.get(paragraphs.size() - 4);
    assertThat(title.getText()).isEqualTo("附件　同意之管理規範（第 1 版）");
    assertThat(title.isPageBreak()).isTrue();
    assertThat(paragraphs.get(paragraphs.size() - 1).getText()).startsWith("三、本平臺");
  }

  @Test
  void saysWhatItIs() {
    var about = document.getProperties().getCoreProperties();
    assertThat(about.getTitle()).isEqualTo(ApplicationForm.TITLE + " APFQ10200003");
    assertThat(about.getCreator()).isEqualTo("銓敘部");
    assertThat(about.getUnderlyingProperties().getLanguageProperty()).hasValue("zh-TW");
  }

  private static List<String> texts(XWPFTableRow row) {
    return row.getTableCells().stream().map(XWPFTableCell::getText).toList();
  }

  private static XWPFDocument read(PrintedForm form) {
    byte[] written = new FormPrinter(SampleForms.INSTALLED).print(form, FormFormat.DOCX);
    try {
      return new XWPFDocument(new ByteArrayInputStream(written));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
