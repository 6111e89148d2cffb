package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.Namespaces.DSIG;
import static tw.gov.mocs.hub.client.Namespaces.WSSE;
import static tw.gov.mocs.hub.client.Namespaces.WSU;
import static tw.gov.mocs.hub.client.XmlTree.child;
import static tw.gov.mocs.hub.client.XmlTree.children;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Verifies a request as the hub does, so that what passes here is well signed for the hub too. */
final class RequestVerifier {

  private static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM");
  private static final String ENVELOPED = DSIG + "enveloped-signature";

  private final Clock clock;

  RequestVerifier(Clock clock) {
    this.clock = clock;
  }

  /**
   * Verifies a request.
   *
   * @return the certificate that it was signed with
   * @throws Refusal with a code of the hub
   */
  X509Certificate verify(Envelope request) {
    if (!request.isSigned()) {
      throw new Refusal("HUB-2001");
    }
    Element security = only(request.security(), "Security");
    Element signature = only(children(security, DSIG, "Signature"), "Signature");
    List<Element> timestamps = children(security, WSU, "Timestamp");
    if (timestamps.isEmpty()) {
      throw new Refusal("HUB-2006");
    }
    Element timestamp = only(timestamps, "Timestamp");
    requireFresh(timestamp);
    requireAlgorithms(signature);
    X509Certificate certificate = certificate(security);
    verify(signature, certificate, request.body(), timestamp);
    requireUsable(certificate);
    return certificate;
  }

  private static Element only(List<Element> found, String name) {
    if (found.size() != 1) {
      throw new Refusal("HUB-2002", name);
    }
    return found.get(0);
  }

  private void requireFresh(Element timestamp) {
    try {
      Freshness.DEFAULT.require(timestamp, clock.instant());
    } catch (HubCallException e) {
      String now = clock.instant().toString();
      throw switch (e.failure()) {
        case TIMESTAMP_STALE -> new Refusal("HUB-2007", now);
        case TIMESTAMP_AHEAD -> new Refusal("HUB-2008", now);
        default -> new Refusal("HUB-2006");
      };
    }
  }

  /** The policy of the client's own signatures; the transform before C14N is node soap's. */
  private static void requireAlgorithms(Element signature) {
    Element info = inner(signature, "SignedInfo");
    Set<String> allowed = new HashSet<>(SignaturePolicy.ALGORITHMS);
    allowed.add(ENVELOPED);
    for (String name :
        List.of("CanonicalizationMethod", "SignatureMethod", "DigestMethod", "Transform")) {
      var found = info.getElementsByTagNameNS(DSIG, name);
      for (int i = 0; i < found.getLength(); i++) {
        String algorithm = ((Element) found.item(i)).getAttribute("Algorithm");
        if (!allowed.contains(algorithm)) {
          throw new Refusal("HUB-2003", algorithm);
        }
      }
    }
  }

  private static Element inner(Element parent, String name) {
    return child(parent, DSIG, name).orElseThrow(() -> new Refusal("HUB-2002", name));
  }

  private static X509Certificate certificate(Element security) {
    Element token = only(children(security, WSSE, "BinarySecurityToken"), "BinarySecurityToken");
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(token.getTextContent());
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Refusal("HUB-2009");
    }
  }

  private static void verify(
      Element element, X509Certificate certificate, Element body, Element timestamp) {
    DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), element);
    context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
    Set<String> wanted = Set.of(identify(context, body), identify(context, timestamp));
    // Some clients sign the token too.
    children((Element) element.getParentNode(), WSSE, "BinarySecurityToken")
        .forEach(token -> context.setIdAttributeNS(token, WSU, "Id"));
    try {
      XMLSignature signature = SIGNATURES.unmarshalXMLSignature(context);
      Set<String> signed = new HashSet<>();
      for (Reference reference : signature.getSignedInfo().getReferences()) {
        signed.add(reference.getURI());
        if (!reference.validate(context)) {
          throw new Refusal("HUB-2005", "DigestValue " + reference.getURI());
        }
      }
      if (!signed.containsAll(wanted) || signed.size() > wanted.size() + 1) {
        throw new Refusal("HUB-2004", String.join(" ", signed));
      }
      if (!signature.getSignatureValue().validate(context)) {
        throw new Refusal("HUB-2005", "SignatureValue");
      }
    } catch (MarshalException e) {
      throw new Refusal("HUB-2002", "Signature");
    } catch (XMLSignatureException e) {
      throw new Refusal("HUB-2005", "Reference");
    }
  }

  /** Lets the element be referred to. */
  private static String identify(DOMValidateContext context, Element element) {
    Attr id = XmlTree.id(element);
    if (id == null) {
      throw new Refusal("HUB-2004", String.valueOf(element.getLocalName()));
    }
    context.setIdAttributeNS(element, id.getNamespaceURI(), "Id");
    return "#" + id.getValue();
  }

  private void requireUsable(X509Certificate certificate) {
    try {
      SigningCertificates.requireUsable(certificate, clock.instant());
    } catch (HubCallException e) {
      throw new Refusal(e.failure() == Failure.CERTIFICATE_NOT_IN_FORCE ? "HUB-3002" : "HUB-3004");
    }
  }
}
