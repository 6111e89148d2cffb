package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.wss4j.dom.WSConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.catalogue.Contract;

/** What different clients send and are served: algorithms, token references, forms. */
class InteroperabilityIT {

  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

  private static final RunningHub hub = RunningHub.shared();

  private static void serves(SignedMessage message) {
    Reply reply = hub.send(message);
    assertThat(reply.body()).contains("Response");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.verified()).contains("Body", "Timestamp");
  }

  @Test
  void answersSoap11() {
    Reply reply = hub.send(new SignedMessage());
    assertThat(reply.contentType()).isEqualToIgnoringCase("text/xml;charset=utf-8");
    assertThat(reply.text("fullName")).isEqualTo(RunningHub.NAME);
  }

  @Test
  void answersSoap12() {
    Reply reply = hub.send(new SignedMessage().soap12());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.contentType()).startsWith("application/soap+xml");
    assertThat(reply.verified()).containsExactly("Body", "Timestamp");
  }

  @Test
  void answersHubStatus() {
    serves(new SignedMessage().payload(SignedMessage.statusRequest()));
  }

  @Test
  void logsTheDigestThatTheAnswerCarries() {
    Reply reply = hub.send(new SignedMessage());
    byte[] digest =
        requireNonNull((byte[]) hub.log.call(reply.text("recordId")).get("answer_digest"));
    assertThat(reply.body())
        .contains("<ds:DigestValue>" + SoapAnswerWriter.base64(digest) + "</ds:DigestValue>");
  }

  @Test
  void answersWithTheDigestOfTheRequest() {
    SignedMessage message = new SignedMessage();
    String sent = message.sign();
    Reply reply = hub.send(sent);
    assertThat(sent).contains(">" + reply.text("requestDigest") + "<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MORE + "rsa-sha256",
        MORE + "rsa-sha384",
        MORE + "rsa-sha512",
        "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
        "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
        "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1"
      })
  void takesRsa(String algorithm) {
    serves(new SignedMessage().algorithm(algorithm));
  }

  @Test
  void takesRsa4096() {
    serves(new SignedMessage().by(Identity.RSA_4096));
  }

  @Test
  void takesEcdsaP256() {
    serves(new SignedMessage().by(Identity.P256));
  }

  @Test
  void takesEcdsaP384() {
    serves(new SignedMessage().by(Identity.P384).algorithm(MORE + "ecdsa-sha384"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/2001/04/xmlenc#sha256",
        MORE + "sha384",
        "http://www.w3.org/2001/04/xmlenc#sha512"
      })
  void takesDigest(String digest) {
    serves(new SignedMessage().digest(digest));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        WSConstants.BST_DIRECT_REFERENCE,
        WSConstants.ISSUER_SERIAL,
        WSConstants.SKI_KEY_IDENTIFIER,
        WSConstants.THUMBPRINT_IDENTIFIER,
        WSConstants.X509_KEY_IDENTIFIER
      })
  void takesTokenReference(int reference) {
    serves(new SignedMessage().reference(reference));
  }

  @Test
  void takesPkiPath() {
    serves(new SignedMessage().pkiPath());
  }

  @Test
  void takesSignedToken() {
    serves(new SignedMessage().signingToken());
  }

  @Test
  void takesCanonicalizationWithoutInclusivePrefixes() {
    serves(new SignedMessage().withoutInclusivePrefixes());
  }

  @Test
  void takesWhatIsForTheNextReceiver() {
    serves(
        new SignedMessage()
            .afterSigning(
                document ->
                    security(document)
                        .setAttributeNS(
                            SoapVersion.V11.namespace(),
                            "s:actor",
                            "http://schemas.xmlsoap.org/soap/actor/next")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"next", "ultimateReceiver"})
  void takesWhatIsForThisRole(String role) {
    serves(
        new SignedMessage()
            .soap12()
            .afterSigning(
                document ->
                    security(document)
                        .setAttributeNS(
                            SoapVersion.V12.namespace(),
                            "s:role",
                            SoapVersion.V12.namespace() + "/role/" + role)));
  }

  private static Element security(Document document) {
    return SignedMessage.element(document, Names.WSSE, "Security");
  }

  @Test
  void leavesAloneWhatAnotherMustUnderstand() {
    serves(
        new SignedMessage()
            .headers("<h xmlns='urn:h' s:mustUnderstand='1' s:actor='urn:gateway'/>"));
  }

  @Test
  void takesFarExpires() {
    serves(new SignedMessage().expires(Instant.now().plusSeconds(86_400).toString()));
  }

  @Test
  void takesTimestampWithoutExpires() {
    serves(new SignedMessage().expires(""));
  }

  @Test
  void takesTimestampWithOffsetAndNanoseconds() {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(8));
    serves(
        new SignedMessage()
            .created(
                now.truncatedTo(ChronoUnit.SECONDS)
                    .withNano(123_456_789)
                    .minusSeconds(2)
                    .toString())
            .expires(now.plusMinutes(5).toString()));
  }

  @Test
  void takesAddressingAndRelatesTheAnswer() {
    String headers =
        addressing("To", hub.https.toString(), "a-to")
            + addressing("Action", Contract.soapAction("SQ_TA_001"), "a-action")
            + addressing("MessageID", "urn:uuid:1&amp;2", "a-id");
    Reply reply = hub.send(new SignedMessage().headers(headers, "a-to", "a-action", "a-id"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.verified()).containsExactly("Action", "Body", "RelatesTo", "Timestamp");
    assertThat(SignedMessage.element(reply.document(), Names.WSA, "RelatesTo").getTextContent())
        .isEqualTo("urn:uuid:1&2");
  }

  static String addressing(String name, String value, String id) {
    return "<wsa:%1$s xmlns:wsa=\"%2$s\" wsu:Id=\"%4$s\">%3$s</wsa:%1$s>"
        .formatted(name, Names.WSA, value, id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"urn:tw:gov:mocs:hub:exchange:1:SQ_TA_001\"", "\"\"", ""})
  void takesSoapAction(String action) {
    Reply reply =
        hub.post(new SignedMessage().sign(), "Content-Type", "text/xml", "SOAPAction", action);
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void takesActionParameterOfSoap12() {
    Reply reply =
        hub.post(
            new SignedMessage().soap12().sign(),
            "Content-Type",
            "application/soap+xml; charset=UTF-8; action=\"urn:tw:gov:mocs:hub:exchange:1:SQ_TA_001\"");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void servesAnAnswerThatDoesNotFitInMemory() {
    Reply reply = hub.send(RequestXml.of("SQ_COM_01").criteria("").page(10_000));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().length()).isGreaterThan(32_768);
    assertThat(reply.verified()).contains("Body");
    assertThat(hub.folder.resolve("spool")).isEmptyDirectory();
  }
}
