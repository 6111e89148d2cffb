package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tw.gov.mocs.hub.trust.TrustWorld.ROOT_KEYS;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Anchor.Kind;
import tw.gov.mocs.hub.trust.Anchor.Sources;

/** Authorities added at run time, and the lists kept, on every database. */
@OnEveryDatabase
class TrustAnchorsTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Actor OPERATOR = Actor.operator("test");
  private static final Instant FROM = Instant.now().minus(Duration.ofDays(9));
  private static final Instant UNTIL = Instant.now().plus(Duration.ofDays(9));

  private final TrustAnchors anchors;
  private final RevocationStore lists;
  private final CertificateVerifier verifier;
  private final CertificateAuthority root =
      CertificateAuthority.root("CN=Added " + NEXT.incrementAndGet(), ROOT_KEYS, FROM, UNTIL);

  TrustAnchorsTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    anchors = core.getBean(TrustAnchors.class);
    lists = core.getBean(RevocationStore.class);
    verifier = core.getBean(CertificateVerifier.class);
  }

  @Test
  void trustsAnAddedRootAtOnce() {
    X509Certificate leaf = root.issue(TrustWorld.request());
    Decisions.refused(ErrorCode.CERTIFICATE_UNTRUSTED, decide(leaf));
    anchors.add(root.certificate(), Sources.NONE, OPERATOR);
    // No source of revocation is configured for it: it is known now, and still not believed
    // blindly.
    Decisions.refused(ErrorCode.REVOCATION_UNDETERMINED, decide(leaf));
  }

  @Test
  void trustsARemovedRootNoLonger() {
    anchors.add(root.certificate(), Sources.NONE, OPERATOR);
    anchors.remove(Certificates.thumbprint(root.certificate()), "test", OPERATOR);
    Decisions.refused(ErrorCode.CERTIFICATE_UNTRUSTED, decide(root.issue(TrustWorld.request())));
  }

  @Test
  void endsSoonUntilItHasEnded() {
    Anchor added = anchors.add(root.certificate(), Sources.NONE, OPERATOR);
    Instant now = UNTIL.minus(Duration.ofDays(9));
    assertThat(added.endsWithin(30, now)).isTrue();
    assertThat(added.endsWithin(8, now)).isFalse();
    assertThat(added.endsWithin(30, UNTIL.plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void listsWhatWasAdded() {
    Anchor added = anchors.add(root.certificate(), Sources.NONE, OPERATOR);
    assertThat(added.kind()).isEqualTo(Kind.ROOT);
    assertThat(anchors.list()).contains(added);
  }

  @Test
  void takesWhatAnotherSignedForAnIntermediate() {
    CertificateAuthority below =
        root.intermediate("CN=Below", KeyPairs.ec("secp256r1"), FROM, UNTIL);
    assertThat(anchors.add(below.certificate(), Sources.NONE, OPERATOR).kind())
        .isEqualTo(Kind.INTERMEDIATE);
  }

  @Test
  void refusesTheSameTwice() {
    anchors.add(root.certificate(), Sources.NONE, OPERATOR);
    refuses(
        ErrorCode.ALREADY_EXISTS, () -> anchors.add(root.certificate(), Sources.NONE, OPERATOR));
  }

  @Test
  void refusesALeaf() {
    X509Certificate leaf = root.issue(TrustWorld.request());
    refuses(ErrorCode.VALUE_INVALID, () -> anchors.add(leaf, Sources.NONE, OPERATOR));
  }

  @Test
  void refusesAWeakRoot() {
    KeyPair weak = KeyPairs.rsa(1024);
    refuses(
        ErrorCode.CERTIFICATE_WEAK,
        () ->
            anchors.add(
                CertificateAuthority.root("CN=Weak", weak, FROM, UNTIL).certificate(),
                Sources.NONE,
                OPERATOR));
  }

  @Test
  void refusesToRemoveWhatIsNotThere() {
    refuses(ErrorCode.NOT_FOUND, () -> anchors.remove("00", "test", OPERATOR));
  }

  @Test
  void keepsTheLatestListOfASource() {
    String key = "key-" + NEXT.incrementAndGet();
    lists.keep(key, "http://x", new byte[] {2}, UNTIL, UNTIL);
    lists.keep(key, "http://x", new byte[] {1}, FROM, UNTIL);
    assertThat(lists.find(key)).contains(new byte[] {2});
    lists.keep(key, "http://x", new byte[] {3}, UNTIL.plusSeconds(1), UNTIL);
    assertThat(lists.find(key)).contains(new byte[] {3});
  }

  private TrustDecision decide(X509Certificate leaf) {
    return verifier.verify(leaf, List.of(), CertificateUse.CALL);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
