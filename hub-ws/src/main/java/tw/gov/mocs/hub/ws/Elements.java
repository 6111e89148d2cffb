package tw.gov.mocs.hub.ws;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looking at elements of a message. */
final class Elements {

  private Elements() {}

  static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /** The first child element of this name; null if there is none. */
  static @Nullable Element first(Element parent, String namespace, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && is(element, namespace, name)) {
        return element;
      }
    }
    return null;
  }

  static boolean is(Element element, String namespace, String name) {
    return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
  }

  /** The attribute without namespace; empty when absent. */
  static String attribute(Element element, String name) {
    return element.getAttributeNS(null, name);
  }

  static String text(Element element) {
    return element.getTextContent().strip();
  }

  /** Characters of the text that stands directly in it. */
  static int ownLength(Element element) {
    int length = 0;
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      length += node.getNodeType() == Node.TEXT_NODE ? node.getNodeValue().length() : 0;
    }
    return length;
  }

  /** Whether it holds nothing but elements and white space. */
  static boolean hasElementsOnly(Element element) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE && !node.getNodeValue().isBlank()) {
        return false;
      }
    }
    return true;
  }
}
