package tw.gov.mocs.hub.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads, writes and walks a message as a tree. */
final class XmlTree {

  private XmlTree() {}

  static Document empty() {
    return builder().newDocument();
  }

  /** Parses a message; a DOCTYPE is refused, so nothing is ever fetched or expanded. */
  static Document parse(byte[] message) throws SAXException {
    try {
      return builder().parse(new ByteArrayInputStream(message));
    } catch (IOException e) {
      throw new SAXException(e);
    }
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** UTF-8, without any change that a signature would notice. */
  static byte[] write(Document document) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.setOutputProperty(OutputKeys.INDENT, "no");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Element> children(Node parent) {
    List<Element> elements = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  static List<Element> children(Node parent, String namespace, String name) {
    return children(parent).stream().filter(e -> is(e, namespace, name)).toList();
  }

  static Optional<Element> child(Node parent, String namespace, String name) {
    return children(parent, namespace, name).stream().findFirst();
  }

  /** The id that signatures refer to; most write wsu:Id, node soap a plain Id. */
  static @Nullable Attr id(Element element) {
    Attr id = element.getAttributeNodeNS(Namespaces.WSU, "Id");
    return id == null ? element.getAttributeNodeNS(null, "Id") : id;
  }

  static boolean is(Node node, String namespace, String name) {
    return namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
  }

  /** Appends an element that declares its own namespace where its prefix is new. */
  static Element append(Node parent, String namespace, String qualifiedName) {
    Document document = parent instanceof Document d ? d : parent.getOwnerDocument();
    Element element = element(document, namespace, qualifiedName);
    int colon = qualifiedName.indexOf(':');
    String prefix = colon < 0 ? null : qualifiedName.substring(0, colon);
    parent.appendChild(element);
    if (!namespace.equals(inherited(parent, prefix))) {
      element.setAttributeNS(
          Namespaces.XMLNS, prefix == null ? "xmlns" : "xmlns:" + prefix, namespace);
    }
    return element;
  }

  /** Callers give some of the names. */
  private static Element element(Document document, String namespace, String qualifiedName) {
    try {
      return document.createElementNS(namespace, qualifiedName);
    } catch (DOMException e) {
      throw new HubCallException(Failure.NAME_INVALID, e, qualifiedName);
    }
  }

  private static @Nullable String inherited(Node parent, @Nullable String prefix) {
    return parent instanceof Element e ? e.lookupNamespaceURI(prefix) : null;
  }

  static Element append(Node parent, String namespace, String qualifiedName, String text) {
    Element element = append(parent, namespace, qualifiedName);
    // XML 1.0 §2.2: what is no Char cannot be written, not even as a reference.
    if (!text.codePoints().allMatch(XmlTree::isChar)) {
      throw new HubCallException(Failure.CHARACTER_FORBIDDEN, element.getLocalName());
    }
    element.setTextContent(text);
    return element;
  }

  private static boolean isChar(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  /** Says nothing on the error stream of the caller's program. */
  private static final class Silent extends DefaultHandler {

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
