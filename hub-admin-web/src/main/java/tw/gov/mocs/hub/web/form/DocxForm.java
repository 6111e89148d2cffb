package tw.gov.mocs.hub.web.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import tw.gov.mocs.hub.web.form.PrintedForm.Annex;
import tw.gov.mocs.hub.web.form.PrintedForm.Entry;
import tw.gov.mocs.hub.web.form.PrintedForm.Row;

/** The form as Word document. */
final class DocxForm {

  /** In twentieths of a point: 32 and 53 mm. */
  static final List<Integer> COLUMNS = List.of(1814, 3005, 1814, 3005);

  static final List<Integer> SIGNING_COLUMNS = List.of(3213, 3213, 3212);
  private static final int SIGNING_HEIGHT = 2268;

  private final PrintedForm form;
  private final XWPFDocument document = new XWPFDocument();

  DocxForm(PrintedForm form) {
    this.form = form;
  }

  byte[] write() {
    DocxLayout.apply(document, form);
    title(form.title(), 17);

    XWPFTable answers = DocxLayout.table(document, COLUMNS);
    XWPFTableRow heading = DocxLayout.row(answers);
    cell(heading, List.of(PrintedForm.NUMBER + "：" + form.number()), 0, 4);
    form.rows().forEach(row -> add(answers, row));
    document.createParagraph();
    if (form.sealed()) {
      signing(DocxLayout.table(document, SIGNING_COLUMNS));
    }
    Annex annex = form.annex();
    if (annex != null) {
      title(annex.title(), 14).setPageBreak(true);
      annex.lines().forEach(line -> document.createParagraph().createRun().setText(line));
    }
    return bytes();
  }

  private XWPFParagraph title(String text, int size) {
    XWPFParagraph title = document.createParagraph();
    title.setAlignment(ParagraphAlignment.CENTER);
    title.setSpacingAfter(200);
    title.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
    title.createRun().setText(text);
    title.getRuns().get(0).setFontSize(size);
    return title;
  }

  private static void add(XWPFTable table, Row row) {
    XWPFTableRow line = DocxLayout.row(table);
    line.setCantSplitRow(!row.isLong());
    int column = 0;
    for (Entry entry : row.entries()) {
      DocxLayout.shade(cell(line, List.of(entry.label()), column++, 1));
      int width = row.isWide() ? 3 : 1;
      cell(line, entry.lines(), column, width);
      column += width;
    }
  }

  private static void signing(XWPFTable table) {
    XWPFTableRow headings = DocxLayout.row(table);
    headings.setRepeatHeader(true);
    headings.setCantSplitRow(true);
    int column = 0;
    for (String heading : List.of(PrintedForm.SEAL, PrintedForm.DESK, PrintedForm.REMARKS)) {
      XWPFTableCell cell =
          DocxLayout.cell(headings, List.of(heading), SIGNING_COLUMNS.get(column++), 1);
      DocxLayout.shade(cell);
      cell.getParagraphs().forEach(DocxForm::centreWithNext);
    }
    XWPFTableRow body = DocxLayout.row(table);
    body.setCantSplitRow(true);
    body.setHeight(SIGNING_HEIGHT);
    DocxLayout.cell(body, List.of(""), SIGNING_COLUMNS.get(0), 1);
    DocxLayout.cell(body, PrintedForm.CONSENT, SIGNING_COLUMNS.get(1), 1)
        .setVerticalAlignment(XWPFVertAlign.BOTTOM);
    DocxLayout.cell(body, PrintedForm.REMARK_LINES, SIGNING_COLUMNS.get(2), 1)
        .setVerticalAlignment(XWPFVertAlign.TOP);
  }

  private static void centreWithNext(XWPFParagraph paragraph) {
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setKeepNext(true);
  }

  private static XWPFTableCell cell(XWPFTableRow row, List<String> lines, int column, int span) {
    int width = COLUMNS.subList(column, column + span).stream().mapToInt(i -> i).sum();
    return DocxLayout.cell(row, lines, width, span);
  }

  private byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (document) {
      document.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
