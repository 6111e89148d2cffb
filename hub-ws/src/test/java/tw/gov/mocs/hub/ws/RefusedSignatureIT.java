package tw.gov.mocs.hub.ws;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.wss4j.dom.WSConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Signatures that are refused. */
class RefusedSignatureIT extends Refusing {

  @Test
  void unsignedMessage() {
    refuses(ErrorCode.SIGNATURE_MISSING, new SignedMessage().unsigned());
  }

  @Test
  void noSecurityHeader() {
    refuses(
        ErrorCode.SIGNATURE_MISSING,
        changed(document -> headerOf(document).removeChild(securityOf(document))));
  }

  @Test
  void twoSecurityHeaders() {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        changed(
            document ->
                headerOf(document)
                    .appendChild(document.createElementNS(Names.WSSE, "w:Security"))));
  }

  @Test
  void nestedSecurityHeader() {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        changed(
            document -> {
              Element other = document.createElementNS("urn:o", "o");
              headerOf(document).appendChild(other).appendChild(securityOf(document));
            }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:other",
        "urn:evil/ultimateReceiver",
        "http://www.w3.org/2003/05/soap-envelope/role/next",
        "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver"
      })
  void securityHeaderForAnotherActor(String actor) {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        changed(
            document ->
                securityOf(document)
                    .setAttributeNS(SoapVersion.V11.namespace(), "s:actor", actor)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:evil/ultimateReceiver",
        "http://schemas.xmlsoap.org/soap/actor/next",
        "http://www.w3.org/2003/05/soap-envelope/role/none"
      })
  void securityHeaderForAnotherRole(String role) {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        new SignedMessage()
            .soap12()
            .afterSigning(
                document ->
                    securityOf(document)
                        .setAttributeNS(SoapVersion.V12.namespace(), "s:role", role)));
  }

  @Test
  void twoSignatures() {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        changed(
            document -> {
              Element second = (Element) signatureOf(document).cloneNode(true);
              second.setAttribute("Id", "second");
              removeId(second, "KeyInfo");
              Element str =
                  (Element)
                      second.getElementsByTagNameNS(Names.WSSE, "SecurityTokenReference").item(0);
              str.removeAttributeNS(Names.WSU, "Id");
              securityOf(document).appendChild(second);
            }));
  }

  private static void removeId(Element signature, String name) {
    ((Element) signature.getElementsByTagNameNS(Names.DS, name).item(0)).removeAttribute("Id");
  }

  @Test
  void idThatStandsTwice() {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        changed(
            document -> {
              Element other = document.createElementNS("urn:o", "o");
              other.setAttribute("Id", "id-body");
              headerOf(document).appendChild(other);
            }));
  }

  @Test
  void tokenLargerThanAnyPath() {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        changed(document -> tokenOf(document).setTextContent("A".repeat(70_000))));
  }

  /** No limit of the header holds what it leads to elsewhere. */
  @Test
  void tokenSignedThroughAnotherReferenceThanThatOfKeyInfo() {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        new SignedMessage()
            .signingToken()
            .afterSigning(
                document -> {
                  Element own =
                      SignedMessage.element(document, Names.WSSE, "SecurityTokenReference");
                  Element other = (Element) own.cloneNode(true);
                  own.removeAttributeNS(Names.WSU, "Id");
                  SignedMessage.element(document, SoapVersion.V11.namespace(), "Body")
                      .getFirstChild()
                      .appendChild(other);
                }));
  }

  /** A number of a million digits would be read for a minute, for whoever asks. */
  @Test
  void serialNumberLongerThanAny() {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        new SignedMessage()
            .reference(WSConstants.ISSUER_SERIAL)
            .afterSigning(
                document ->
                    SignedMessage.element(document, Names.DS, "X509SerialNumber")
                        .setTextContent("7".repeat(300_000))));
  }

  /** Each of them would be compared with each element. */
  @Test
  void moreInclusivePrefixesThanAny() {
    for (String list : List.of("prefix ".repeat(10_000), "p ".repeat(33))) {
      refuses(
          ErrorCode.SIGNATURE_STRUCTURE,
          changed(
              document ->
                  SignedMessage.element(document, Names.EXCLUSIVE_C14N, "InclusiveNamespaces")
                      .setAttribute("PrefixList", list)));
    }
  }

  /** Else one certificate would be as many as there are endings. */
  @Test
  void bytesBehindTheCertificateOfTheToken() {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        changed(
            document -> {
              Element token = tokenOf(document);
              byte[] der = Base64.getMimeDecoder().decode(token.getTextContent());
              byte[] longer = Arrays.copyOf(der, der.length + 3);
              token.setTextContent(Base64.getEncoder().encodeToString(longer));
            }));
  }

  private static Element tokenOf(Document document) {
    return SignedMessage.element(document, Names.WSSE, "BinarySecurityToken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X509IssuerName", "X509SerialNumber"})
  void issuerAndSerialOfWhichOneIsMissing(String name) {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        new SignedMessage()
            .reference(WSConstants.ISSUER_SERIAL)
            .afterSigning(
                document -> {
                  Element part = SignedMessage.element(document, Names.DS, name);
                  part.getParentNode().removeChild(part);
                }));
  }

  @Test
  void referenceThatLeadsNowhere() {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        new SignedMessage().signThen(text -> text.replace("URI=\"#id-body\"", "URI=\"#nobody\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://127.0.0.1:1/a", "#xpointer(/)", "cid:a"})
  void referenceToSomethingElse(String uri) {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        new SignedMessage()
            .signThen(text -> text.replace("URI=\"#id-body\"", "URI=\"" + uri + "\"")));
  }

  @Test
  void bodyNotSigned() {
    refuses(ErrorCode.SIGNED_PARTS_WRONG, new SignedMessage().signing("id-ts"));
  }

  @Test
  void timestampNotSigned() {
    refuses(ErrorCode.SIGNED_PARTS_WRONG, new SignedMessage().signing("id-body"));
  }

  @Test
  void addressingHeaderNotSigned() {
    String to = InteroperabilityIT.addressing("To", hub.https.toString(), "a-to");
    refuses(ErrorCode.SIGNED_PARTS_WRONG, new SignedMessage().headers(to));
  }

  @Test
  void anotherHeaderSigned() {
    refuses(
        ErrorCode.SIGNED_PARTS_WRONG,
        new SignedMessage().headers("<h xmlns='urn:h' wsu:Id='h'/>", "h"));
  }

  @Test
  void signedElementMovedOutOfTheBody() {
    // The signed element is the request, not the Body around it.
    refuses(
        ErrorCode.SIGNED_PARTS_WRONG,
        new SignedMessage()
            .payload(
                RequestXml.of("SQ_TA_001")
                    .xml()
                    .replaceFirst("<SQ_TA_001Request", "<SQ_TA_001Request Id=\"p\""))
            .signing("p", "id-ts"));
  }

  @Test
  void changedBody() {
    refuses(
        ErrorCode.SIGNATURE_INVALID,
        new SignedMessage().signThen(text -> text.replace(RequestXml.PERSON, "B123456780")));
  }

  @Test
  void changedTimestamp() {
    refuses(
        ErrorCode.SIGNATURE_INVALID,
        changed(
            document ->
                SignedMessage.element(document, Names.WSU, "Expires")
                    .setTextContent(Instant.now().plusSeconds(9999).toString())));
  }

  @Test
  void movedTimestamp() {
    refuses(
        ErrorCode.TIMESTAMP_INVALID,
        changed(document -> headerOf(document).appendChild(timestampOf(document))));
  }

  @Test
  void wrappedTimestamp() {
    refuses(
        ErrorCode.TIMESTAMP_INVALID,
        changed(
            document -> {
              Element timestamp = timestampOf(document);
              Element fresh = (Element) timestamp.cloneNode(true);
              fresh.setAttributeNS(Names.WSU, "wsu:Id", "fresh");
              securityOf(document).replaceChild(fresh, timestamp);
              Element wrapper = document.createElementNS("urn:w", "w");
              headerOf(document).appendChild(wrapper).appendChild(timestamp);
            }));
  }

  @Test
  void changedSignatureValue() {
    refuses(
        ErrorCode.SIGNATURE_INVALID,
        changed(
            document ->
                SignedMessage.element(document, Names.DS, "SignatureValue")
                    .setTextContent("AAAA")));
  }

  @Test
  void tokenOfSomebodyElse() {
    refuses(
        ErrorCode.SIGNATURE_INVALID,
        changed(
            document ->
                SignedMessage.element(document, Names.WSSE, "BinarySecurityToken")
                    .setTextContent(encoded(Identity.RSA_4096))));
  }

  private static String encoded(Identity identity) {
    try {
      return SoapAnswerWriter.base64(identity.certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "", "!!"})
  void tokenThatIsNoCertificate(String token) {
    refuses(
        ErrorCode.SIGNATURE_STRUCTURE,
        changed(
            document ->
                SignedMessage.element(document, Names.WSSE, "BinarySecurityToken")
                    .setTextContent(token)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
        "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
        "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
        "http://www.w3.org/2007/05/xmldsig-more#sha1-rsa-MGF1",
        "http://www.w3.org/2007/05/xmldsig-more#rsa-pss",
        "urn:none"
      })
  void forbiddenSignatureAlgorithm(String algorithm) {
    refuses(
        ErrorCode.ALGORITHM_FORBIDDEN,
        new SignedMessage()
            .signThen(
                text ->
                    text.replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", algorithm)));
  }

  @Test
  void sha1Signature() {
    refuses(
        ErrorCode.ALGORITHM_FORBIDDEN,
        new SignedMessage().algorithm("http://www.w3.org/2000/09/xmldsig#rsa-sha1"));
  }

  @Test
  void sha1Digest() {
    refuses(
        ErrorCode.ALGORITHM_FORBIDDEN,
        new SignedMessage().digest("http://www.w3.org/2000/09/xmldsig#sha1"));
  }

  @Test
  void inclusiveCanonicalization() {
    refuses(
        ErrorCode.ALGORITHM_FORBIDDEN,
        new SignedMessage()
            .withoutInclusivePrefixes()
            .canonicalization("http://www.w3.org/TR/2001/REC-xml-c14n-20010315"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/TR/1999/REC-xslt-19991116",
        "http://www.w3.org/TR/1999/REC-xpath-19991116",
        "http://www.w3.org/2000/09/xmldsig#base64"
      })
  void forbiddenTransform(String transform) {
    refuses(
        ErrorCode.ALGORITHM_FORBIDDEN,
        changed(
            document ->
                SignedMessage.element(document, Names.DS, "Transform")
                    .setAttribute("Algorithm", transform)));
  }

  @Test
  void noTransforms() {
    refuses(
        ErrorCode.ALGORITHM_FORBIDDEN,
        changed(
            document -> {
              Element transforms = SignedMessage.element(document, Names.DS, "Transforms");
              transforms.getParentNode().removeChild(transforms);
            }));
  }
}
