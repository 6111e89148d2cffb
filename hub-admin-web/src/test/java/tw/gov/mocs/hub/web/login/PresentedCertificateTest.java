package tw.gov.mocs.hub.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.PortalServer;

/** Whose certificate counts: that of the handshake, or a listed proxy's (RFC 9440). */
class PresentedCertificateTest {

  private static final String PROXY = "10.0.0.1";

  private final PresentedCertificate presented =
      new PresentedCertificate(CallerAddress.behind(peer -> peer.getAddress()[0] == 10));

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  PresentedCertificateTest() {
    request.setAttribute(PortalServer.ASKED_FOR_CERTIFICATE, true);
    request.setRemoteAddr(PROXY);
  }

  private static X509Certificate certificate;
  private static String header;

  @BeforeAll
  static void make() {
    Instant now = Instant.now();
    certificate =
        CertificateAuthority.root("CN=any", KeyPairs.rsa(), now, now.plusSeconds(60)).certificate();
    header = ":" + Base64.getEncoder().encodeToString(Certificates.der(certificate)) + ":";
  }

  @Test
  void believesAListedProxy() {
    request.addHeader("Client-Cert", header);
    request.addHeader("Client-Cert-Chain", header + ", " + header);
    assertThat(presented.of(request)).containsExactly(certificate, certificate, certificate);
  }

  @Test
  void believesNobodyElse() {
    request.setRemoteAddr("192.0.2.1");
    request.addHeader("Client-Cert", header);
    assertThat(presented.of(request)).isEmpty();
  }

  @Test
  void believesNoHeaderAtTheConnectorForEverybody() {
    request.removeAttribute(PortalServer.ASKED_FOR_CERTIFICATE);
    request.addHeader("Client-Cert", header);
    assertThat(presented.of(request)).isEmpty();
  }

  @Test
  void believesTheHandshakeMoreThanAHeader() {
    request.addHeader("Client-Cert", ":AAAA:");
    request.setAttribute(
        "jakarta.servlet.request.X509Certificate", new X509Certificate[] {certificate});
    assertThat(presented.of(request)).isEqualTo(List.of(certificate));
  }

  @Test
  void readsNoHeaderThatComesTwice() {
    request.addHeader("Client-Cert", header);
    request.addHeader("Client-Cert", header);
    assertThat(presented.of(request)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "::",
        ":AAAA:",
        ":AA A:",
        "AAAA",
        ":%%%%:",
        "-----BEGIN CERTIFICATE-----"
      })
  void readsNothingElse(String value) {
    request.addHeader("Client-Cert", value);
    assertThat(presented.of(request)).isEmpty();
  }
}
