package tw.gov.mocs.hub.ws;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A request as an agency's system would make and sign it with WSS4J, with every part open to
 * change.
 */
final class SignedMessage {

  private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

  private SoapVersion version = SoapVersion.V11;
  private Identity signer = Identity.AGENCY;
  private String payload = RequestXml.of("SQ_TA_001").xml();
  private String headers = "";
  private String created = "";
  private String expires = "";
  private String timestamp = "";
  private int keyIdentifier = WSConstants.BST_DIRECT_REFERENCE;
  private boolean wholePath;
  private String algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private String digest = SHA256;
  private String canonicalization = Names.EXCLUSIVE_C14N;
  private boolean inclusivePrefixes = true;
  private final List<String> parts = new ArrayList<>(List.of("id-body", "id-ts"));
  private boolean strTransform;
  private Consumer<Document> beforeSigning = document -> {};
  private Consumer<Document> afterSigning = document -> {};

  static String statusRequest() {
    return "<HubStatusRequest xmlns=\"%s\"><requestId>%s</requestId></HubStatusRequest>"
        .formatted(Names.EXCHANGE, UUID.randomUUID());
  }

  SignedMessage() {
    at(Instant.now());
  }

  /** Made at this moment, good for five minutes. */
  SignedMessage at(Instant moment) {
    created = moment.truncatedTo(ChronoUnit.MILLIS).toString();
    expires = moment.plusSeconds(300).truncatedTo(ChronoUnit.MILLIS).toString();
    return this;
  }

  SignedMessage soap12() {
    version = SoapVersion.V12;
    return this;
  }

  SignedMessage by(Identity identity) {
    signer = identity;
    if (identity.key().getAlgorithm().equals("EC")) {
      algorithm = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    }
    return this;
  }

  SignedMessage payload(String xml) {
    payload = xml;
    return this;
  }

  /** More header blocks; parts of the signature by their wsu:Id. */
  SignedMessage headers(String xml, String... signed) {
    headers = xml;
    parts.addAll(List.of(signed));
    return this;
  }

  SignedMessage created(String text) {
    created = text;
    return this;
  }

  SignedMessage expires(String text) {
    expires = text;
    return this;
  }

  /** The whole Timestamp element. */
  SignedMessage timestamp(String xml) {
    timestamp = xml;
    return this;
  }

  SignedMessage algorithm(String uri) {
    algorithm = uri;
    return this;
  }

  SignedMessage digest(String uri) {
    digest = uri;
    return this;
  }

  SignedMessage canonicalization(String uri) {
    canonicalization = uri;
    return this;
  }

  SignedMessage withoutInclusivePrefixes() {
    inclusivePrefixes = false;
    return this;
  }

  SignedMessage reference(int wss4jKeyIdentifier) {
    keyIdentifier = wss4jKeyIdentifier;
    return this;
  }

  SignedMessage pkiPath() {
    wholePath = true;
    return this;
  }

  SignedMessage signing(String... ids) {
    parts.clear();
    parts.addAll(List.of(ids));
    return this;
  }

  /** Signs the token too, through STR-Transform. */
  SignedMessage signingToken() {
    strTransform = true;
    return this;
  }

  SignedMessage beforeSigning(Consumer<Document> change) {
    beforeSigning = change;
    return this;
  }

  SignedMessage afterSigning(Consumer<Document> change) {
    afterSigning = change;
    return this;
  }

  SoapVersion version() {
    return version;
  }

  /** Signs it. */
  String sign() {
    try {
      Document document = parse(unsigned());
      beforeSigning.accept(document);
      WSSecHeader header = new WSSecHeader(document);
      header.setMustUnderstand(true);
      header.insertSecurityHeader();
      WSSecSignature signature = new WSSecSignature(header);
      signature.setUserInfo(Identity.ALIAS, new String(Identity.PASSWORD));
      signature.setKeyIdentifierType(keyIdentifier);
      signature.setSignatureAlgorithm(algorithm);
      signature.setDigestAlgo(digest);
      signature.setSigCanonicalization(canonicalization);
      signature.setAddInclusivePrefixes(inclusivePrefixes);
      signature.setUseSingleCertificate(!wholePath);
      signature.prepare(signer.crypto());
      List<WSEncryptionPart> all = new ArrayList<>();
      parts.forEach(id -> all.add(new WSEncryptionPart(id, "Element")));
      if (strTransform) {
        WSEncryptionPart token = new WSEncryptionPart("STRTransform", "", "Element");
        token.setId(signature.getSecurityTokenReferenceURI());
        all.add(token);
      }
      var references = signature.addReferencesToSign(all);
      signature.computeSignature(references, false, null);
      signature.prependBSTElementToHeader();
      afterSigning.accept(document);
      return text(document);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The envelope with Timestamp and without signature. */
  String unsigned() {
    String ts =
        timestamp.isEmpty()
            ? "<wsu:Timestamp wsu:Id=\"id-ts\"><wsu:Created>%s</wsu:Created>".formatted(created)
                + (expires.isEmpty() ? "" : "<wsu:Expires>" + expires + "</wsu:Expires>")
                + "</wsu:Timestamp>"
            : timestamp;
    return "<s:Envelope xmlns:s=\"%s\" xmlns:wsu=\"%s\" xmlns:wsse=\"%s\"><s:Header>%s<wsse:Security s:mustUnderstand=\"%s\">%s</wsse:Security></s:Header><s:Body wsu:Id=\"id-body\">%s</s:Body></s:Envelope>"
        .formatted(
            version.namespace(),
            Names.WSU,
            Names.WSSE,
            headers,
            version == SoapVersion.V11 ? "1" : "true",
            ts,
            payload);
  }

  /** The signed message after a change of its text. */
  String signThen(UnaryOperator<String> change) {
    return change.apply(sign());
  }

  static Document parse(String xml) {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(Document document) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter out = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first element of this name, at any depth. */
  static Element element(Document document, String namespace, String name) {
    return (Element) document.getElementsByTagNameNS(namespace, name).item(0);
  }
}
