package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.trust.Decisions.trusted;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Accounts;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.shared.KeyFiles;

/** The whole core asks a responder about what is registered, before anybody calls. */
class RegisteredAheadTest {

  private static final AgencyCode CODE = new AgencyCode("A01000000A");

  private static DemoPki pki;
  private static LoopbackResponder asked;
  private static LoopbackServer responder;
  private static ConfigurableApplicationContext core;

  @BeforeAll
  static void start(@TempDir Path folder) {
    pki = SharedPki.in(folder);
    PublicKey issuer = KeyFiles.certificates(pki.intermediate()).get(0).getPublicKey();
    KeyPair keys = new KeyPair(issuer, KeyFiles.privateKey(folder.resolve("intermediate.key")));
    Instant now = Instant.now();
    asked = new LoopbackResponder(keys).during(now.minusSeconds(60), now.plus(Duration.ofHours(1)));
    responder = asked.start();
    core =
        TestCore.start(
            TestDatabase.H2,
            Map.of(
                "hub.trust.accept-demo-certificates", "true",
                "hub.trust.roots", pki.root().toString(),
                "hub.trust.intermediates", pki.intermediate().toString(),
                "hub.trust.refresh-seconds", "2",
                "hub.trust.revocation[0].issuer", pki.root().toString(),
                "hub.trust.revocation[0].crl", pki.rootCrl().toUri().toString(),
                "hub.trust.revocation[1].issuer", pki.intermediate().toString(),
                "hub.trust.revocation[1].ocsp", responder.address()));
    core.getBean(Agencies.class).register(CODE, "甲", null, DemoPki.AGENCY_A_OID, Actor.HUB);
  }

  @AfterAll
  static void stop() {
    core.close();
    responder.close();
  }

  @Test
  void asksWhenACertificateIsRegisteredAndAgainAheadOfTime() {
    X509Certificate certificate = leaf(pki.agencyA());
    core.getBean(Agencies.class)
        .registerCertificate(CODE, certificate, Set.of(CertificateUse.CALL), Actor.HUB);
    awaitQuestionAbout(certificate, 2);
    TrustDecision decision =
        core.getBean(CertificateVerifier.class).verify(certificate, List.of(), CertificateUse.CALL);
    assertThat(trusted(decision).revocation().source()).startsWith("OCSP");
  }

  @Test
  void asksAboutTheCardsOfAccountsToo() {
    X509Certificate card = leaf(pki.admin());
    core.getBean(Accounts.class).createFirstAdministrator("admin", "管理者", card, Actor.HUB);
    awaitQuestionAbout(card, 1);
  }

  private static X509Certificate leaf(DemoPki.Identity identity) {
    return KeyFiles.certificates(identity.certificate()).get(0);
  }

  private static void awaitQuestionAbout(X509Certificate certificate, int times) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (asked.timesAskedAbout(certificate) < times) {
      assertThat(System.nanoTime()).as("questions so far").isLessThan(deadline);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
