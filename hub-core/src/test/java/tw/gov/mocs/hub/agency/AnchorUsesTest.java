package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Anchor.Sources;
import tw.gov.mocs.hub.trust.AnchorControl;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustAnchors;

/** What stands below an authority, on every database. */
@OnEveryDatabase
class AnchorUsesTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Actor FIRST = new Actor("first-admin", "11".repeat(32), null);
  private static final Actor SECOND = new Actor("second-admin", "22".repeat(32), null);
  private static final KeyPair KEYS = KeyPairs.ec("secp256r1");
  private static final KeyPair BELOW = KeyPairs.ec("secp256r1");
  private static final Instant FROM = Instant.now().minus(Duration.ofDays(9));
  private static final Instant UNTIL = Instant.now().plus(Duration.ofDays(9));

  private final TestDatabase database;
  private final ApplicationContext core;
  private final AnchorUses uses;
  private final CertificateAuthority root =
      CertificateAuthority.root("CN=Used " + NEXT.incrementAndGet(), KEYS, FROM, UNTIL);
  private final CertificateAuthority middle =
      root.intermediate("CN=Middle " + NEXT.incrementAndGet(), BELOW, FROM, UNTIL);
  private final AgencyCode code = new AgencyCode("U%06d".formatted(NEXT.incrementAndGet()));

  AnchorUsesTest(TestDatabase database) {
    this.database = database;
    core = TestCore.shared(database);
    uses = core.getBean(AnchorUses.class);
  }

  @Test
  void countsWhatLeadsThroughEachAuthority() {
    registered(core, 2);
    assertThat(uses.counts()).doesNotContainKey(print(root.certificate()));
    add(core, root.certificate());
    assertThat(uses.counts()).doesNotContainKey(print(root.certificate()));
    add(core, middle.certificate());
    assertThat(uses.counts())
        .containsEntry(print(root.certificate()), 2)
        .containsEntry(print(middle.certificate()), 2);
    withdrawOne();
    assertThat(uses.counts()).containsEntry(print(root.certificate()), 1);
  }

  @Test
  void tellsWhatIsLostWithoutAnAuthority() {
    registered(core, 1);
    add(core, root.certificate());
    add(core, middle.certificate());
    AnchorLoss loss = uses.without(print(middle.certificate()));
    assertThat(loss.certificates()).hasSize(1);
    assertThat(loss.agencies()).extracting(Agency::code).containsExactly(code);
    // Another way to a root: nothing is lost with the first.
    CertificateAuthority other =
        CertificateAuthority.root("CN=Other " + NEXT.incrementAndGet(), KEYS, FROM, UNTIL);
    add(core, other.certificate());
    add(core, other.crossCertify(middle, FROM, UNTIL));
    assertThat(uses.without(print(middle.certificate())).certificates()).isEmpty();
  }

  @Test
  void keepsWhatTheLastAdministratorLogsInWith() {
    try (ConfigurableApplicationContext own = TestCore.start(database, Map.of())) {
      AnchorControl control = own.getBean(AnchorControl.class);
      X509Certificate card = leaf();
      own.getBean(Accounts.class).createFirstAdministrator("first", "第一人", card, FIRST);
      add(own, root.certificate());
      add(own, middle.certificate());
      String thumbprint = print(middle.certificate());
      refuses(ErrorCode.ANCHOR_NEEDED, () -> control.proposeWithdrawal(thumbprint, "x", FIRST));
      assertThat(own.getBean(AnchorUses.class).without(thumbprint).accounts())
          .extracting(Account::name)
          .containsExactly("first");
      // A second one from elsewhere may come and go between proposal and confirmation.
      AccountControl accounts = own.getBean(AccountControl.class);
      CertificateAuthority other =
          CertificateAuthority.root("CN=Other " + NEXT.incrementAndGet(), KEYS, FROM, UNTIL);
      add(own, other.certificate());
      long second =
          accounts
              .create("second", "第二人", Role.ADMINISTRATOR, null, issued(other), "x", FIRST)
              .orElseThrow()
              .id();
      accounts.confirm(second, Actor.operator("test"));
      long id = control.proposeWithdrawal(thumbprint, "停止簽發", FIRST).id();
      accounts.disable("second", 1, "x", FIRST);
      refuses(ErrorCode.ANCHOR_NEEDED, () -> control.confirm(id, SECOND));
      assertThat(own.getBean(TrustAnchors.class).get(thumbprint)).isNotNull();
      assertThat(control.proposals()).hasSize(1);
      accounts.enable("second", 2, "x", FIRST);
      control.confirm(id, SECOND);
    }
  }

  private void registered(ApplicationContext where, int count) {
    Agencies agencies = where.getBean(Agencies.class);
    agencies.register(code, "機關", null, null, FIRST);
    for (int i = 0; i < count; i++) {
      agencies.registerCertificate(code, leaf(), Set.of(CertificateUse.CALL), SECOND);
    }
  }

  private void withdrawOne() {
    Agencies agencies = core.getBean(Agencies.class);
    String one =
        agencies.certificatesOf(agencies.find(code).orElseThrow().id()).get(0).thumbprint();
    agencies.withdrawCertificate(one, "test", SECOND);
  }

  private static void add(ApplicationContext where, X509Certificate certificate) {
    where.getBean(TrustAnchors.class).add(certificate, Sources.NONE, FIRST);
  }

  private X509Certificate leaf() {
    return issued(middle);
  }

  private static X509Certificate issued(CertificateAuthority by) {
    return by.issue(
        CertificateRequest.of(
                "SERIALNUMBER=U" + NEXT.incrementAndGet() + ",C=TW",
                KEYS.getPublic(),
                Instant.now().minus(Duration.ofDays(1)),
                Instant.now().plus(Duration.ofDays(5)))
            .keyUsage(KeyUsage.digitalSignature));
  }

  private static String print(X509Certificate certificate) {
    return Certificates.thumbprint(certificate);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
