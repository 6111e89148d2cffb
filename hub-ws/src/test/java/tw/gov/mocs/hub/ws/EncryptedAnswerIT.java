package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.cxf.BusFactory;
import org.apache.cxf.tools.common.ToolContext;
import org.apache.cxf.tools.validator.internal.WSDL11Validator;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;
import tw.gov.mocs.hub.client.Failure;
import tw.gov.mocs.hub.client.HubAnswer;
import tw.gov.mocs.hub.client.HubCallException;
import tw.gov.mocs.hub.client.HubClient;
import tw.gov.mocs.hub.client.HubRequest;

/** Answers that only the agency's registered encryption key opens. */
class EncryptedAnswerIT {

  private static final String PERSONS = "SQ_TA_001";
  private static final String CODES = "SQ_COM_01";
  private static RunningHub hub;

  @BeforeAll
  static void start() {
    hub = RunningHub.start();
    hub.ministry.encryptAnswersOf(PERSONS);
    hub.ministry.encryptAnswersOf(CODES);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static Reply answered() {
    Reply reply = hub.send(RequestXml.of(PERSONS));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply;
  }

  private static HubClient client(Identity... recipients) {
    HubClient.Builder client =
        HubClient.builder()
            .endpoint(hub.https)
            .tlsTrust(Identity.HUB.certificate())
            .trustHub(Identity.HUB.certificate())
            .signWith(Identity.AGENCY.key(), Identity.AGENCY.certificate());
    for (Identity recipient : recipients) {
      client.decryptWith(recipient.key(), recipient.certificate());
    }
    return client.build();
  }

  private static HubRequest.Builder codes() {
    return HubRequest.of(CODES, RequestXml.APPLICATION, "案號甲一");
  }

  private static HubRequest person() {
    return HubRequest.of(PERSONS, RequestXml.APPLICATION, "案號甲一")
        .where("idNo", RequestXml.PERSON)
        .build();
  }

  private static Failure failureOf(HubClient client) {
    try {
      client.call(person());
    } catch (HubCallException failed) {
      return failed.failure();
    }
    throw new AssertionError("opened");
  }

  @Test
  void showsNothingOfItsRows() {
    assertThat(answered().body())
        .contains("aes256-gcm")
        .doesNotContain("王𠮷", RequestXml.PERSON, "fullName", PERSONS + "Response");
  }

  @Test
  void opensAndVerifiesByPlainWss4j() {
    assertThat(answered().opened(Identity.ENCRYPTING).text("fullName")).isEqualTo(RunningHub.NAME);
  }

  @Test
  void opensAndVerifiesByPlainWss4jInSoap12() {
    Reply reply = hub.send(new SignedMessage().soap12().payload(RequestXml.of(PERSONS).xml()));
    assertThat(reply.opened(Identity.ENCRYPTING).text("fullName")).isEqualTo(RunningHub.NAME);
  }

  @Test
  void opensByTheClientOfTheProject() {
    assertThat(client(Identity.ENCRYPTING).call(person()).rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.text("fullName")).contains(RunningHub.NAME));
  }

  @Test
  void opensByTheOneOfSeveralKeysThatItNames() {
    Identity other = Identity.encrypting("other");
    assertThat(client(other, Identity.ENCRYPTING).call(person()).rows()).isNotEmpty();
  }

  @Test
  void doesNotOpenByAnotherKey() {
    Reply reply = answered();
    assertThatThrownBy(() -> reply.opened(Identity.AGENCY))
        .hasCauseInstanceOf(WSSecurityException.class);
  }

  @Test
  void clientSaysThatItLacksAKey() {
    assertThat(failureOf(client())).isEqualTo(Failure.DECRYPTION_KEY_MISSING);
  }

  @Test
  void clientSaysThatItHasTheKeyOfAnotherCertificate() {
    assertThat(failureOf(client(Identity.AGENCY))).isEqualTo(Failure.DECRYPTION_KEY_OTHER);
  }

  @Test
  void signsWhatItEncrypted() {
    Reply reply = answered();
    String recordId = reply.opened(Identity.ENCRYPTING).text("recordId");
    byte[] digest = requireNonNull((byte[]) hub.log.call(recordId).get("answer_digest"));
    assertThat(reply.body())
        .contains("<ds:DigestValue>" + SoapAnswerWriter.base64(digest) + "</ds:DigestValue>");
  }

  @Test
  void takesANewKeyForEachAnswer() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      NodeList values = answered().document().getElementsByTagNameNS(Names.XENC, "CipherValue");
      keys.add(values.item(0).getTextContent());
      assertThat(values.getLength()).isEqualTo(2);
    }
    assertThat(keys).hasSize(3);
  }

  @Test
  void saysSoInAContractThatCxfAccepts(@TempDir Path folder) throws Exception {
    HttpRequest get = HttpRequest.newBuilder(URI.create(hub.https + "?wsdl")).build();
    Path wsdl = folder.resolve("exchange.wsdl");
    hub.client.send(get, HttpResponse.BodyHandlers.ofFile(wsdl));
    assertThat(Files.readString(wsdl)).contains("EncryptedParts", "EncryptBeforeSigning");
    ToolContext context = new ToolContext();
    context.put("wsdlurl", wsdl.toString());
    context.put("validate", "all");
    assertThat(new WSDL11Validator(null, context, BusFactory.newInstance().createBus()).isValid())
        .isTrue();
  }

  @Test
  void leavesOtherServicesInClear() {
    assertThat(hub.send(RequestXml.of("SQ_TA_002")).body()).contains("SQ_TA_002Response");
  }

  @Test
  void leavesFaultsInClear() {
    Reply reply = hub.send(RequestXml.of(PERSONS).criteria(""));
    assertThat(reply.verified()).containsExactly("Body", "Timestamp");
    assertThat(reply.body()).contains("HubFault");
  }

  @Test
  void leadsFromPageToPage() {
    try (Stream<HubAnswer> pages =
        client(Identity.ENCRYPTING).walk(codes().pageSize(50).build()).limit(3)) {
      List<String> numbers =
          pages
              .flatMap(page -> page.rows().stream())
              .map(row -> row.text("recordNo").orElseThrow())
              .toList();
      assertThat(numbers).hasSize(150).doesNotHaveDuplicates();
    }
  }

  @Test
  void holdsTenThousandRows() {
    hub.jdbc.update(
        "INSERT INTO PERSONNEL.COM_CODE (RECORD_NO, CODE_TYPE, CODE, CODE_NAME, VALID_FROM,"
            + " RECORD_STATUS, UPDATED_AT) SELECT 'Z' || X, 'BULK', 'B' || X, '大量', CURRENT_DATE,"
            + " '1', CURRENT_TIMESTAMP FROM SYSTEM_RANGE(1, 10000)");
    HubAnswer answer =
        client(Identity.ENCRYPTING)
            .call(codes().fields(List.of("recordNo", "codeName")).pageSize(10_000).build());
    assertThat(answer.rows()).hasSize(10_000);
    assertThat(answer.nextPage()).isPresent();
    assertThat(hub.folder.resolve("spool")).isEmptyDirectory();
  }
}
