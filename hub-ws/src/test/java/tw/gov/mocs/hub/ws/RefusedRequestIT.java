package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.catalogue.Contract;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Known callers whose message names no operation rightly, or does not fit the schema. */
class RefusedRequestIT extends RefusingCallers {

  private static final RequestXml GOOD = RequestXml.of("SQ_TA_001");

  private Reply refusesSchema(String payload) {
    return refuses(ErrorCode.SCHEMA_INVALID, new SignedMessage().payload(payload));
  }

  @Test
  void certificateThatIsRegisteredForAnotherUse() {
    refuses(ErrorCode.CERTIFICATE_NOT_FOR_CALLS, new SignedMessage().by(Identity.LOGIN_ONLY));
  }

  /** A registered certificate tells whose call it was even if it cannot be relied upon. */
  @Test
  void certificateThatWasRevokedSinceItWasRegistered() {
    Reply reply = refuses(ErrorCode.CERTIFICATE_REVOKED, new SignedMessage().by(Identity.REVOKED));
    assertThat(hub().log.call(reply.text("recordId")))
        .containsEntry("agency_code", Ministry.A.value())
        .containsEntry("revocation", "CERTIFICATE_REVOKED");
  }

  @Test
  void certificateForEncryption() {
    refuses(ErrorCode.CERTIFICATE_USE_WRONG, new SignedMessage().by(Identity.ENCRYPTING));
  }

  @Test
  void suspendedAgency() {
    refuses(ErrorCode.AGENCY_SUSPENDED, new SignedMessage().by(Identity.OF_SUSPENDED));
  }

  @Test
  void soapActionOfAnotherOperation() {
    Reply reply =
        refuses(
            ErrorCode.SOAP_ACTION_MISMATCH,
            hub()
                .post(
                    new SignedMessage().sign(),
                    "Content-Type",
                    "text/xml",
                    "SOAPAction",
                    "\"" + Contract.soapAction("SQ_TA_002") + "\""));
    assertThat(reply.text("messageEn")).startsWith("The SOAPAction is not");
  }

  @Test
  void twoSoapActions() {
    String right = "\"" + Contract.soapAction("SQ_TA_001") + "\"";
    for (String other : List.of(right, "\"\"", "\"" + Contract.soapAction("SQ_TA_002") + "\"")) {
      String[] headers = {"Content-Type", "text/xml", "SOAPAction", right, "SOAPAction", other};
      refuses(ErrorCode.SOAP_ACTION_MISMATCH, hub().post(new SignedMessage().sign(), headers));
    }
  }

  @Test
  void actionParameterOfAnotherOperation() {
    refuses(
        ErrorCode.SOAP_ACTION_MISMATCH,
        hub()
            .post(
                new SignedMessage().soap12().sign(),
                "Content-Type",
                "application/soap+xml; action=\"" + Contract.soapAction("SQ_TA_002") + "\""));
  }

  @Test
  void addressingActionOfAnotherOperation() {
    Reply reply =
        refuses(
            ErrorCode.SOAP_ACTION_MISMATCH, addressed("Action", Contract.soapAction("SQ_TA_002")));
    assertThat(reply.text("messageEn")).startsWith("The wsa:Action is not");
  }

  @Test
  void addressingToAnotherPlace() {
    refuses(ErrorCode.ADDRESSING_MISMATCH, addressed("To", "https://other/place"));
  }

  @Test
  void addressingReplyElsewhere() {
    refuses(
        ErrorCode.ADDRESSING_MISMATCH,
        addressed("ReplyTo", "<wsa:Address>http://other/</wsa:Address>"));
  }

  private static SignedMessage addressed(String header, String value) {
    return new SignedMessage().headers(InteroperabilityIT.addressing(header, value, "a"), "a");
  }

  @Test
  void unknownOperation() {
    refuses(ErrorCode.OPERATION_UNKNOWN, RequestXml.of("SQ_TA_999"));
  }

  @Test
  void elementThatIsNoRequest() {
    refuses(ErrorCode.OPERATION_UNKNOWN, new SignedMessage().payload("<a xmlns='urn:a'/>"));
  }

  @Test
  void schemaFaultNamesTheElementOnly() {
    Reply reply = refusesSchema(GOOD.xml().replace("<value>", "<secret>A123</secret><value>"));
    assertThat(reply.text("messageEn")).contains("secret").doesNotContain("A123");
  }

  @Test
  void schemaFaultSpeaksBothLanguages() {
    Reply reply = refusesSchema(GOOD.xml().replaceAll("<purpose>.*</purpose>", ""));
    assertThat(reply.text("message")).endsWith("：多餘或順序不符");
    assertThat(reply.text("messageEn")).endsWith(": unexpected or out of order");
  }

  @Test
  void missingElement() {
    refusesSchema(GOOD.xml().replaceAll("<purpose>.*</purpose>", ""));
  }

  @Test
  void valueThatIsTooLong() {
    Reply reply = refusesSchema(GOOD.xml().replace(RequestXml.PERSON, "Z98765".repeat(20)));
    assertThat(reply.body()).doesNotContain("Z98765");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u3000"})
  void blankRequestId(String blank) {
    refuses(ErrorCode.SCHEMA_INVALID, RequestXml.of("SQ_TA_001").id(blank));
    refusesSchema(SignedMessage.statusRequest().replaceFirst("(requestId>)[^<]+", "$1" + blank));
  }

  @Test
  void identityNumberAsRequestId() {
    Reply reply =
        refuses(ErrorCode.SCHEMA_INVALID, RequestXml.of("SQ_TA_001").id("Q-" + RequestXml.PERSON));
    assertThat(hub().log.call(reply.text("recordId")))
        .containsEntry("request_id", null)
        .doesNotContainValue(RequestXml.PERSON);
  }

  @Test
  void identityNumberAsFieldIsNotKept() {
    Reply reply =
        refuses(ErrorCode.FIELD_NOT_GRANTED, RequestXml.of("SQ_TA_001").fields(RequestXml.PERSON));
    assertThat(reason(reply)).doesNotContain(RequestXml.PERSON);
  }

  @Test
  void tooManyFieldsTellsHowManyMayBe() {
    String[] fields = Collections.nCopies(19_000, "idNo").toArray(String[]::new);
    Reply reply = refusesSchema(RequestXml.of("SQ_TA_001").fields(fields).xml());
    assertThat(reply.text("messageEn"))
        .endsWith("field: too many elements of this name, at most 1000 are taken");
    assertThat(reply.text("message")).endsWith("field：此元素過多，最多 1000 個");
  }

  @Test
  void criterionOfTheWrongType() {
    refusesSchema(
        GOOD.xml().replaceAll("<idNo>.*</idNo>", "<updatedAt><from>yesterday</from></updatedAt>"));
  }

  @Test
  void pageOfTooManyRows() {
    refusesSchema(RequestXml.of("SQ_TA_001").page(10_001).xml());
  }

  @Test
  void attributeThatIsNotKnown() {
    refusesSchema(GOOD.xml().replace("<purpose>", "<purpose other='1'>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nil='true'", "type='xsi:string'"})
  void attributeOfSchemaInstances(String attribute) {
    String instance = "http://www.w3.org/2001/XMLSchema-instance";
    Reply reply =
        refusesSchema(
            GOOD.xml()
                .replace(
                    "<purpose>", "<purpose xmlns:xsi='" + instance + "' xsi:" + attribute + ">"));
    assertThat(reply.text("messageEn")).endsWith("is not taken");
  }

  @Test
  void soap12FaultTellsWhoseItIs() {
    Reply reply =
        refuses(
            ErrorCode.OPERATION_UNKNOWN,
            new SignedMessage().soap12().payload(RequestXml.of("SQ_TA_999").xml()));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("<soap:Value>soap:Sender</soap:Value>", "xml:lang=\"zh-TW\"");
  }
}
