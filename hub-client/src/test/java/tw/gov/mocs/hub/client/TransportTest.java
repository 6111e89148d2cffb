package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tw.gov.mocs.hub.client.ClientFixture.AGENCY;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.ROOT;
import static tw.gov.mocs.hub.client.ClientFixture.client;
import static tw.gov.mocs.hub.client.ClientFixture.failureOf;
import static tw.gov.mocs.hub.client.ClientFixture.request;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What goes wrong on the way is told apart. */
class TransportTest {

  @Test
  void callsOverTls() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(ClientFixture::good, ROOT.issue("CN=tls"))) {
      HubClient client = client(hub).tlsTrust(ROOT.certificate()).build();
      assertThat(client.call(request()).rows()).hasSize(1);
    }
  }

  @Test
  void refusesTlsCertificateOfAnotherHost() throws Exception {
    Identity other = new Identity.Maker("CN=tls").hostName("other.example").make(ROOT);
    try (LoopbackHub hub = new LoopbackHub(ClientFixture::good, other)) {
      assertThat(failureOf(client(hub).tlsTrust(ROOT.certificate()).build()))
          .isEqualTo(Failure.TLS_NAME_MISMATCH);
      assertThat(hub.calls).isEmpty();
    }
  }

  @Test
  void refusesTlsCertificateOfAnotherAuthority() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(ClientFixture::good, ROOT.issue("CN=tls"))) {
      Identity other = Identity.authority("CN=Other");
      assertThat(failureOf(client(hub).tlsTrust(other.certificate()).build()))
          .isEqualTo(Failure.TLS_UNTRUSTED);
    }
  }

  @Test
  void hangsUpOnAnAnswerOverTheLimit() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(a -> "x".repeat(200_000))) {
      assertThat(failureOf(client(hub).answerLimit(100_000).build()))
          .isEqualTo(Failure.ANSWER_TOO_LARGE);
    }
  }

  @Test
  void tellsAnAnswerThatIsNotXml() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(a -> "Not found")) {
      hub.status = 404;
      hub.type = "text/plain";
      HubCallException failure =
          catchThrowableOfType(HubCallException.class, () -> client(hub).build().call(request()));
      assertThat(failure.failure()).isEqualTo(Failure.ANSWER_NOT_SOAP);
      assertThat(failure).hasMessageContaining("HTTP 404, text/plain");
    }
  }

  @Test
  void refusesAnAnswerWithDoctype() throws Exception {
    assertThat(failureOf(a -> "<!DOCTYPE x [<!ENTITY e \"e\">]>" + ClientFixture.good(a)))
        .isEqualTo(Failure.ANSWER_NOT_SOAP);
  }

  @Test
  void sendsNothingOverPlainHttpToAnotherMachine() {
    HubClient.Builder builder =
        HubClient.builder()
            .endpoint(URI.create("http://hub.example/exchange"))
            .signWith(AGENCY.keys().getPrivate(), AGENCY.certificate())
            .trustHub(HUB.certificate());
    assertThat(catchThrowableOfType(HubCallException.class, builder::build).failure())
        .isEqualTo(Failure.PLAIN_HTTP);
  }

  @Test
  void refusesKeyOfAnotherCertificate() {
    HubClient.Builder builder = HubClient.builder();
    assertThat(
            catchThrowableOfType(
                    HubCallException.class,
                    () -> builder.signWith(AGENCY.keys().getPrivate(), HUB.certificate()))
                .failure())
        .isEqualTo(Failure.KEY_NOT_OF_CERTIFICATE);
  }
}
