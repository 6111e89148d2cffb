package tw.gov.mocs.hub.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.web.odf.OdfFile.attribute;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tw.gov.mocs.hub.web.odf.OdfFile;

/** What stands in the parts of the package. */
class OdtFormTest {

  private static final String CONTENT = "content.xml";

  private OdfFile odt;

  @BeforeEach
  void print() throws IOException {
    PrintedForm form = SampleForms.of("𠮷田𡿺\uFFFE <b>&");
    odt = OdfFile.read(new FormPrinter(SampleForms.INSTALLED).print(form, FormFormat.ODT));
  }

  @Test
  void holdsTitleAndEveryEntry() throws IOException {
    assertThat(odt.elements(CONTENT, "text:h"))
        .extracting(Element::getTextContent)
        .containsExactly(ApplicationForm.TITLE);
    assertThat(odt.elements(CONTENT, "text:p"))
        .extracting(Element::getTextContent)
        .startsWith("申請案件號碼：APFQ10200003", "申請機關", "考選部", "申請日期", "102/12/22")
        .contains("𠮷田𡿺\uFFFD <b>&", "□ 公務同仁個人使用　□ 機關內部使用　■ 對外介接使用", "□ 不同意");
  }

  @Test
  void coversFourColumnsInEveryRow() throws IOException {
    List<Integer> widths = new ArrayList<>();
    for (Element row : odt.elements(CONTENT, "table:table-row")) {
      if (attribute(table(row), "table:name").equals("內容")) {
        widths.add(cells(row));
      }
    }
    assertThat(widths).hasSize(13).containsOnly(4);
  }

  @Test
  void breaksNoShortRowOverPages() throws IOException {
    assertThat(odt.elements(CONTENT, "table:table-row"))
        .filteredOn(row -> attribute(table(row), "table:name").equals("內容"))
        .extracting(row -> attribute(row, "table:style-name"))
        .filteredOn("WholeRow"::equals)
        .hasSize(12);
  }

  @Test
  void usesOnlyStylesThatItDefines() throws IOException {
    List<String> defined = new ArrayList<>();
    for (String part : List.of(CONTENT, "styles.xml")) {
      odt.elements(part, "style:style").forEach(one -> defined.add(attribute(one, "style:name")));
    }
    for (String element : List.of("text:p", "text:h", "table:table", "table:table-cell")) {
      String prefix = element.substring(0, element.indexOf(':'));
      assertThat(odt.elements(CONTENT, element))
          .extracting(one -> attribute(one, prefix + ":style-name"))
          .isNotEmpty()
          .isSubsetOf(defined);
    }
  }

  @Test
  void repeatsNumberAndAgencyOnEachFurtherPage() throws IOException {
    assertThat(odt.elements("styles.xml", "style:header"))
        .extracting(Element::getTextContent)
        .containsExactly("申請案件號碼：APFQ10200003　申請機關：考選部");
    assertThat(odt.elements("styles.xml", "style:footer"))
        .extracting(Element::getTextContent)
        .containsExactly("APFQ10200003　頁 1/1", "APFQ10200003　頁 1/1");
  }

  @Test
  void isAnA4PageOfOpenDocument13() throws IOException {
    Element page = odt.elements("styles.xml", "style:page-layout-properties").get(0);
    assertThat(page.getAttribute("fo:page-width")).isEqualTo("21cm");
    for (String part : List.of(CONTENT, "styles.xml", "meta.xml")) {
      Element root = odt.xml(part).getDocumentElement();
      assertThat(attribute(root, "office:version")).isEqualTo("1.3");
    }
  }

  @Test
  void saysWhatItIs() throws IOException {
    assertThat(odt.xml("meta.xml").getDocumentElement().getTextContent())
        .contains(ApplicationForm.TITLE + " APFQ10200003", "銓敘部", "zh-TW");
  }

  private static Element table(Element row) {
    Node above = row.getParentNode();
    return (Element) (above.getLocalName().equals("table") ? above : above.getParentNode());
  }

  private static int cells(Element row) {
    int columns = 0;
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
      if (cell instanceof Element element) {
        String repeated = attribute(element, "table:number-columns-repeated");
        columns += repeated.isEmpty() ? 1 : Integer.parseInt(repeated);
      }
    }
    return columns;
  }
}
