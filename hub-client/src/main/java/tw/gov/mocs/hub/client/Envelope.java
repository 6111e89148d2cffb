package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.XmlTree.children;
import static tw.gov.mocs.hub.client.XmlTree.is;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A message as received: one Envelope with at most one Header and exactly one Body after it.
 *
 * @param security the Security headers
 * @param content the one child of the Body
 */
record Envelope(
    Document document, SoapVersion soap, List<Element> security, Element body, Element content) {

  /**
   * Reads a message.
   *
   * @return empty when the bytes are no XML or no SOAP
   */
  static Optional<Envelope> read(byte[] message) {
    Document document;
    try {
      document = XmlTree.parse(message);
    } catch (SAXException e) {
      return Optional.empty();
    }
    Element root = document.getDocumentElement();
    String namespace = root.getNamespaceURI();
    if (namespace == null || !"Envelope".equals(root.getLocalName())) {
      return Optional.empty();
    }
    return SoapVersion.ofNamespace(namespace).map(soap -> read(document, soap));
  }

  private static Envelope read(Document document, SoapVersion soap) {
    List<Element> parts = children(document.getDocumentElement());
    int last = parts.size() - 1;
    if (last < 0 || last > 1 || !is(parts.get(last), soap.namespace(), "Body")) {
      throw malformed("Envelope");
    }
    if (last == 1 && !is(parts.get(0), soap.namespace(), "Header")) {
      throw malformed("Header");
    }
    Element body = parts.get(last);
    List<Element> contents = children(body);
    if (contents.size() != 1) {
      throw malformed("Body");
    }
    List<Element> security =
        last == 1 ? children(parts.get(0), Namespaces.WSSE, "Security") : List.of();
    return new Envelope(document, soap, security, body, contents.get(0));
  }

  private static HubCallException malformed(String part) {
    return new HubCallException(Failure.SIGNATURE_STRUCTURE, part);
  }

  boolean isFault() {
    return is(content, soap.namespace(), "Fault");
  }

  /** Whether anything in the message claims to be a signature. */
  boolean isSigned() {
    return document.getElementsByTagNameNS(Namespaces.DSIG, "Signature").getLength() > 0;
  }
}
