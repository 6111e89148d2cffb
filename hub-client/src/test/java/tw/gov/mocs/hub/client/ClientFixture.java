package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;

/** An agency and a hub that know each other. */
final class ClientFixture {

  static final Identity ROOT = Identity.authority("CN=Root,C=TW");
  static final Identity HUB = ROOT.issue("CN=Hub,C=TW");
  static final Identity AGENCY = ROOT.issue("CN=Agency,C=TW");

  private ClientFixture() {}

  static HubClient.Builder client(LoopbackHub hub) {
    return client(hub.address());
  }

  static HubClient.Builder client(URI endpoint) {
    return HubClient.builder()
        .endpoint(endpoint)
        .signWith(AGENCY.keys().getPrivate(), AGENCY.certificate())
        .trustHub(HUB.certificate());
  }

  static HubRequest request() {
    return HubRequest.of("SQ_TA_001", "APSQ11500001", "115年度考核")
        .where("idNo", "A100000001")
        .build();
  }

  /** The failure of one call of a hub that answers so. */
  static Failure failureOf(LoopbackHub.Answering answering) throws Exception {
    try (LoopbackHub hub = new LoopbackHub(answering)) {
      return failureOf(client(hub).build());
    }
  }

  static Failure failureOf(HubClient client) {
    return catchThrowableOfType(HubCallException.class, () -> client.call(request())).failure();
  }

  static String good(LoopbackHub.Asked asked) throws Exception {
    return new AnswerSigner(HUB).sign(Answers.rows(asked, Answers.row("王小明")));
  }
}
