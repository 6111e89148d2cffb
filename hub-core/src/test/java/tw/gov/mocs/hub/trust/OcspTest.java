package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.trust.Decisions.refused;
import static tw.gov.mocs.hub.trust.Decisions.trusted;
import static tw.gov.mocs.hub.trust.TrustWorld.CA_KEYS;
import static tw.gov.mocs.hub.trust.TrustWorld.FROM;
import static tw.gov.mocs.hub.trust.TrustWorld.UNTIL;
import static tw.gov.mocs.hub.trust.TrustWorld.hours;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;

/** OCSP: only a signed, fresh answer to the question asked counts. */
@Timeout(30)
class OcspTest {

  private static final KeyPair RESPONDER_KEYS = KeyPairs.rsa();

  private TrustWorld world = new TrustWorld(Path.of("."));

  @BeforeEach
  void make(@TempDir Path folder) {
    world = new TrustWorld(folder);
  }

  @Test
  void trustsAGoodCertificate() {
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start()) {
      world.ocsp(server.address());
      RevocationEvidence evidence = trusted(world.call(world.leaf())).revocation();
      assertThat(evidence)
          .returns(RevocationState.GOOD, RevocationEvidence::state)
          .returns("OCSP " + server.address(), RevocationEvidence::source)
          .returns(hours(-1), RevocationEvidence::producedAt)
          .returns(false, RevocationEvidence::withinGrace);
    }
  }

  @Test
  void refusesARevokedCertificate() {
    answers(ErrorCode.CERTIFICATE_REVOKED, new LoopbackResponder(CA_KEYS).revoked());
  }

  @Test
  void isUndeterminedWhenTheResponderDoesNotKnowTheCertificate() {
    answers(ErrorCode.REVOCATION_UNDETERMINED, new LoopbackResponder(CA_KEYS).unknown());
  }

  @Test
  void isUndeterminedWhenAStrangerSigns() {
    answers(ErrorCode.REVOCATION_UNDETERMINED, new LoopbackResponder(RESPONDER_KEYS));
  }

  @Test
  void trustsAResponderThatTheIssuerCertified() {
    X509Certificate delegate =
        world.ca.issue(responder().extendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
    try (LoopbackServer server = new LoopbackResponder(RESPONDER_KEYS).delegate(delegate).start()) {
      world.ocsp(server.address());
      trusted(world.call(world.leaf()));
    }
  }

  @Test
  void isUndeterminedWhenTheSignerWasNotCertifiedForThat() {
    answers(
        ErrorCode.REVOCATION_UNDETERMINED,
        new LoopbackResponder(RESPONDER_KEYS).delegate(world.ca.issue(responder())));
  }

  @Test
  void isUndeterminedWhenAnotherAuthorityCertifiedTheResponder() {
    answers(
        ErrorCode.REVOCATION_UNDETERMINED,
        new LoopbackResponder(RESPONDER_KEYS)
            .delegate(
                world.root.issue(responder().extendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))));
  }

  @Test
  void isUndeterminedWhenTheAnswerIsOutdated() {
    answers(
        ErrorCode.REVOCATION_UNDETERMINED,
        new LoopbackResponder(CA_KEYS).during(hours(-9), hours(-1)));
  }

  @Test
  void isUndeterminedWhenTheAnswerIsOfTheFuture() {
    answers(
        ErrorCode.REVOCATION_UNDETERMINED,
        new LoopbackResponder(CA_KEYS).during(hours(1), hours(2)));
  }

  @Test
  void isUndeterminedWhenTheAnswerIsToAnotherQuestion() throws Exception {
    answers(
        ErrorCode.REVOCATION_UNDETERMINED,
        new LoopbackResponder(CA_KEYS).nonce(new DEROctetString(new byte[32]).getEncoded()));
  }

  @Test
  void isUndeterminedWhenTheAnswerIsAboutAnotherCertificate() throws Exception {
    CertificateID other =
        new CertificateID(
            new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
            new JcaX509CertificateHolder(world.ca.certificate()),
            BigInteger.TEN);
    answers(ErrorCode.REVOCATION_UNDETERMINED, new LoopbackResponder(CA_KEYS).about(other));
  }

  @Test
  void trustsAFreshAnswerWithoutNonce() {
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).withoutNonce().start()) {
      world.ocsp(server.address());
      trusted(world.call(world.leaf()));
    }
  }

  @Test
  void isUndeterminedWhenNoAnswerComesInTime() {
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start().slow()) {
      world.ocsp(server.address());
      refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
    }
  }

  @Test
  void leavesADeadResponderAloneForAWhile() {
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start().slow()) {
      world.ocsp(server.address());
      world.call(world.leaf());
      world.call(world.leaf());
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void asksTheListWhenTheResponderIsAway() {
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start().status(503)) {
      world.settings.put("hub.trust.revocation[1].ocsp", server.address());
      assertThat(trusted(world.call(world.leaf())).revocation().source()).startsWith("CRL");
    }
  }

  @Test
  void usesTheLastGoodAnswerWithinTheGrace() {
    X509Certificate leaf = world.leaf();
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start()) {
      world.ocsp(server.address());
      trusted(world.call(leaf));
    }
    world.clock.forward(Duration.ofHours(2));
    assertThat(trusted(world.call(leaf)).revocation().withinGrace()).isTrue();
  }

  @Test
  void refusesAfterTheGrace() {
    X509Certificate leaf = world.leaf();
    world.settings.put("hub.trust.grace", "1h");
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start()) {
      world.ocsp(server.address());
      trusted(world.call(leaf));
    }
    world.clock.forward(Duration.ofHours(3));
    refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(leaf));
  }

  private void answers(ErrorCode code, LoopbackResponder responder) {
    try (LoopbackServer server = responder.start()) {
      world.ocsp(server.address());
      refused(code, world.call(world.leaf()));
    }
  }

  private static CertificateRequest responder() {
    return CertificateRequest.of("CN=OCSP", RESPONDER_KEYS.getPublic(), FROM, UNTIL)
        .keyUsage(KeyUsage.digitalSignature);
  }
}
