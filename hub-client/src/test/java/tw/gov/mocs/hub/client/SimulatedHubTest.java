package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.client.ClientFixture.AGENCY;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulator answers, and what it refuses with which code. */
class SimulatedHubTest {

  private static final String GOOD = "<criteria><idNo><value>A123456788</value></idNo></criteria>";

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @BeforeEach
  void prepare(@TempDir Path module) throws Exception {
    folder = new SampleModule(module, "https://localhost/exchange").folder();
  }

  @Test
  void answersWithGrantedFieldsThatFitTheContract() throws Exception {
    Envelope answer = Envelope.read(answer(signed(request(GOOD))).message()).orElseThrow();
    SchemaFactory.newDefaultInstance()
        .newSchema(folder.resolve("contract/exchange.xsd").toFile())
        .newValidator()
        .validate(new DOMSource(answer.content()));
    HubAnswer read = AnswerReader.answer("SQ_TA_001", answer.content());
    assertThat(read.rows()).hasSize(3);
    assertThat(read.rows().get(0).values().keySet())
        .containsExactly(
            "idNo", "fullName", "rankCode", "salaryPoint", "effectiveDate", "updatedAt");
    assertThat(read.rows()).allMatch(row -> row.text("idNo").equals(Optional.of("A123456788")));
  }

  @Test
  void answersTheSameQuestionWithTheSameRows() throws Exception {
    assertThat(rows(GOOD)).isEqualTo(rows(GOOD)).isNotEqualTo(rows(GOOD.replace('8', '7')));
  }

  @Test
  void walksPages() throws Exception {
    HubAnswer first = read(request(GOOD + "<page><size>2</size></page>"));
    String token = first.nextPage().orElseThrow();
    HubAnswer second =
        read(request(GOOD + "<page><size>2</size><token>" + token + "</token></page>"));
    assertThat(first.rows()).hasSize(2);
    assertThat(second.rows()).hasSize(1);
    assertThat(second.nextPage()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HUB-5001, APSQ11500001, APSQ11500009",
    "HUB-5005, SQ_TA_001Request, SQ_TA_002Request",
    "HUB-5006, <criteria>, <fields><field>gradeCode</field></fields><criteria>",
    "HUB-5007, idNo>, agencyCode>",
    "HUB-4009, '<idNo><value>A123456788</value></idNo>', ''",
    "HUB-4009, '<idNo><value>A123456788</value></idNo>', '<updatedAt><from>2026-01-01T00:00:00Z</from><to>2026-03-01T00:00:00Z</to></updatedAt>'",
    "HUB-4005, </criteria>, </criteria><page><size>0</size></page>",
    "HUB-4010, </criteria>, </criteria><page><token>other</token></page>",
    "HUB-4012, 115年度, A123456788",
  })
  void refusesWhatWasNotGranted(String code, String part, String instead) throws Exception {
    refuses(code, signed(request(GOOD).replace(part, instead)));
  }

  @ParameterizedTest
  @CsvSource({"HUB-2007, -PT6M", "HUB-2008, PT2M"})
  void refusesAWrongClock(String code, Duration off) throws Exception {
    refuses(code, new AnswerSigner(AGENCY).created(Instant.now().plus(off)).sign(request(GOOD)));
  }

  @Test
  void refusesAMessageThatWasChanged() throws Exception {
    refuses("HUB-2005", signed(request(GOOD)).replace("115年度", "114年度"));
  }

  @Test
  void refusesASignatureOfAnotherKey() throws Exception {
    String message = signed(request(GOOD));
    String own = encoded(AGENCY);
    refuses("HUB-2005", message.replace(own, encoded(HUB)));
  }

  @Test
  void refusesSha1() throws Exception {
    refuses("HUB-2003", signed(request(GOOD)).replace("rsa-sha256", "rsa-sha1"));
  }

  @Test
  void refusesATimestampThatIsNotSigned() throws Exception {
    refuses("HUB-2004", new AnswerSigner(AGENCY).parts("answer-body").sign(request(GOOD)));
  }

  @Test
  void refusesAMessageWithoutSignature() throws Exception {
    refuses("HUB-2001", new AnswerSigner(AGENCY).unsigned(request(GOOD)));
  }

  @Test
  void refusesWhatIsNoXml() {
    refuses("HUB-1003", "<soap");
  }

  @Test
  void refusesARequestIdASecondTime() throws Exception {
    String message = signed(request(GOOD));
    SimulatedHub hub = hub();
    hub.answer(message.getBytes(StandardCharsets.UTF_8), null);
    assertThat(hub.answer(message.getBytes(StandardCharsets.UTF_8), null).said())
        .startsWith("HUB-4002");
  }

  @Test
  void refusesAnActionOfAnotherOperation() throws Exception {
    byte[] message = signed(request(GOOD)).getBytes(StandardCharsets.UTF_8);
    assertThat(hub().answer(message, "\"" + Namespaces.EXCHANGE + ":SQ_TA_002\"").said())
        .startsWith("HUB-4004");
  }

  private void refuses(String code, String message) {
    SimulatedHub.Answer answer = answer(message);
    assertThat(answer.fault()).as(answer.said()).isTrue();
    Envelope envelope = Envelope.read(answer.message()).orElseThrow();
    HubFaultException.Detail detail = AnswerReader.fault(envelope);
    assertThat(detail.code()).as(answer.said()).isEqualTo(code);
    // In both languages, with everything filled in.
    assertThat(detail.message()).matches(".*\\p{IsHan}.*").doesNotContain("{");
    assertThat(detail.messageEn()).doesNotMatch(".*\\p{IsHan}.*").doesNotContain("{", "''");
  }

  private static String request(String content) {
    return """
        <SQ_TA_001Request xmlns="%s"><requestId>%s</requestId>\
        <applicationNo>APSQ11500001</applicationNo><purpose>115年度</purpose>%s</SQ_TA_001Request>"""
        .formatted(Namespaces.EXCHANGE, UUID.randomUUID(), content);
  }

  private static String signed(String content) throws Exception {
    return new AnswerSigner(AGENCY).sign(content);
  }

  private static String encoded(Identity identity) throws Exception {
    return Base64.getEncoder().encodeToString(identity.certificate().getEncoded());
  }

  private Object rows(String criteria) throws Exception {
    return read(request(criteria)).rows();
  }

  private HubAnswer read(String request) throws Exception {
    Envelope envelope = Envelope.read(answer(signed(request)).message()).orElseThrow();
    return AnswerReader.answer("SQ_TA_001", envelope.content());
  }

  private SimulatedHub.Answer answer(String message) {
    return hub().answer(message.getBytes(StandardCharsets.UTF_8), null);
  }

  private SimulatedHub hub() {
    Clock clock = Clock.systemUTC();
    return new SimulatedHub(
        folder, new MessageSigner(HUB.keys().getPrivate(), HUB.certificate(), clock), clock);
  }
}
