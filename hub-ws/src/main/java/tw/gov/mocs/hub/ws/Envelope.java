package tw.gov.mocs.hub.ws;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * A SOAP envelope whose structure was checked: one Envelope, at most one Header, one Body as its
 * direct and last child, one element in the Body, and none of them a second time at any depth.
 *
 * @param headers the header blocks, without Security
 * @param security the one Security header; null if there is none
 * @param payload the one element in the Body
 */
record Envelope(
    XmlMessage message,
    SoapVersion version,
    List<Element> headers,
    @Nullable Element security,
    Element body,
    Element payload) {

  /** What the message's root says; read first, so that a fault can be of the same version. */
  static SoapVersion version(XmlMessage message) {
    Element root = message.document().getDocumentElement();
    if (!"Envelope".equals(root.getLocalName())) {
      throw invalid("the root is no Envelope");
    }
    return SoapVersion.ofNamespace(root.getNamespaceURI())
        .orElseThrow(() -> invalid("the Envelope is of no known SOAP version"));
  }

  /** Checks the structure and names its parts. */
  static Envelope of(XmlMessage message, SoapVersion version, int maxHeaders) {
    Element root = message.document().getDocumentElement();
    XmlMessage.Counts counts = message.counts();
    if (counts.envelopes != 1 || counts.headers > 1 || counts.bodies != 1) {
      throw invalid("Envelope, Header or Body stands twice or is missing");
    }
    List<Element> parts = Elements.children(root);
    Element body = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (body == null
        || !Elements.is(body, version.namespace(), "Body")
        || parts.size() != 1 + counts.headers
        || !Elements.hasElementsOnly(root)) {
      throw invalid("the Envelope must hold an optional Header, then the Body, and nothing else");
    }
    Element header = parts.size() == 2 ? parts.get(0) : null;
    if (header != null && !Elements.is(header, version.namespace(), "Header")) {
      throw invalid("before the Body stands no Header");
    }
    List<Element> blocks = header == null ? List.of() : Elements.children(header);
    if (blocks.size() > maxHeaders) {
      throw new HubException(ErrorCode.XML_LIMIT_EXCEEDED, "too many header blocks");
    }
    List<Element> payload = Elements.children(body);
    if (payload.size() != 1 || !Elements.hasElementsOnly(body)) {
      throw invalid("the Body must hold one element");
    }
    List<Element> others = blocks.stream().filter(block -> !isSecurity(block)).toList();
    others.forEach(block -> requireUnderstood(block, version));
    return new Envelope(message, version, others, security(blocks, message), body, payload.get(0));
  }

  private static @Nullable Element security(List<Element> blocks, XmlMessage message) {
    List<Element> found = blocks.stream().filter(Envelope::isSecurity).toList();
    if (message.counts().securities != found.size() || found.size() > 1) {
      throw new HubException(
          ErrorCode.SIGNATURE_STRUCTURE, "Security must stand once, directly in the Header");
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static boolean isSecurity(Element block) {
    return Elements.is(block, Names.WSSE, "Security");
  }

  /** SOAP 1.1 §4.2.3, SOAP 1.2 Part 1 §5.2.3; what is for others on the way may be left alone. */
  private static void requireUnderstood(Element block, SoapVersion version) {
    String must = block.getAttributeNS(version.namespace(), "mustUnderstand").strip();
    boolean wanted = "1".equals(must) || "true".equals(must);
    if (wanted && version.isForUs(block) && !Names.WSA.equals(block.getNamespaceURI())) {
      throw invalid("a header that must be understood is not known here");
    }
  }

  private static HubException invalid(String detail) {
    return new HubException(ErrorCode.ENVELOPE_INVALID, detail);
  }
}
