package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers of a sandbox are believed by who means it, and by nobody else. */
class SandboxTrustTest {

  private static final Identity AUTHORITY = Identity.authority("CN=SANDBOX CA");
  private static final X509Certificate SANDBOX = AUTHORITY.issue("CN=SANDBOX").certificate();
  private static final X509Certificate HUB = AUTHORITY.issue("CN=Hub").certificate();
  private static final X509Certificate SIMULATOR = AUTHORITY.issue("CN=SIMULATOR").certificate();

  @Test
  void isRefusedThoughItsCertificateIsPinned() {
    refuses(HubTrust.pinned(HUB, SANDBOX), SANDBOX, Failure.SANDBOX_ANSWERED);
  }

  @Test
  void isRefusedThoughItsIssuerIsTrusted() {
    HubTrust issued =
        HubTrust.issuedBy(
            List.of(AUTHORITY.certificate()), SANDBOX.getSubjectX500Principal(), null);
    refuses(issued, SANDBOX, Failure.SANDBOX_ANSWERED);
  }

  @Test
  void isBelievedWhereItIsMeant() {
    assertThatCode(() -> HubTrust.sandbox(SANDBOX).require(SANDBOX, Instant.now()))
        .doesNotThrowAnyException();
  }

  @Test
  void isNeitherTheHubNorASimulator() {
    refuses(HubTrust.sandbox(HUB), HUB, Failure.CERTIFICATE_UNTRUSTED);
    refuses(HubTrust.sandbox(SIMULATOR), SIMULATOR, Failure.CERTIFICATE_UNTRUSTED);
    refuses(HubTrust.simulator(SANDBOX), SANDBOX, Failure.CERTIFICATE_UNTRUSTED);
  }

  private static void refuses(HubTrust trust, X509Certificate certificate, Failure why) {
    assertThatThrownBy(() -> trust.require(certificate, Instant.now()))
        .isInstanceOfSatisfying(
            HubCallException.class, refusal -> assertThat(refusal.failure()).isEqualTo(why));
  }
}
