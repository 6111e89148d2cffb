package tw.gov.mocs.hub.client;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Signs answers as the hub does, or as somebody who means ill. */
final class AnswerSigner {

  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

  private final Identity identity;
  private Instant created = Instant.now();
  private String soap = SoapVersion.SOAP_1_1.namespace();
  private List<String> parts = List.of("answer-body", "answer-time");
  private String sealedKey = "";

  AnswerSigner(Identity identity) {
    this.identity = identity;
  }

  AnswerSigner created(Instant when) {
    created = when;
    return this;
  }

  AnswerSigner soap(SoapVersion version) {
    soap = version.namespace();
    return this;
  }

  AnswerSigner parts(String... ids) {
    parts = List.of(ids);
    return this;
  }

  /** Adds an EncryptedKey with the Id {@code answer-key}. */
  AnswerSigner sealed(String encryptedKey, boolean signed) {
    sealedKey = encryptedKey;
    return signed ? parts("answer-body", "answer-time", "answer-key") : this;
  }

  String unsigned(String content) {
    return "<s:Envelope xmlns:s=\"" + soap + "\"><s:Body>" + content + "</s:Body></s:Envelope>";
  }

  String sign(String content) throws Exception {
    Document document = parse(template(content));
    Element security =
        (Element) document.getElementsByTagNameNS(Namespaces.WSSE, "Security").item(0);
    DOMSignContext context = new DOMSignContext(identity.keys().getPrivate(), security);
    context.setDefaultNamespacePrefix("ds");
    for (String name : List.of("Body", "Timestamp")) {
      context.setIdAttributeNS(
          (Element) document.getElementsByTagNameNS("*", name).item(0), Namespaces.WSU, "Id");
    }
    if (!sealedKey.isEmpty()) {
      context.setIdAttributeNS(
          (Element) document.getElementsByTagNameNS(Namespaces.XENC, "EncryptedKey").item(0),
          null,
          "Id");
    }
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    List<Reference> references = new ArrayList<>();
    for (String part : parts) {
      references.add(
          factory.newReference(
              "#" + part,
              factory.newDigestMethod("http://www.w3.org/2001/04/xmlenc#sha256", null),
              List.of(factory.newTransform(EXCLUSIVE, (TransformParameterSpec) null)),
              null,
              null));
    }
    String method =
        identity.keys().getPrivate().getAlgorithm().equals("EC") ? "ecdsa-sha256" : "rsa-sha256";
    factory
        .newXMLSignature(
            factory.newSignedInfo(
                factory.newCanonicalizationMethod(EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(
                    "http://www.w3.org/2001/04/xmldsig-more#" + method, null),
                references),
            null)
        .sign(context);
    return write(document);
  }

  private String template(String content) throws Exception {
    return """
        <s:Envelope xmlns:s="%s"><s:Header>\
        <w:Security xmlns:w="%s" xmlns:u="%s" s:mustUnderstand="1">\
        <w:BinarySecurityToken EncodingType="%s" ValueType="%s" u:Id="answer-token">%s\
        </w:BinarySecurityToken>\
        <u:Timestamp u:Id="answer-time"><u:Created>%s</u:Created><u:Expires>%s</u:Expires>\
        </u:Timestamp>%s</w:Security></s:Header>\
        <s:Body xmlns:u="%s" u:Id="answer-body">%s</s:Body></s:Envelope>"""
        .formatted(
            soap,
            Namespaces.WSSE,
            Namespaces.WSU,
            Namespaces.BASE64,
            Namespaces.X509_V3,
            Base64.getEncoder().encodeToString(identity.certificate().getEncoded()),
            created,
            created.plusSeconds(300),
            sealedKey,
            Namespaces.WSU,
            content);
  }

  static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  static String write(Document document) throws Exception {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter out = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(out));
    return out.toString();
  }
}
