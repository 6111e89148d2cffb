package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tw.gov.mocs.hub.trust.TrustWorld.LEAF_KEYS;
import static tw.gov.mocs.hub.trust.TrustWorld.ROOT_KEYS;

import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Anchor.Sources;

/** 信任憑證 on every database: whom the hub trusts needs two persons. */
@OnEveryDatabase
class AnchorControlTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Actor FIRST = new Actor("first-admin", "11".repeat(32), null);
  private static final Actor SECOND = new Actor("second-admin", "22".repeat(32), null);
  private static final Instant FROM = Instant.now().minus(Duration.ofDays(9));
  private static final Instant UNTIL = Instant.now().plus(Duration.ofDays(9));

  private final AnchorControl control;
  private final TrustAnchors anchors;
  private final RevocationAddresses addresses;
  private final CertificateVerifier verifier;
  private final ActHistory history;
  private final CertificateAuthority root =
      CertificateAuthority.root("CN=Proposed " + NEXT.incrementAndGet(), ROOT_KEYS, FROM, UNTIL);

  AnchorControlTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    control = core.getBean(AnchorControl.class);
    anchors = core.getBean(TrustAnchors.class);
    addresses = core.getBean(RevocationAddresses.class);
    verifier = core.getBean(CertificateVerifier.class);
    history = core.getBean(ActHistory.class);
  }

  @Test
  void trustsAfterTheSecondPersonAlone() {
    X509Certificate leaf = leaf();
    AnchorProposal proposal = proposed();
    Decisions.refused(ErrorCode.CERTIFICATE_UNTRUSTED, decide(leaf));
    refuses(ErrorCode.SECOND_PERSON_REQUIRED, () -> control.confirm(proposal.id(), FIRST));
    Actor sameCard = new Actor("other-name", FIRST.certificateThumbprint(), null);
    refuses(ErrorCode.SECOND_PERSON_REQUIRED, () -> control.confirm(proposal.id(), sameCard));
    Decisions.refused(ErrorCode.CERTIFICATE_UNTRUSTED, decide(leaf));
    control.confirm(proposal.id(), SECOND);
    Decisions.refused(ErrorCode.REVOCATION_UNDETERMINED, decide(leaf));
    refuses(ErrorCode.STATE_CONFLICT, () -> control.confirm(proposal.id(), SECOND));
    assertThat(history.of("certificate " + proposal.thumbprint()))
        .extracting(act -> act.action())
        .containsExactly(
            AuditAction.TRUST_CHANGE_PROPOSED,
            AuditAction.TRUST_CHANGE_CONFIRMED,
            AuditAction.TRUST_ANCHOR_ADDED);
  }

  @Test
  void asksTheListOfAnAddedAuthorityAtOnce() throws Exception {
    try (LoopbackServer server = new LoopbackServer(asked -> list())) {
      URI address = URI.create(server.address());
      long id = control.propose(root.certificate(), new Sources(address, null), "新設", FIRST).id();
      assertThat(server.requests()).isZero();
      control.confirm(id, SECOND);
      RevocationAddress came = awaitAnswer(address);
      assertThat(came.entries()).isEqualTo(1);
      assertThat(came.state(Instant.now())).isEqualTo(RevocationAddress.State.GOOD);
      assertThat(decide(leaf())).isInstanceOf(TrustDecision.Trusted.class);
      server.status(404);
      assertThat(addresses.fetch(came.key(), List.of())).contains(false);
      assertThat(of(address).failure()).isEqualTo(RevocationFailure.STATUS);
      assertThat(of(address).state(Instant.now())).isEqualTo(RevocationAddress.State.FAILING);
    }
  }

  @Test
  void withdrawsAfterTheSecondPersonAlone() {
    control.confirm(proposed().id(), SECOND);
    String thumbprint = Certificates.thumbprint(root.certificate());
    long id = control.proposeWithdrawal(thumbprint, "停止簽發", SECOND).id();
    refuses(ErrorCode.SECOND_PERSON_REQUIRED, () -> control.confirm(id, SECOND));
    Decisions.refused(ErrorCode.REVOCATION_UNDETERMINED, decide(leaf()));
    control.confirm(id, FIRST);
    Decisions.refused(ErrorCode.CERTIFICATE_UNTRUSTED, decide(leaf()));
    assertThat(history.of("certificate " + thumbprint))
        .anyMatch(act -> "停止簽發".equals(act.reason()));
  }

  @Test
  void declinesWithAReason() {
    long id = proposed().id();
    refuses(ErrorCode.VALUE_INVALID, () -> control.decline(id, " ", SECOND));
    control.decline(id, "指紋不符", SECOND);
    refuses(ErrorCode.STATE_CONFLICT, () -> control.confirm(id, SECOND));
    assertThat(control.proposals()).noneMatch(one -> one.id() == id);
    proposed();
  }

  @Test
  void proposesTheSameOnceAtATime() {
    proposed();
    refuses(ErrorCode.ALREADY_EXISTS, this::proposed);
  }

  @Test
  void proposesNothingThatIsTrusted() {
    anchors.add(root.certificate(), Sources.NONE, FIRST);
    refuses(ErrorCode.ALREADY_EXISTS, this::proposed);
  }

  @Test
  void withdrawsNothingOfTheSettings() {
    String configured =
        anchors.list().stream().filter(Anchor::fromSettings).findFirst().orElseThrow().thumbprint();
    refuses(ErrorCode.ANCHOR_IN_SETTINGS, () -> control.proposeWithdrawal(configured, "x", FIRST));
  }

  @Test
  void readsNoFileOfTheHub() {
    Sources file = new Sources(URI.create("file:///etc/passwd"), null);
    refuses(ErrorCode.VALUE_INVALID, () -> control.propose(root.certificate(), file, "x", FIRST));
  }

  @Test
  void refusesAKeyThatMaySignNoCertificates() {
    CertificateRequest request =
        CertificateRequest.of("CN=No signer", ROOT_KEYS.getPublic(), FROM, UNTIL)
            .authority()
            .keyUsage(KeyUsage.digitalSignature);
    X509Certificate none = CertificateAuthority.root(request, ROOT_KEYS).certificate();
    refuses(ErrorCode.VALUE_INVALID, () -> control.propose(none, Sources.NONE, "x", FIRST));
  }

  @Test
  void refusesASignatureWithSha1() {
    CertificateRequest request =
        CertificateRequest.of("CN=Old", ROOT_KEYS.getPublic(), FROM, UNTIL)
            .authority()
            .signedWith("SHA1withRSA");
    X509Certificate old = CertificateAuthority.root(request, ROOT_KEYS).certificate();
    refuses(ErrorCode.CERTIFICATE_WEAK, () -> control.propose(old, Sources.NONE, "x", FIRST));
  }

  @Test
  void refusesWhatHasExpired() {
    X509Certificate over =
        CertificateAuthority.root(
                "CN=Over", ROOT_KEYS, FROM, Instant.now().minus(Duration.ofDays(1)))
            .certificate();
    refuses(ErrorCode.VALUE_INVALID, () -> control.propose(over, Sources.NONE, "x", FIRST));
  }

  private AnchorProposal proposed() {
    return control.propose(root.certificate(), Sources.NONE, "新設憑證機構", FIRST);
  }

  private X509Certificate leaf() {
    Instant now = Instant.now();
    return root.issue(
        CertificateRequest.of(
                "CN=Below " + NEXT.incrementAndGet(),
                LEAF_KEYS.getPublic(),
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(5)))
            .keyUsage(KeyUsage.digitalSignature));
  }

  private byte[] list() {
    X509CRL list =
        root.crl(
            Instant.now().minus(Duration.ofHours(1)),
            Instant.now().plus(Duration.ofHours(9)),
            5,
            leaf());
    try {
      return list.getEncoded();
    } catch (CRLException e) {
      throw new IllegalStateException(e);
    }
  }

  private RevocationAddress of(URI address) {
    return addresses.list().stream()
        .filter(one -> one.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private RevocationAddress awaitAnswer(URI address) throws InterruptedException {
    for (int i = 0; i < 100 && of(address).issuedAt() == null; i++) {
      Thread.sleep(100);
    }
    return of(address);
  }

  private TrustDecision decide(X509Certificate leaf) {
    return verifier.verify(leaf, List.of(), CertificateUse.CALL);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
