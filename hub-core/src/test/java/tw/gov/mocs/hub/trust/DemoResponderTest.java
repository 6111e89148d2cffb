package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.OcspResponder;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.shared.KeyFiles;

/** The demo's OCSP responder, asked by the hub's own client. */
class DemoResponderTest {

  private static final Clock CLOCK = Clock.systemUTC();

  private static DemoPki pki;
  private static OcspResponder responder;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    pki = SharedPki.in(folder);
    responder = OcspResponder.start(pki, 0, CLOCK);
  }

  @AfterAll
  static void stop() {
    responder.close();
  }

  @Test
  void saysGoodOfWhatIsNotRevoked() throws RevocationUnknown {
    assertThat(ask(pki.agencyA().certificate(), pki.intermediate()))
        .isEqualTo(RevocationState.GOOD);
  }

  @Test
  void saysRevokedOfTheRevokedOne() throws RevocationUnknown {
    assertThat(ask(pki.agencyARevoked().certificate(), pki.intermediate()))
        .isEqualTo(RevocationState.REVOKED);
  }

  @Test
  void isNotBelievedAboutAnotherIssuersCertificates() {
    assertThatThrownBy(() -> ask(pki.intermediate(), pki.root()))
        .isInstanceOf(RevocationUnknown.class)
        .hasMessageContaining("neither the issuer");
  }

  @Test
  void saysThatARequestIsNone() throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(responder.address())
                    .POST(HttpRequest.BodyPublishers.ofString("not a request"))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(new OCSPResp(answer.body()).getStatus())
        .isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
  }

  private static RevocationState ask(Path certificate, Path issuer) throws RevocationUnknown {
    TrustSettings settings =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("hub.trust", TrustSettings.class);
    URI address = responder.address();
    OcspQuestion question = new OcspQuestion(first(certificate), first(issuer), address);
    return new OcspClient(new Fetcher(settings), CLOCK)
        .ask(question, Duration.ofMinutes(10), Duration.ofSeconds(10))
        .state();
  }

  private static X509Certificate first(Path file) {
    return KeyFiles.certificates(file).get(0);
  }
}
