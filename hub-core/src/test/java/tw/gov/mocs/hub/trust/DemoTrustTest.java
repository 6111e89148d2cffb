package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.trust.Decisions.refused;
import static tw.gov.mocs.hub.trust.Decisions.trusted;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.OcspResponder;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.KeyFiles;

/** The demo's certificates before the whole core, set up as the demo does. */
class DemoTrustTest {

  private static DemoPki pki;
  private static OcspResponder responder;
  private static ConfigurableApplicationContext core;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    pki = SharedPki.in(folder);
    responder = OcspResponder.start(pki, 0, Clock.systemUTC());
    core =
        TestCore.start(
            TestDatabase.H2,
            Map.of(
                "hub.trust.accept-demo-certificates", "true",
                "hub.trust.roots", pki.root().toString(),
                "hub.trust.intermediates", pki.intermediate().toString(),
                "hub.trust.revocation[0].issuer", pki.root().toString(),
                "hub.trust.revocation[0].crl", pki.rootCrl().toUri().toString(),
                "hub.trust.revocation[1].issuer", pki.intermediate().toString(),
                "hub.trust.revocation[1].crl", pki.intermediateCrl().toUri().toString(),
                "hub.trust.revocation[1].ocsp", responder.address().toString()));
  }

  @AfterAll
  static void stop() {
    core.close();
    responder.close();
  }

  @Test
  void trustsTheSystemsOfBothAgencies() {
    trusted(decide(pki.agencyA(), CertificateUse.CALL));
    trusted(decide(pki.agencyB(), CertificateUse.CALL));
    trusted(decide(pki.agencyANext(), CertificateUse.CALL));
  }

  @Test
  void trustsTheCards() {
    for (var card : List.of(pki.admin(), pki.reviewer(), pki.reviewer2(), pki.auditor())) {
      trusted(decide(card, CertificateUse.LOGIN));
    }
  }

  @Test
  void trustsTheEncryptionCertificateForEncryptionOnly() {
    trusted(decide(pki.agencyAEncryption(), CertificateUse.ENCRYPTION));
    refused(ErrorCode.CERTIFICATE_USE_WRONG, decide(pki.agencyAEncryption(), CertificateUse.CALL));
  }

  @Test
  void refusesTheRevokedOneByItsResponder() {
    TrustDecision decision = decide(pki.agencyARevoked(), CertificateUse.CALL);
    refused(ErrorCode.CERTIFICATE_REVOKED, decision);
    assertThat(decision.toString()).contains("OCSP " + responder.address());
  }

  @Test
  void refusesTheExpiredOne() {
    refused(ErrorCode.CERTIFICATE_NOT_IN_FORCE, decide(pki.agencyAExpired(), CertificateUse.CALL));
  }

  private static TrustDecision decide(DemoPki.Identity identity, CertificateUse use) {
    X509Certificate leaf = KeyFiles.certificates(identity.certificate()).get(0);
    return core.getBean(CertificateVerifier.class).verify(leaf, List.of(), use);
  }
}
