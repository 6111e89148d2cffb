package tw.gov.mocs.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustDecision;

class TestCertificatesTest {

  @TempDir private static Path folder = Path.of("");

  private static ConfigurableApplicationContext core;
  private static TestCertificates certificates;

  @BeforeAll
  static void start() {
    SandboxPki pki =
        SandboxPki.make(folder.resolve("pki"), List.of("localhost"), Clock.systemUTC());
    Map<String, String> settings = new HashMap<>();
    settings.put("hub.sandbox.folder", folder.toString());
    settings.put("hub.sandbox.certificates-per-day", "3");
    settings.put("hub.trust.accept-demo-certificates", "true");
    settings.put("hub.trust.roots", pki.authority().toString());
    settings.put("hub.trust.revocation[0].issuer", pki.authority().toString());
    settings.put("hub.trust.revocation[0].crl", pki.revocationList().toUri().toString());
    core = TestCore.start(TestDatabase.H2, settings);
    certificates = core.getBean(TestCertificates.class);
  }

  @AfterAll
  static void close() {
    core.close();
  }

  @Test
  void lastUntilTheDayHasEnough() {
    KeyPair keys = KeyPairs.rsa();
    TestCertificate given = certificates.give(Csr.of("CN=my system", keys), "192.0.2.1");
    canCallEverything(given);
    assertThat(given.agency().name()).isEqualTo("測試機關 SANDBOX my system");
    assertThat(given.registered().certificate().getPublicKey()).isEqualTo(keys.getPublic());
    assertThat(Certificates.isMarked(given.registered().certificate())).isTrue();
    assertThat(certificates.find(given.registered().thumbprint())).contains(given);
    // Asked again, it costs nothing.
    for (int again = 0; again < 5; again++) {
      assertThat(certificates.give(Csr.of("CN=other name", keys), "192.0.2.2")).isEqualTo(given);
    }
    KeyPair curve = KeyPairs.ec("secp256r1");
    TestCertificate second = certificates.give(Csr.of("CN=x", curve), "192.0.2.1");
    assertThat(second.agency().code()).isNotEqualTo(given.agency().code());
    assertThat(second.application()).isNotEqualTo(given.application());
    canCallEverything(second);
    certificates.give(Csr.of("CN=y", KeyPairs.rsa()), "192.0.2.1");
    assertThatThrownBy(() -> certificates.give(Csr.of("CN=z", KeyPairs.rsa()), "192.0.2.1"))
        .isInstanceOfSatisfying(
            HubException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TEST_CERTIFICATES_GIVEN));
  }

  @Test
  void areNotFoundByAnythingElse() {
    assertThat(certificates.find("0".repeat(64))).isEmpty();
  }

  private static void canCallEverything(TestCertificate given) {
    Grant grant = core.getBean(Grants.class).find(given.application()).orElseThrow();
    assertThat(grant.agencyId()).isEqualTo(given.agency().id());
    assertThat(grant.services().keySet())
        .isEqualTo(core.getBean(Catalogue.class).current().services().keySet());
    assertThat(
            core.getBean(CertificateVerifier.class)
                .verify(given.registered().certificate(), List.of(), CertificateUse.CALL))
        .isInstanceOf(TrustDecision.Trusted.class);
  }
}
