package tw.gov.mocs.hub.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An answer, verified by the JDK's own XML signatures: a fast wrong answer must not count. */
final class SignedAnswer {

  private static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM");

  private final Document document;

  /**
   * @throws IOException if it is not well-formed XML
   */
  SignedAnswer(byte[] envelope) throws IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(envelope));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  /**
   * Requires a signature of this certificate's key that covers the Body.
   *
   * @throws IOException if it does not hold
   */
  void require(X509Certificate certificate) throws IOException {
    Element body = one(SignedCalls.SOAP, "Body");
    DOMValidateContext context =
        new DOMValidateContext(certificate.getPublicKey(), one(SignedCalls.DS, "Signature"));
    // A certificate bench made is no policy question; the size of an answer is.
    context.setProperty("org.jcp.xml.dsig.secureValidation", false);
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.hasAttributeNS(SignedCalls.WSU, "Id")) {
        context.setIdAttributeNS(element, SignedCalls.WSU, "Id");
      }
    }
    try {
      XMLSignature signature = SIGNATURES.unmarshalXMLSignature(context);
      Set<String> covered = new HashSet<>();
      for (Reference reference : signature.getSignedInfo().getReferences()) {
        covered.add(reference.getURI());
      }
      if (!covered.contains("#" + body.getAttributeNS(SignedCalls.WSU, "Id"))
          || !signature.validate(context)) {
        throw new IOException("the signature of an answer does not hold");
      }
    } catch (MarshalException | XMLSignatureException e) {
      throw new IOException(e);
    }
  }

  /** How many rows it brought. */
  int rows() {
    return document.getElementsByTagNameNS(SignedCalls.EXCHANGE, "row").getLength();
  }

  /** The token of the next page, empty on the last. */
  String nextPage() {
    NodeList found = document.getElementsByTagNameNS(SignedCalls.EXCHANGE, "nextPage");
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  private Element one(String namespace, String name) throws IOException {
    NodeList found = document.getElementsByTagNameNS(namespace, name);
    if (found.getLength() != 1) {
      throw new IOException(found.getLength() + " elements " + name + " in an answer");
    }
    return (Element) found.item(0);
  }
}
