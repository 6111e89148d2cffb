package tw.gov.mocs.hub.web.sheet;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tw.gov.mocs.hub.web.odf.OdfText;

/** The part of a spreadsheet that holds its tables, written row by row. */
final class OdsContent {

  /** What spreadsheet programs can hold in one table. */
  private static final int MOST_ROWS = 1_048_576;

  private static final Map<String, String> NAMESPACES =
      Map.of(
          "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
          "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
          "number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
          "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
          "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
          "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0");

  private final XMLStreamWriter out;
  private final int mostRows;

  OdsContent(OutputStream stream, List<Sheet<?>> sheets) throws XMLStreamException {
    this(stream, sheets, MOST_ROWS);
  }

  OdsContent(OutputStream stream, List<Sheet<?>> sheets, int mostRows) throws XMLStreamException {
    // The writer hands on single bytes.
    OutputStream buffered = new BufferedOutputStream(stream, 1 << 16);
    this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(buffered, "UTF-8");
    this.mostRows = mostRows;
    out.writeStartDocument("UTF-8", "1.0");
    start("office:document-content");
    for (Map.Entry<String, String> one : NAMESPACES.entrySet()) {
      out.writeNamespace(one.getKey(), one.getValue());
    }
    out.writeAttribute("office:version", "1.3");
    styles(sheets);
    start("office:body");
    start("office:spreadsheet");
  }

  /** One table; it goes on in another where it has more rows than one can hold. */
  <T> void table(Sheet<T> sheet) throws XMLStreamException {
    Iterator<T> rows = sheet.rows();
    int part = 1;
    do {
      String name = OdfText.tableName(sheet.name());
      begin(sheet, part == 1 ? name : name + " (" + part + ")");
      for (int row = 1; row < mostRows && rows.hasNext(); row++) {
        T next = rows.next();
        start("table:table-row");
        for (Column<T> column : sheet.columns()) {
          cell(CellValue.of(column.value().apply(next)));
        }
        out.writeEndElement();
      }
      out.writeEndElement();
      part++;
    } while (rows.hasNext());
  }

  void end() throws XMLStreamException {
    out.writeEndDocument();
    out.flush();
  }

  private void styles(List<Sheet<?>> sheets) throws XMLStreamException {
    SortedSet<Integer> widths = new TreeSet<>();
    sheets.forEach(sheet -> sheet.columns().forEach(column -> widths.add(column.width())));
    start("office:automatic-styles");
    dateStyle("date", false);
    dateStyle("time", true);
    for (int width : widths) {
      start("style:style", "style:name", "w" + width, "style:family", "table-column");
      empty("style:table-column-properties", "style:column-width", width + "mm");
      out.writeEndElement();
    }
    for (String kind : List.of("date", "time")) {
      empty(
          "style:style",
          "style:name",
          kind + "-cell",
          "style:family",
          "table-cell",
          "style:data-style-name",
          kind);
    }
    start("style:style", "style:name", "heading", "style:family", "table-cell");
    empty(
        "style:table-cell-properties", "fo:background-color", "#eeeeee", "fo:wrap-option", "wrap");
    empty("style:text-properties", "fo:font-weight", "bold", "style:font-weight-asian", "bold");
    out.writeEndElement();
    start("style:style", "style:name", "text", "style:family", "table-cell");
    empty("style:table-cell-properties", "fo:wrap-option", "wrap");
    out.writeEndElement();
    out.writeEndElement();
  }

  private void dateStyle(String name, boolean time) throws XMLStreamException {
    start("number:date-style", "style:name", name);
    empty("number:year", "number:style", "long");
    literal("-");
    empty("number:month", "number:style", "long");
    literal("-");
    empty("number:day", "number:style", "long");
    if (time) {
      literal(" ");
      empty("number:hours", "number:style", "long");
      literal(":");
      empty("number:minutes", "number:style", "long");
      literal(":");
      empty("number:seconds", "number:style", "long");
    }
    out.writeEndElement();
  }

  private void literal(String text) throws XMLStreamException {
    start("number:text");
    out.writeCharacters(text);
    out.writeEndElement();
  }

  private void begin(Sheet<?> sheet, String name) throws XMLStreamException {
    start("table:table", "table:name", name);
    for (Column<?> column : sheet.columns()) {
      empty(
          "table:table-column",
          "table:style-name",
          "w" + column.width(),
          "table:default-cell-style-name",
          "text");
    }
    start("table:table-header-rows");
    start("table:table-row");
    for (Column<?> column : sheet.columns()) {
      start("table:table-cell", "office:value-type", "string", "table:style-name", "heading");
      paragraphs(column.title());
      out.writeEndElement();
    }
    out.writeEndElement();
    out.writeEndElement();
  }

  private void cell(CellValue value) throws XMLStreamException {
    if (value.text().isEmpty()) {
      out.writeEmptyElement("table:table-cell");
      return;
    }
    switch (value.kind()) {
      case NUMBER ->
          start("table:table-cell", "office:value-type", "float", "office:value", value.text());
      case DATE -> date("date-cell", value.text());
      // Without the offset: spreadsheets have none, and all our times are Taipei's.
      case TIME -> date("time-cell", value.text().substring(0, 19));
      // A string is never a formula, whatever it begins with.
      case TEXT -> start("table:table-cell", "office:value-type", "string");
    }
    paragraphs(value.text());
    out.writeEndElement();
  }

  private void date(String style, String value) throws XMLStreamException {
    start(
        "table:table-cell",
        "office:value-type",
        "date",
        "office:date-value",
        value,
        "table:style-name",
        style);
  }

  private void paragraphs(String text) throws XMLStreamException {
    for (String line : OdfText.lines(text)) {
      start("text:p");
      out.writeCharacters(line);
      out.writeEndElement();
    }
  }

  private void start(String name, String... attributes) throws XMLStreamException {
    out.writeStartElement(name);
    attributes(attributes);
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    out.writeEmptyElement(name);
    attributes(attributes);
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }
}
