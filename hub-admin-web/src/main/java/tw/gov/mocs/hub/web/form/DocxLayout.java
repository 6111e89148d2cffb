package tw.gov.mocs.hub.web.form;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Page, fonts and tables of a Word document, where POI leaves them to us. */
final class DocxLayout {

  /** In twentieths of a point. */
  private static final int A4_WIDTH = 11_906;

  private static final int A4_HEIGHT = 16_838;
  private static final int MARGIN = 1_134;
  private static final int TOP_MARGIN = 964;
  private static final int CELL_MARGIN = 85;
  private static final int CELL_TOP_MARGIN = 45;

  private DocxLayout() {}

  static void apply(XWPFDocument document, PrintedForm form) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    section.addNewPgSz().setW(BigInteger.valueOf(A4_WIDTH));
    section.getPgSz().setH(BigInteger.valueOf(A4_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(TOP_MARGIN));
    margins.setBottom(BigInteger.valueOf(TOP_MARGIN));
    margins.setLeft(BigInteger.valueOf(MARGIN));
    margins.setRight(BigInteger.valueOf(MARGIN));
    margins.setHeader(BigInteger.valueOf(MARGIN / 2));
    margins.setFooter(BigInteger.valueOf(MARGIN / 2));

    XWPFStyles styles = document.createStyles();
    // Word has this face wherever it is in Chinese; others take the nearest.
    CTFonts fonts = CTFonts.Factory.newInstance();
    fonts.setEastAsia("標楷體");
    fonts.setAscii("Times New Roman");
    fonts.setHAnsi("Times New Roman");
    styles.setDefaultFonts(fonts);
    styles.setEastAsia("zh-TW");
    styles.getDefaultRunStyle().getRPr().addNewSz().setVal(BigInteger.valueOf(24));

    // The first page says it in the form.
    document.createHeader(HeaderFooterType.FIRST).createParagraph();
    document
        .createHeader(HeaderFooterType.DEFAULT)
        .createParagraph()
        .createRun()
        .setText(form.head());
    pages(document.createFooter(HeaderFooterType.FIRST), form);
    pages(document.createFooter(HeaderFooterType.DEFAULT), form);

    CoreProperties about = document.getProperties().getCoreProperties();
    about.setTitle(form.title() + " " + form.number());
    about.setCreator(PrintedForm.ISSUER);
    about.setSubjectProperty(form.title());
    about.getUnderlyingProperties().setLanguageProperty("zh-TW");
  }

  private static void pages(XWPFFooter part, PrintedForm form) {
    XWPFParagraph footer = part.createParagraph();
    footer.setAlignment(ParagraphAlignment.CENTER);
    footer.createRun().setText(form.number() + "　頁 ");
    footer.getCTP().addNewFldSimple().setInstr("PAGE");
    footer.createRun().setText("/");
    footer.getCTP().addNewFldSimple().setInstr("NUMPAGES");
  }

  /** A table without rows. Its widths hold whatever stands in it. */
  static XWPFTable table(XWPFDocument document, List<Integer> columns) {
    XWPFTable table = document.createTable(1, 1);
    table.removeRow(0);
    // Else its border stands in the margin.
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setWidth(columns.stream().mapToInt(i -> i).sum());
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    table.setCellMargins(CELL_TOP_MARGIN, CELL_MARGIN, CELL_TOP_MARGIN, CELL_MARGIN);
    CTTblGrid grid = table.getCTTbl().addNewTblGrid();
    columns.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
    return table;
  }

  static XWPFTableRow row(XWPFTable table) {
    XWPFTableRow row = table.createRow();
    while (!row.getTableCells().isEmpty()) {
      row.removeCell(0);
    }
    return row;
  }

  static XWPFTableCell cell(XWPFTableRow row, List<String> lines, int width, int span) {
    XWPFTableCell cell = row.createCell();
    cell.setWidth(Integer.toString(width));
    if (span > 1) {
      cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(span));
    }
    cell.setVerticalAlignment(XWPFVertAlign.CENTER);
    for (int i = 0; i < lines.size(); i++) {
      XWPFParagraph paragraph = i == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
      paragraph.createRun().setText(lines.get(i));
    }
    return cell;
  }

  static void shade(XWPFTableCell cell) {
    cell.setColor("EEEEEE");
  }
}
