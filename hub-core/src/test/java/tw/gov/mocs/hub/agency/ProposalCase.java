package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tw.gov.mocs.hub.agency.ProposalWorld.CALL;
import static tw.gov.mocs.hub.agency.ProposalWorld.RSA;
import static tw.gov.mocs.hub.agency.ProposalWorld.der;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import tw.gov.mocs.hub.agency.ProposalWorld.Proposer;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;

/** What the tests of proposed certificates have in common: an agency, and a certificate for it. */
abstract class ProposalCase {

  final ProposalWorld world;
  final CertificateProposals proposals;
  final Proposer proposer;
  final X509Certificate certificate;

  ProposalCase(TestDatabase database) {
    world = ProposalWorld.shared(database);
    proposals = world.proposals;
    proposer = world.agency();
    certificate = world.issued(RSA, all -> all);
  }

  @AfterEach
  final void now() {
    world.clock.later = Duration.ZERO;
  }

  final CertificateChallenge challenge(byte[] file, Set<CertificateUse> uses) {
    return proposals.challenge(proposer.id(), file, uses, proposer.actor());
  }

  final CertificateProposal propose(byte[] file, CertificateChallenge challenge, byte[] proof) {
    return proposals.propose(proposer.id(), file, CALL, challenge.nonce(), proof, proposer.actor());
  }

  final X509Certificate encryption(KeyPair keys) {
    return world.issued(keys, request -> request.keyUsage(KeyUsage.keyEncipherment));
  }

  static String pem(String type, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, body, type);
  }

  static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
