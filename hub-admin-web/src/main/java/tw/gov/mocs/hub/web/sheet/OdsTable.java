package tw.gov.mocs.hub.web.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of the sheets of an ODS (ISO/IEC 26300-1 §9). */
final class OdsTable {

  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

  private final XMLStreamReader xml;
  private List<SheetRow> rows = new ArrayList<>();
  private int number;

  private OdsTable(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** The first sheet; empty without one. */
  static List<SheetRow> read(InputStream in) throws IOException {
    return read(in, 1).values().stream().findFirst().orElse(List.of());
  }

  /** All of them by name, of two of a name the first. */
  static Map<String, List<SheetRow>> sheets(InputStream in) throws IOException {
    return read(in, SheetReader.MOST_SHEETS);
  }

  private static Map<String, List<SheetRow>> read(InputStream in, int most) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals("content.xml")) {
        return content(new Bounded(zip), most);
      }
    }
    throw SheetReader.unreadable(new IOException("no content.xml"));
  }

  private static Map<String, List<SheetRow>> content(InputStream in, int most) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return new OdsTable(factory.createXMLStreamReader(in)).tables(most);
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof TooMuch) {
        throw SheetReader.tooMuch();
      }
      throw SheetReader.unreadable(e);
    }
  }

  private Map<String, List<SheetRow>> tables(int most) throws XMLStreamException {
    Map<String, List<SheetRow>> tables = new LinkedHashMap<>();
    while (xml.hasNext() && tables.size() < most) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && is(TABLE, "table")) {
        String name = xml.getAttributeValue(TABLE, "name");
        rows = new ArrayList<>();
        number = 0;
        tables.putIfAbsent(name == null ? "" : name, table());
      }
    }
    return tables;
  }

  private List<SheetRow> table() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && is(TABLE, "table-row")) {
        row();
      } else if (event == XMLStreamConstants.END_ELEMENT && is(TABLE, "table")) {
        break;
      }
    }
    return rows;
  }

  private void row() throws XMLStreamException {
    int times = times("number-rows-repeated");
    List<String> cells = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && is(TABLE, "table-row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT
          && (is(TABLE, "table-cell") || is(TABLE, "covered-table-cell"))) {
        cell(cells);
      }
    }
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
      cells.remove(cells.size() - 1);
    }
    SheetReader.requireRoom(rows.size(), cells.size());
    if (!cells.isEmpty()) {
      SheetReader.requireRoom(rows.size() + times - 1, cells.size());
      for (int i = 1; i <= times; i++) {
        rows.add(new SheetRow(number + i, cells));
      }
    }
    number += times;
  }

  private void cell(List<String> cells) throws XMLStreamException {
    int times = times("number-columns-repeated");
    String text = text(xml.getLocalName());
    // An empty end of a row is repeated up to the last column that there could be.
    int room = text.isBlank() ? SheetReader.MOST_COLUMNS : SheetReader.MOST_COLUMNS + 1;
    for (int i = 0; i < times && cells.size() < room; i++) {
      cells.add(text);
    }
  }

  private String text(String cell) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int hidden = 0;
    boolean first = true;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && is(TABLE, cell)) {
        break;
      }
      if (is(OFFICE, event, "annotation")) {
        hidden += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
      } else if (hidden == 0 && event == XMLStreamConstants.START_ELEMENT && is(TEXT, "p")) {
        text.append(first ? "" : "\n");
        first = false;
      } else if (hidden == 0 && event == XMLStreamConstants.START_ELEMENT && is(TEXT, "s")) {
        text.append(' ');
      } else if (hidden == 0 && !first && event == XMLStreamConstants.CHARACTERS) {
        text.append(xml.getText());
      }
    }
    return text.toString();
  }

  private boolean is(String namespace, String name) {
    return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
  }

  private boolean is(String namespace, int event, String name) {
    return (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT)
        && is(namespace, name);
  }

  private int times(String attribute) {
    String value = xml.getAttributeValue(TABLE, attribute);
    if (value == null || !value.matches("[0-9]{1,8}")) {
      return 1;
    }
    return Math.max(1, Integer.parseInt(value));
  }

  /** More than a table may have. */
  private static final class TooMuch extends IOException {

    private static final long serialVersionUID = 1L;
  }

  /** Ends before a small file has become a large one. */
  private static final class Bounded extends FilterInputStream {

    private long left = SheetReader.MOST_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      return counted(count, count);
    }

    private int counted(int answer, int bytes) throws IOException {
      left -= answer < 0 ? 0 : bytes;
      if (left < 0) {
        throw new TooMuch();
      }
      return answer;
    }
  }
}
