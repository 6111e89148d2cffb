package tw.gov.mocs.hub.web.odf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An OpenDocument file as a plain zip of XML, read without any library for it. */
public record OdfFile(byte[] bytes, Map<String, byte[]> parts) {

  private static final String NAMES = "urn:oasis:names:tc:opendocument:xmlns:%s:1.0";

  /** Reads the parts in their order. */
  public static OdfFile read(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return new OdfFile(bytes, parts);
  }

  /** A part, which must be well-formed. */
  public Document xml(String part) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(part)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(part, e);
    }
  }

  /** The elements of this name, {@code table:table-row}, in a part. */
  public List<Element> elements(String part, String name) throws IOException {
    String[] halves = name.split(":");
    NodeList found = xml(part).getElementsByTagNameNS(NAMES.formatted(halves[0]), halves[1]);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** An attribute {@code table:name}; "" if it is absent. */
  public static String attribute(Element element, String name) {
    String[] halves = name.split(":");
    return element.getAttributeNS(NAMES.formatted(halves[0]), halves[1]);
  }
}
