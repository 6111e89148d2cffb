package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.catalogue.Contract;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What is refused after a registered certificate's signature held: recorded, and signed. */
class SignedRefusalIT {

  private static RunningEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = RunningEndpoint.start();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @BeforeEach
  void forget() {
    endpoint.hub.forget();
  }

  @AfterEach
  void answersTheNextGoodCall() {
    endpoint.hub.forget();
    assertThat(endpoint.send(new SignedMessage()).status()).isEqualTo(200);
  }

  private static RunningEndpoint.Reply refuses(ErrorCode code, SignedMessage message) {
    return refuses(code, endpoint.send(message));
  }

  private static RunningEndpoint.Reply refuses(ErrorCode code, RunningEndpoint.Reply reply) {
    assertThat(reply.code()).isEqualTo(code.code());
    assertThat(RunningEndpoint.verified(reply.document())).contains("Body", "Timestamp");
    assertThat(reply.text("recordId")).isEqualTo("REFUSED1");
    assertThat(endpoint.hub.refused).extracting(HubException::code).containsExactly(code);
    assertThat(endpoint.hub.served).hasValue(0);
    return reply;
  }

  private static RunningEndpoint.Reply refusesSchema(String payload) {
    return refuses(ErrorCode.SCHEMA_INVALID, new SignedMessage().payload(payload));
  }

  @Test
  void certificateThatIsRegisteredForAnotherUse() {
    refuses(ErrorCode.CERTIFICATE_USE_WRONG, new SignedMessage().by(Identity.LOGIN_ONLY));
  }

  @Test
  void suspendedAgency() {
    refuses(ErrorCode.AGENCY_SUSPENDED, new SignedMessage().by(Identity.OF_SUSPENDED));
  }

  @Test
  void byteEqualReplay() {
    String message = new SignedMessage().sign();
    assertThat(endpoint.send(message).status()).isEqualTo(200);
    endpoint.hub.served.set(0);
    refuses(ErrorCode.REPLAYED, endpoint.send(message));
  }

  @Test
  void replayWithTheOtherEcdsaSignature() {
    String first = new SignedMessage().by(Identity.P256).sign();
    assertThat(endpoint.send(first).status()).isEqualTo(200);
    endpoint.hub.served.set(0);
    var document = SignedMessage.parse(first);
    Element value = SignedMessage.element(document, Names.DS, "SignatureValue");
    value.setTextContent(otherSignature(value.getTextContent()));
    refuses(ErrorCode.REPLAYED, endpoint.send(SignedMessage.text(document)));
  }

  /** (r, n−s) verifies wherever (r, s) does. */
  private static String otherSignature(String base64) {
    byte[] both = Base64.getMimeDecoder().decode(base64);
    BigInteger order =
        new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
    byte[] s = order.subtract(new BigInteger(1, Arrays.copyOfRange(both, 32, 64))).toByteArray();
    byte[] result = Arrays.copyOf(both, 64);
    Arrays.fill(result, 32, 64, (byte) 0);
    int length = Math.min(32, s.length);
    System.arraycopy(s, s.length - length, result, 64 - length, length);
    return Base64.getEncoder().encodeToString(result);
  }

  @Test
  void replayWithAnotherPlaceOfTheToken() {
    String first = new SignedMessage().sign();
    assertThat(endpoint.send(first).status()).isEqualTo(200);
    endpoint.hub.served.set(0);
    String changed = first.replace("<s:Header>", "<s:Header xmlns:more=\"urn:more\"><!-- x -->");
    refuses(ErrorCode.REPLAYED, endpoint.send(changed));
  }

  @Test
  void soapActionOfAnotherOperation() {
    refuses(
        ErrorCode.SOAP_ACTION_MISMATCH,
        endpoint.post(
            new SignedMessage().sign(),
            "Content-Type",
            "text/xml",
            "SOAPAction",
            "\"" + Contract.soapAction("SQ_TA_002") + "\""));
  }

  @Test
  void actionParameterOfAnotherOperation() {
    refuses(
        ErrorCode.SOAP_ACTION_MISMATCH,
        endpoint.post(
            new SignedMessage().soap12().sign(),
            "Content-Type",
            "application/soap+xml; action=\"" + Contract.soapAction("SQ_TA_002") + "\""));
  }

  @Test
  void addressingActionOfAnotherOperation() {
    refuses(
        ErrorCode.SOAP_ACTION_MISMATCH,
        new SignedMessage()
            .headers(
                InteroperabilityIT.addressing("Action", Contract.soapAction("SQ_TA_002"), "a"),
                "a"));
  }

  @Test
  void addressingToAnotherPlace() {
    refuses(
        ErrorCode.ADDRESSING_MISMATCH,
        new SignedMessage()
            .headers(InteroperabilityIT.addressing("To", "https://other/place", "a"), "a"));
  }

  @Test
  void addressingReplyElsewhere() {
    refuses(
        ErrorCode.ADDRESSING_MISMATCH,
        new SignedMessage()
            .headers(
                InteroperabilityIT.addressing(
                    "ReplyTo", "<wsa:Address>http://other/</wsa:Address>", "a"),
                "a"));
  }

  @Test
  void unknownOperation() {
    refuses(
        ErrorCode.OPERATION_UNKNOWN,
        new SignedMessage().payload(SignedMessage.request("SQ_TA_999")));
  }

  @Test
  void elementThatIsNoRequest() {
    refuses(ErrorCode.OPERATION_UNKNOWN, new SignedMessage().payload("<a xmlns='urn:a'/>"));
  }

  @Test
  void closedServiceAnswersItsNotice() {
    RunningEndpoint.Reply reply =
        refuses(
            ErrorCode.SERVICE_CLOSED,
            new SignedMessage().payload(SignedMessage.request("SQ_TA_003")));
    assertThat(reply.text("messageEn")).contains("closed for a test");
  }

  @Test
  void schemaFaultNamesTheElementOnly() {
    RunningEndpoint.Reply reply =
        refusesSchema(
            SignedMessage.request("SQ_TA_001").replace("<value>", "<secret>A123</secret><value>"));
    assertThat(reply.text("messageEn")).contains("secret").doesNotContain("A123");
  }

  @Test
  void missingElement() {
    refusesSchema(SignedMessage.request("SQ_TA_001").replaceAll("<purpose>.*</purpose>", ""));
  }

  @Test
  void valueThatIsTooLong() {
    RunningEndpoint.Reply reply =
        refusesSchema(
            SignedMessage.request("SQ_TA_001").replace("A123456780", "Z98765".repeat(20)));
    assertThat(reply.body()).doesNotContain("Z98765");
  }

  @Test
  void criterionOfTheWrongType() {
    refusesSchema(
        SignedMessage.request("SQ_TA_001")
            .replaceAll("<idNo>.*</idNo>", "<updatedAt><from>yesterday</from></updatedAt>"));
  }

  @Test
  void attributeThatIsNotKnown() {
    refusesSchema(SignedMessage.request("SQ_TA_001").replace("<purpose>", "<purpose other='1'>"));
  }

  @Test
  void soap12FaultTellsWhoseItIs() {
    RunningEndpoint.Reply reply =
        refuses(
            ErrorCode.OPERATION_UNKNOWN,
            new SignedMessage().soap12().payload(SignedMessage.request("SQ_TA_999")));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("<soap:Value>soap:Sender</soap:Value>", "xml:lang=\"zh-TW\"");
  }

  @Test
  void failureInsideTellsNothing() {
    endpoint.hub.failure = new IllegalStateException("secret A123456780");
    RunningEndpoint.Reply reply = refuses(ErrorCode.INTERNAL_ERROR, new SignedMessage());
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body()).doesNotContain("secret", "IllegalState", "A123456780");
  }
}
