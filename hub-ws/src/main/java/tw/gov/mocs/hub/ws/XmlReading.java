package tw.gov.mocs.hub.ws;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.COMMENT;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.PROCESSING_INSTRUCTION;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMException;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Reads the bytes of a message into a plain DOM, in one pass. Guarantee: no DTD, no entity, no
 * processing instruction, nothing over a limit, every id unique, and no name kept for later
 * messages.
 */
final class XmlReading {

  /** Characters of a name, a prefix or the address of a namespace. */
  private static final int LONGEST_NAME = 256;

  /**
   * Different names in one message; requests have some dozens. A parser looks a name up among those
   * before it, one by one if they were chosen to have one hash.
   */
  private static final int MOST_NAMES = 256;

  /**
   * Different prefixes that one message declares. The canonical form looks them up one by one, too,
   * for each element.
   */
  private static final int MOST_PREFIXES = 64;

  private final WsSettings.Xml limits;
  private final WstxInputFactory factory = new ForgetfulFactory();
  private final DOMImplementation dom;

  XmlReading(WsSettings.Xml limits) {
    this.limits = limits;
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, false);
    // Our own counters refuse first where they can; these stop what never comes to an event.
    factory.setProperty(
        WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.maxAttributes() + 1);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.maxDepth() + 1);
    dom = domImplementation();
  }

  private static DOMImplementation domImplementation() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .getDOMImplementation();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java has a DOM", e);
    }
  }

  /**
   * The message as a tree.
   *
   * @throws HubException XML_MALFORMED, DOCTYPE_FORBIDDEN, XML_LIMIT_EXCEEDED, ENVELOPE_INVALID or
   *     SIGNATURE_STRUCTURE
   */
  XmlMessage read(byte[] message) {
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(message));
      XmlMessage read = new Pass(reader, message.length).run();
      reader.close();
      return read;
    } catch (XMLStreamException e) {
      throw malformed(e);
    } catch (DOMException e) {
      // XML has grown: its names may hold characters that the DOM does not take.
      throw new HubException(ErrorCode.XML_MALFORMED, String.valueOf(e.getMessage()), e);
    }
  }

  private static HubException malformed(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("limit") && lower.contains("exceeded")) {
      return new HubException(ErrorCode.XML_LIMIT_EXCEEDED, message, e);
    }
    return new HubException(ErrorCode.XML_MALFORMED, message, e);
  }

  /**
   * Learns no names from a message for those that follow: a stranger may have chosen names that are
   * hard to tell apart.
   */
  private static final class ForgetfulFactory extends WstxInputFactory {

    @Override
    public synchronized void updateSymbolTable(SymbolTable learned) {
      // What it has is enough.
    }
  }

  /** One reading of one message. */
  private final class Pass {
    private final XMLStreamReader reader;
    private final Document document;
    private final Map<String, Element> ids = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private final XmlMessage.Counts counts;
    private int elements;
    private int depth;
    private Node at;

    Pass(XMLStreamReader reader, int bytes) {
      this.reader = reader;
      this.counts = new XmlMessage.Counts(bytes);
      this.document = dom.createDocument(null, null, null);
      this.at = document;
    }

    XmlMessage run() throws XMLStreamException {
      requireUnicode(reader.getCharacterEncodingScheme());
      requireVersion(reader.getVersion());
      while (reader.hasNext()) {
        int event = reader.next();
        switch (event) {
          case START_ELEMENT -> start();
          case END_ELEMENT -> end();
          case CHARACTERS, CDATA, SPACE -> text();
          case DTD, ENTITY_REFERENCE ->
              throw new HubException(ErrorCode.DOCTYPE_FORBIDDEN, "a DOCTYPE or an entity");
          case PROCESSING_INSTRUCTION ->
              // SOAP 1.2 Part 1 §5: an envelope holds no processing instruction.
              throw new HubException(ErrorCode.ENVELOPE_INVALID, "a processing instruction");
          case COMMENT -> {
            // Canonical form without comments is what is signed; so none is seen.
          }
          default -> {
            // start and end of the document
          }
        }
      }
      return new XmlMessage(document, ids, counts);
    }

    private static void requireUnicode(@Nullable String encoding) {
      if (encoding != null && !encoding.toUpperCase(Locale.ROOT).startsWith("UTF-")) {
        throw new HubException(ErrorCode.XML_MALFORMED, "encoding " + encoding);
      }
    }

    /** Canonical form is defined for XML 1.0 only (Canonical XML 1.1 §1). */
    private static void requireVersion(@Nullable String version) {
      if (version != null && !version.equals("1.0")) {
        throw new HubException(ErrorCode.XML_MALFORMED, "XML " + version);
      }
    }

    private void start() {
      if (++elements > limits.maxElements() || ++depth > limits.maxDepth()) {
        throw new HubException(ErrorCode.XML_LIMIT_EXCEEDED, "too many or too deep elements");
      }
      if (reader.getAttributeCount() + reader.getNamespaceCount() > limits.maxAttributes()) {
        throw new HubException(ErrorCode.XML_LIMIT_EXCEEDED, "too many attributes");
      }
      String namespace = reader.getNamespaceURI();
      String name = reader.getLocalName();
      require(namespace, reader.getPrefix(), name);
      Element element =
          document.createElementNS(
              namespace == null || namespace.isEmpty() ? null : namespace,
              qualified(reader.getPrefix(), name));
      counts.count(namespace == null ? "" : namespace, name);
      copyNamespaces(element);
      copyAttributes(element);
      at.appendChild(element);
      at = element;
    }

    private void end() {
      depth--;
      at = at.getParentNode();
    }

    private void text() {
      if (at != document) {
        at.appendChild(document.createTextNode(reader.getText()));
      }
    }

    private void copyNamespaces(Element element) {
      for (int i = 0; i < reader.getNamespaceCount(); i++) {
        String prefix = reader.getNamespacePrefix(i);
        String uri = reader.getNamespaceURI(i);
        require(prefix, uri);
        if (prefixes.add(String.valueOf(prefix)) && prefixes.size() > MOST_PREFIXES) {
          throw new HubException(ErrorCode.XML_LIMIT_EXCEEDED, "too many different prefixes");
        }
        element.setAttributeNS(
            Names.XMLNS,
            prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix,
            uri == null ? "" : uri);
      }
    }

    private void copyAttributes(Element element) {
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        String namespace = reader.getAttributeNamespace(i);
        String local = reader.getAttributeLocalName(i);
        require(local, reader.getAttributePrefix(i));
        String value = reader.getAttributeValue(i);
        boolean bare = namespace == null || namespace.isEmpty();
        element.setAttributeNS(
            bare ? null : namespace, qualified(reader.getAttributePrefix(i), local), value);
        if (isId(bare ? "" : namespace, local)) {
          Element before = ids.put(value, element);
          if (before != null && before != element) {
            throw new HubException(ErrorCode.SIGNATURE_STRUCTURE, "an id stands twice");
          }
        }
      }
    }

    private void require(@Nullable String... some) {
      for (String name : some) {
        if (name != null && name.length() > LONGEST_NAME) {
          throw new HubException(ErrorCode.XML_LIMIT_EXCEEDED, "a name that is too long");
        }
        if (name != null && names.add(name) && names.size() > MOST_NAMES) {
          throw new HubException(ErrorCode.XML_LIMIT_EXCEEDED, "too many different names");
        }
      }
    }

    /** Whatever any library might take for an id counts as one. */
    private static boolean isId(String namespace, String local) {
      return switch (namespace) {
        case "" -> local.equalsIgnoreCase("id") || "AssertionID".equals(local);
        case Names.WSU, Names.XML -> local.equalsIgnoreCase("id");
        default -> false;
      };
    }

    private static String qualified(@Nullable String prefix, String local) {
      return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }
  }
}
