package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.client.ClientFixture.AGENCY;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.ROOT;
import static tw.gov.mocs.hub.client.ClientFixture.client;
import static tw.gov.mocs.hub.client.ClientFixture.request;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the client sends. */
class RequestTest {

  private static final String ODD = "𠮷\r\n\t<&>\"'é " + "𠮷".repeat(5000);

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void signsSoThatItsOwnVerifierHolds(SoapVersion soap) {
    HubRequest request = HubRequest.of("SQ_TA_001", "APSQ11500001", ODD).build();
    SignedRequest signed = signed(AGENCY, soap, request);
    Envelope read = Envelope.read(signed.message()).orElseThrow();
    verifier(AGENCY).verify(read);
    assertThat(AnswerReader.text(read.content(), "purpose")).isEqualTo(ODD);
  }

  @Test
  void signsWithEllipticCurve() {
    Identity ec = new Identity.Maker("CN=Agency EC").ec().make(ROOT);
    SignedRequest signed = signed(ec, SoapVersion.SOAP_1_1, request());
    verifier(ec).verify(Envelope.read(signed.message()).orElseThrow());
    assertThat(text(signed)).contains("ecdsa-sha256");
  }

  @Test
  void writesEverythingInTheOrderOfTheContract() {
    HubRequest request =
        HubRequest.of("SQ_TA_001", "APSQ11500001", "p")
            .requestId("id-1")
            .fields(List.of("idNo", "name"))
            .where("idNo", "A1")
            .where("idNo", "A2")
            .between("updatedAt", "2026-01-01T00:00:00+08:00", null)
            .pageSize(10)
            .build()
            .page("token-2");
    String sent = text(signed(AGENCY, SoapVersion.SOAP_1_1, request));
    assertThat(sent)
        .contains("<SQ_TA_001Request xmlns=\"" + Namespaces.EXCHANGE + "\"><requestId>")
        .contains(
            "<applicationNo>APSQ11500001</applicationNo><purpose>p</purpose>"
                + "<fields><field>idNo</field><field>name</field></fields>"
                + "<criteria><idNo><value>A1</value><value>A2</value></idNo>"
                + "<updatedAt><from>2026-01-01T00:00:00+08:00</from></updatedAt></criteria>"
                + "<page><size>10</size><token>token-2</token></page></SQ_TA_001Request>");
  }

  @Test
  void namesTheActionAsSoap11Says() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(ClientFixture::good)) {
      client(hub).build().call(request());
      assertThat(hub.calls.get(0).contentType()).isEqualTo("text/xml; charset=utf-8");
      assertThat(hub.calls.get(0).soapAction())
          .isEqualTo("\"urn:tw:gov:mocs:hub:exchange:1:SQ_TA_001\"");
    }
  }

  @Test
  void namesTheActionAsSoap12Says() throws Exception {
    try (LoopbackHub hub =
        new LoopbackHub(
            a -> new AnswerSigner(HUB).soap(SoapVersion.SOAP_1_2).sign(Answers.rows(a, "")))) {
      client(hub).soap(SoapVersion.SOAP_1_2).build().call(request());
      assertThat(hub.calls.get(0).contentType())
          .isEqualTo(
              "application/soap+xml; charset=utf-8;"
                  + " action=\"urn:tw:gov:mocs:hub:exchange:1:SQ_TA_001\"");
      assertThat(hub.calls.get(0).soapAction()).isNull();
    }
  }

  @Test
  void walksAllPagesEachWithItsOwnId() throws Exception {
    Map<String, String> next = Map.of("1", "2", "2", "3");
    LoopbackHub.Answering pages =
        a -> {
          String page = a.message().contains("<token>") ? a.value("token") : "1";
          String more = next.containsKey(page) ? next.get(page) : "";
          return new AnswerSigner(HUB)
              .sign(
                  Answers.rows(
                      a,
                      Answers.row("n" + page)
                          + (more.isEmpty() ? "" : "<nextPage>" + more + "</nextPage>")));
        };
    try (LoopbackHub hub = new LoopbackHub(pages);
        Stream<HubAnswer> walk = client(hub).build().walk(request())) {
      assertThat(
              walk.flatMap(page -> page.rows().stream()).map(row -> row.text("name").orElseThrow()))
          .containsExactly("n1", "n2", "n3");
      assertThat(hub.calls.stream().map(LoopbackHub.Asked::requestId).collect(Collectors.toSet()))
          .hasSize(3);
    }
  }

  @Test
  void callsForTheNextPageOnlyWhenItIsWanted() throws Exception {
    try (LoopbackHub hub =
            new LoopbackHub(
                a -> new AnswerSigner(HUB).sign(Answers.rows(a, "<nextPage>2</nextPage>")));
        Stream<HubAnswer> walk = client(hub).build().walk(request())) {
      assertThat(walk.findFirst()).isPresent();
      assertThat(hub.calls).hasSize(1);
    }
  }

  @Test
  void sameRequestAgainHasANewId() {
    HubRequest first = request();
    HubRequest again = first.again();
    assertThat(again.requestId()).isNotEqualTo(first.requestId());
    assertThat(again).usingRecursiveComparison().ignoringFields("requestId").isEqualTo(first);
  }

  private static SignedRequest signed(Identity who, SoapVersion soap, HubRequest request) {
    return new RequestSigner(
            new MessageSigner(who.keys().getPrivate(), who.certificate(), Clock.systemUTC()), soap)
        .sign(new RequestBody.Call(request));
  }

  private static AnswerVerifier verifier(Identity who) {
    return new AnswerVerifier(
        HubTrust.pinned(who.certificate()), Freshness.DEFAULT, Clock.systemUTC());
  }

  private static String text(SignedRequest signed) {
    return new String(signed.message(), StandardCharsets.UTF_8);
  }
}
