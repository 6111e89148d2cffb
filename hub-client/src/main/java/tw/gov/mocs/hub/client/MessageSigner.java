package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.Namespaces.WSSE;
import static tw.gov.mocs.hub.client.Namespaces.WSU;
import static tw.gov.mocs.hub.client.XmlTree.append;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes messages and signs their Body and Timestamp (WS-Security 1.1.1, X.509 Token Profile): the
 * certificate travels as BinarySecurityToken, RSA-SHA256 or ECDSA-SHA256 by the kind of the key.
 */
final class MessageSigner {

  /** As long as the hub accepts: it cuts longer ones to this. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM");

  private final PrivateKey key;
  private final String certificate;
  private final Clock clock;

  MessageSigner(PrivateKey key, X509Certificate certificate, Clock clock) {
    this.key = key;
    this.clock = clock;
    try {
      this.certificate = Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * A message.
   *
   * @param bytes the envelope, UTF-8
   * @param bodyDigest the DigestValue of its Body
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
  record Signed(byte[] bytes, byte[] bodyDigest) {}

  /** Signs whatever is appended to the Body. */
  Signed sign(SoapVersion soap, Consumer<Element> content) {
    Document document = XmlTree.empty();
    Element envelope = append(document, soap.namespace(), "soap:Envelope");
    Element security =
        append(append(envelope, soap.namespace(), "soap:Header"), WSSE, "wsse:Security");
    security.setAttributeNS(soap.namespace(), "soap:mustUnderstand", "1");
    Element token = append(security, WSSE, "wsse:BinarySecurityToken", certificate);
    token.setAttribute("EncodingType", Namespaces.BASE64);
    token.setAttribute("ValueType", Namespaces.X509_V3);
    identify(token, "token");
    Element timestamp = timestamp(security);
    Element body = append(envelope, soap.namespace(), "soap:Body");
    identify(body, "body");
    content.accept(body);
    byte[] digest = sign(security, body, timestamp);
    return new Signed(XmlTree.write(document), digest);
  }

  private static void identify(Element element, String id) {
    if (!WSU.equals(element.lookupNamespaceURI("wsu"))) {
      element.setAttributeNS(Namespaces.XMLNS, "xmlns:wsu", WSU);
    }
    element.setAttributeNS(WSU, "wsu:Id", id);
  }

  private Element timestamp(Element security) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Element timestamp = append(security, WSU, "wsu:Timestamp");
    identify(timestamp, "timestamp");
    append(timestamp, WSU, "wsu:Created", now.toString());
    append(timestamp, WSU, "wsu:Expires", now.plus(LIFE).toString());
    return timestamp;
  }

  private byte[] sign(Element security, Element body, Element timestamp) {
    DOMSignContext context = new DOMSignContext(key, security);
    context.setDefaultNamespacePrefix("ds");
    context.setIdAttributeNS(body, WSU, "Id");
    context.setIdAttributeNS(timestamp, WSU, "Id");
    try {
      Reference ofBody = reference("#body");
      SignedInfo info =
          SIGNATURES.newSignedInfo(
              SIGNATURES.newCanonicalizationMethod(
                  CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
              SIGNATURES.newSignatureMethod(algorithm(), null),
              List.of(ofBody, reference("#timestamp")));
      XMLSignature signature = SIGNATURES.newXMLSignature(info, keyInfo(security));
      signature.sign(context);
      return ofBody.getDigestValue();
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("the request cannot be signed with this key", e);
    }
  }

  private String algorithm() {
    return key.getAlgorithm().equals("EC")
        ? "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
        : "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  }

  private static Reference reference(String uri) throws GeneralSecurityException {
    return SIGNATURES.newReference(
        uri,
        SIGNATURES.newDigestMethod(DigestMethod.SHA256, null),
        List.of(
            SIGNATURES.newTransform(
                CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
        null,
        null);
  }

  private static KeyInfo keyInfo(Element security) {
    Element reference = append(security, WSSE, "wsse:SecurityTokenReference");
    Element direct = append(reference, WSSE, "wsse:Reference");
    direct.setAttribute("URI", "#token");
    direct.setAttribute("ValueType", Namespaces.X509_V3);
    security.removeChild(reference);
    return SIGNATURES.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(reference)));
  }
}
