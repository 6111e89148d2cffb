package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.Namespaces.DSIG;
import static tw.gov.mocs.hub.client.Namespaces.WSSE;
import static tw.gov.mocs.hub.client.Namespaces.WSU;
import static tw.gov.mocs.hub.client.Namespaces.XENC;
import static tw.gov.mocs.hub.client.XmlTree.child;
import static tw.gov.mocs.hub.client.XmlTree.children;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/**
 * Proves that a message comes from the hub. Verification must fail unless there is exactly one
 * signature, made by a trusted certificate with allowed algorithms, fresh, over exactly the very
 * Body and Timestamp elements of this tree, and the EncryptedKey if there is one; so what is read
 * from {@link Envelope#body} afterwards is what was signed.
 */
final class AnswerVerifier {

  private static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM");

  private final HubTrust trust;
  private final Freshness freshness;
  private final Clock clock;

  AnswerVerifier(HubTrust trust, Freshness freshness, Clock clock) {
    this.trust = trust;
    this.freshness = freshness;
    this.clock = clock;
  }

  /**
   * Verifies a message.
   *
   * @throws HubCallException with a failure of the kind VERIFICATION
   */
  void verify(Envelope envelope) {
    if (!envelope.isSigned()) {
      throw new HubCallException(Failure.SIGNATURE_MISSING);
    }
    Element security = only(envelope, envelope.security(), WSSE, "Security");
    Element signature = only(envelope, children(security, DSIG, "Signature"), DSIG, "Signature");
    Element timestamp = only(envelope, children(security, WSU, "Timestamp"), WSU, "Timestamp");
    requireUniqueIds(envelope);
    Map<Element, Attr> signed = new LinkedHashMap<>();
    signed.put(envelope.body(), id(envelope.body(), WSU));
    signed.put(timestamp, id(timestamp, WSU));
    // Unlike the others, XML Encryption gives its elements an Id of no namespace.
    children(security, XENC, "EncryptedKey").forEach(key -> signed.put(key, id(key, null)));
    SignaturePolicy.require(
        signature, signed.values().stream().map(Attr::getValue).collect(Collectors.toSet()));

    X509Certificate certificate = certificate(security);
    SigningCertificates.requireUsable(certificate, clock.instant());
    trust.require(certificate, clock.instant());
    verify(signature, certificate, signed);
    freshness.require(timestamp, clock.instant());
  }

  private static Attr id(Element element, @Nullable String namespace) {
    Attr id = element.getAttributeNodeNS(namespace, "Id");
    if (id == null) {
      throw new HubCallException(Failure.SIGNED_PARTS_WRONG);
    }
    return id;
  }

  /** The one element of this name in the whole message, which stands where it belongs. */
  private static Element only(
      Envelope envelope, List<Element> here, String namespace, String name) {
    NodeList everywhere = envelope.document().getElementsByTagNameNS(namespace, name);
    if (here.size() != 1 || everywhere.getLength() != 1) {
      throw new HubCallException(Failure.SIGNATURE_STRUCTURE, name);
    }
    return here.get(0);
  }

  /** Two elements of one id: which of them is signed would be a matter of taste. */
  private static void requireUniqueIds(Envelope envelope) {
    Set<String> seen = new HashSet<>();
    NodeList elements = envelope.document().getElementsByTagNameNS("*", "*");
    for (int i = 0; i < elements.getLength(); i++) {
      NamedNodeMap attributes = elements.item(i).getAttributes();
      for (int j = 0; j < attributes.getLength(); j++) {
        Attr attribute = (Attr) attributes.item(j);
        if ("id".equalsIgnoreCase(attribute.getLocalName()) && !seen.add(attribute.getValue())) {
          throw new HubCallException(Failure.SIGNATURE_STRUCTURE, "Id");
        }
      }
    }
  }

  private static X509Certificate certificate(Element security) {
    List<Element> tokens = children(security, WSSE, "BinarySecurityToken");
    if (tokens.size() != 1 || !Namespaces.X509_V3.equals(tokens.get(0).getAttribute("ValueType"))) {
      throw new HubCallException(Failure.SIGNATURE_STRUCTURE, "BinarySecurityToken");
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(tokens.get(0).getTextContent());
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new HubCallException(Failure.SIGNATURE_STRUCTURE, e, "BinarySecurityToken");
    }
  }

  private static void verify(
      Element element, X509Certificate certificate, Map<Element, Attr> signed) {
    DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), element);
    context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
    // Only these can be referred to: what is resolved is what is read.
    signed.forEach(
        (part, id) -> context.setIdAttributeNS(part, id.getNamespaceURI(), id.getLocalName()));
    try {
      XMLSignature signature = SIGNATURES.unmarshalXMLSignature(context);
      if (!signature.getSignatureValue().validate(context)) {
        throw new HubCallException(Failure.SIGNATURE_INVALID);
      }
      for (Reference reference : signature.getSignedInfo().getReferences()) {
        if (!reference.validate(context)) {
          throw new HubCallException(Failure.CONTENT_CHANGED);
        }
      }
    } catch (MarshalException e) {
      throw new HubCallException(Failure.SIGNATURE_STRUCTURE, e, "Signature");
    } catch (XMLSignatureException e) {
      throw new HubCallException(Failure.SIGNATURE_INVALID, e);
    }
  }

  /** The first child of this name in the Security header's Signature, for the policy. */
  static Element required(Element parent, String name) {
    return child(parent, DSIG, name)
        .orElseThrow(() -> new HubCallException(Failure.SIGNATURE_STRUCTURE, name));
  }
}
