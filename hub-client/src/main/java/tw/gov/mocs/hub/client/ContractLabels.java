package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.Namespaces.XML_SCHEMA;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The fields of a service in the order of the contract, with their Chinese labels. The contract is
 * not signed: it names columns, and never decides what is believed.
 */
final class ContractLabels {

  private ContractLabels() {}

  /** Element name → label; empty when the contract cannot be had. */
  static Map<String, String> of(HubClient client, String operation) {
    try {
      return of(client.contract(), operation);
    } catch (HubCallException e) {
      return Map.of();
    }
  }

  static Map<String, String> of(byte[] wsdl, String operation) {
    Map<String, String> labels = new LinkedHashMap<>();
    try {
      Document document = XmlTree.parse(wsdl);
      Element row = named(document, operation + "Row");
      if (row == null) {
        Element response = named(document, operation + "Response");
        row = response == null ? null : named(response, "row");
      }
      if (row != null) {
        NodeList fields = row.getElementsByTagNameNS(XML_SCHEMA, "element");
        for (int i = 0; i < fields.getLength(); i++) {
          Element field = (Element) fields.item(i);
          labels.put(field.getAttribute("name"), label(field));
        }
      }
      labels.remove("row");
    } catch (SAXException e) {
      return Map.of();
    }
    return labels;
  }

  /** The first element or type of this name. */
  private static @Nullable Element named(Node below, String name) {
    for (Element child : XmlTree.children(below)) {
      if (XML_SCHEMA.equals(child.getNamespaceURI()) && name.equals(child.getAttribute("name"))) {
        return child;
      }
      Element found = named(child, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The Chinese name, without the description that follows it in full-width brackets. */
  private static String label(Element field) {
    NodeList texts = field.getElementsByTagNameNS(XML_SCHEMA, "documentation");
    if (texts.getLength() == 0) {
      return "";
    }
    String text = texts.item(0).getTextContent().strip();
    int description = text.indexOf('（');
    return description < 0 ? text : text.substring(0, description);
  }
}
