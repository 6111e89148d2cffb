package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Indented XML, the same bytes for the same calls on every machine: it always uses the JDK's own
 * writer, whichever StAX implementation stands on the class path.
 */
final class Markup {

  static final String XS = "http://www.w3.org/2001/XMLSchema";
  static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

  /** Every prefix that the contract uses. */
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "xs", XS,
          "wsdl", WSDL,
          "soap", "http://schemas.xmlsoap.org/wsdl/soap/",
          "soap12", "http://schemas.xmlsoap.org/wsdl/soap12/",
          "wsp", "http://www.w3.org/ns/ws-policy",
          "sp", "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702",
          "wsu",
              "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd",
          "soapenv", "http://schemas.xmlsoap.org/soap/envelope/",
          "tns", Contract.NAMESPACE);

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;
  private final Deque<Boolean> holdsElements = new ArrayDeque<>();

  Markup() {
    text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    try {
      out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Begins an element.
   *
   * @param name {@code prefix:name}
   * @param attributes names and values in turn; a name {@code xmlns:…} declares that prefix
   */
  Markup start(String name, String... attributes) {
    try {
      line();
      holdsElements.push(false);
      out.writeStartElement(prefix(name), local(name), uri(name));
      for (int i = 0; i < attributes.length; i += 2) {
        attribute(attributes[i], attributes[i + 1]);
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the element begun last. */
  Markup end() {
    try {
      if (holdsElements.pop()) {
        indent();
      }
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element that holds nothing. */
  Markup empty(String name, String... attributes) {
    try {
      line();
      out.writeEmptyElement(prefix(name), local(name), uri(name));
      for (int i = 0; i < attributes.length; i += 2) {
        attribute(attributes[i], attributes[i + 1]);
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element that holds text. */
  Markup text(String name, String content, String... attributes) {
    start(name, attributes);
    try {
      out.writeCharacters(content);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return end();
  }

  /** All that was written, with a line feed at its end. */
  String finish() {
    try {
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void attribute(String name, String value) throws XMLStreamException {
    if (name.equals("xmlns")) {
      out.writeDefaultNamespace(value);
    } else if (name.startsWith("xmlns:")) {
      out.writeNamespace(local(name), value.isEmpty() ? namespace(local(name)) : value);
    } else if (name.equals("xml:lang")) {
      out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", value);
    } else if (name.indexOf(':') >= 0) {
      out.writeAttribute(prefix(name), uri(name), local(name), value);
    } else {
      out.writeAttribute(name, value);
    }
  }

  private void line() throws XMLStreamException {
    if (!holdsElements.isEmpty()) {
      holdsElements.pop();
      holdsElements.push(true);
    }
    indent();
  }

  private void indent() throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(holdsElements.size()));
  }

  private static String prefix(String name) {
    return name.indexOf(':') < 0 ? "" : name.substring(0, name.indexOf(':'));
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static String uri(String name) {
    return name.indexOf(':') < 0 ? Contract.NAMESPACE : namespace(prefix(name));
  }

  private static String namespace(String prefix) {
    return requireNonNull(NAMESPACES.get(prefix), prefix);
  }
}
