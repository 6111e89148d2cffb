package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.agency.ProposalWorld.Proposer;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.ProvenKey;
import tw.gov.mocs.hub.audit.ProvenKey.Place;
import tw.gov.mocs.hub.audit.ProvenKeys;
import tw.gov.mocs.hub.audit.Sighting;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;

/** 未登記憑證 on every database: what is kept of one that was shown, and how it is taken. */
@OnEveryDatabase
class SeenCertificatesTest {

  private static final Actor FIRST = new Actor("first-admin", "11".repeat(32), null);
  private static final Actor SECOND = new Actor("second-admin", "22".repeat(32), null);
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final ProposalWorld world;
  private final ProvenKeys book;
  private final SeenCertificates seen;
  private final Proposer agency;
  private final X509Certificate certificate;
  private final String thumbprint;

  SeenCertificatesTest(TestDatabase database) {
    world = ProposalWorld.shared(database);
    book = world.core.getBean(ProvenKeys.class);
    seen = world.core.getBean(SeenCertificates.class);
    agency = world.agency();
    certificate = of(agency.agency().oid());
    thumbprint = Certificates.thumbprint(certificate);
  }

  @Test
  void isKeptOnceHoweverOftenAndWhereverItIsShown() {
    shown(certificate, Place.CALL, NOW.minusSeconds(60), 3);
    shown(certificate, Place.LOGIN, NOW, 1);
    assertThat(seen.get(thumbprint))
        .returns(certificate, SeenCertificate::certificate)
        .returns(3L, SeenCertificate::calls)
        .returns(1L, SeenCertificate::logins)
        .returns(NOW.minusSeconds(60), SeenCertificate::firstSeenAt)
        .returns(NOW, SeenCertificate::lastSeenAt)
        .returns(Place.LOGIN, SeenCertificate::lastPlace)
        .returns("192.0.2.7", SeenCertificate::lastAddress)
        .returns(Set.of(CertificateUse.LOGIN, CertificateUse.CALL), SeenCertificate::uses);
  }

  @Test
  void namesTheAgencyOfItsOid() {
    shown(certificate);
    assertThat(seen.get(thumbprint)).returns(agency.agency(), SeenCertificate::agency);
    X509Certificate other = of("2.25.78.5");
    shown(other);
    assertThat(seen.get(Certificates.thumbprint(other)))
        .returns("2.25.78.5", SeenCertificate::namedOid)
        .returns(null, SeenCertificate::agency);
  }

  @Test
  void isNotKeptOfWhatIsRegisteredOrOnceWas() {
    registered();
    shown(certificate);
    assertThat(isStored()).isFalse();
    world.agencies.withdrawCertificate(thumbprint, "test", FIRST);
    shown(certificate);
    assertThat(isStored()).isFalse();
  }

  @Test
  void isNotKeptOfWhatLogsInToAnAccount() {
    world
        .core
        .getBean(Accounts.class)
        .create("seen-" + agency.id(), "某人", Role.AUDITOR, null, certificate, FIRST);
    shown(certificate);
    assertThat(isStored()).isFalse();
  }

  @Test
  void isGoneOnceItIsRegistered() {
    shown(certificate);
    registered();
    assertThat(seen.find(thumbprint)).isEmpty();
    assertThat(listed(agency.agency().code().value())).isEmpty();
  }

  @Test
  void isRemovedAfterItsDaysUnlessItIsShownAgain() {
    X509Certificate again = of(agency.agency().oid());
    shown(certificate, Place.CALL, NOW.minus(Duration.ofDays(31)), 1);
    shown(again, Place.CALL, NOW.minus(Duration.ofDays(31)), 1);
    shown(again, Place.CALL, NOW.minus(Duration.ofDays(29)), 1);
    book.forget(NOW);
    assertThat(seen.find(thumbprint)).isEmpty();
    assertThat(seen.find(Certificates.thumbprint(again))).isPresent();
  }

  @Test
  void isTakenForAnAgencyAndCountsOnceASecondPersonConfirmed() {
    shown(certificate, Place.CALL, NOW, 4);
    CertificateProposal proposal = take();
    assertThat(proposal.status()).isEqualTo(ProposalStatus.PROPOSED);
    assertThat(seen.get(thumbprint)).returns(proposal.id(), SeenCertificate::proposalId);
    assertThat(world.agencies.findCertificate(certificate)).isEmpty();
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> world.proposals.confirm(proposal.id(), FIRST));
    world.proposals.confirm(proposal.id(), SECOND);
    assertThat(world.agencies.findCertificate(certificate)).isPresent();
  }

  @Test
  void isTakenWithAnActThatSaysWhereItWasShown() {
    shown(certificate, Place.CALL, NOW, 4);
    take();
    assertThat(taken())
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act.actor()).isEqualTo(FIRST.name());
              assertThat(act.stateBefore()).contains("calls 4", "192.0.2.7", NOW.toString());
              assertThat(act.stateAfter()).isEqualTo(thumbprint + " [CALL]");
            });
  }

  @Test
  void isNotTakenForAnAgencyThatItDoesNotName() {
    shown(certificate);
    Proposer other = world.agency();
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> seen.take(thumbprint, other.id(), Set.of(CertificateUse.CALL), FIRST));
    assertThat(seen.get(thumbprint).proposalId()).isNull();
    assertThat(taken(other)).isEmpty();
  }

  @Test
  void isNotTakenIfItWasNeverShown() {
    refuses(ErrorCode.NOT_FOUND, this::take);
  }

  @Test
  void canBeTakenAgainAfterItWasDeclined() {
    shown(certificate);
    world.proposals.decline(take().id(), "序號不符", SECOND);
    assertThat(seen.get(thumbprint).proposalId()).isNull();
    assertThat(take().status()).isEqualTo(ProposalStatus.PROPOSED);
  }

  @Test
  void isFoundByItsWordsUseAndState() {
    String code = agency.agency().code().value();
    X509Certificate second = of(agency.agency().oid());
    shown(certificate, Place.CALL, NOW, 1);
    shown(second, Place.LOGIN, NOW.minusSeconds(9), 5);
    String other = Certificates.thumbprint(second);
    assertThat(listed(code)).containsExactly(thumbprint, other);
    assertThat(listed(thumbprint.substring(0, 20))).containsExactly(thumbprint);
    assertThat(listed(code, CertificateUse.LOGIN, null)).containsExactly(other);
    take();
    assertThat(listed(code, null, true)).containsExactly(thumbprint);
    assertThat(listed(code, null, false)).containsExactly(other);
  }

  /** Also where no list shows it; it is gone then. */
  private boolean isStored() {
    return world.core.getBean(SeenCertificateMapper.class).remove(thumbprint) > 0;
  }

  private CertificateProposal take() {
    return seen.take(thumbprint, agency.id(), Set.of(CertificateUse.CALL), FIRST);
  }

  private List<ActLine> taken() {
    return taken(agency);
  }

  private List<ActLine> taken(Proposer whose) {
    return world.core.getBean(ActHistory.class).of("agency " + whose.agency().code()).stream()
        .filter(act -> act.action() == AuditAction.CERTIFICATE_TAKEN)
        .toList();
  }

  private void registered() {
    world.agencies.registerCertificate(
        agency.agency().code(), certificate, ProposalWorld.CALL, FIRST);
  }

  private List<String> listed(String text) {
    return listed(text, null, null);
  }

  private List<String> listed(
      String text, @Nullable CertificateUse use, @Nullable Boolean proposed) {
    SeenSearch search = new SeenSearch(text, use, proposed, SeenSearch.Sort.LAST, true, 1, 50);
    return seen.search(search).items().stream().map(SeenCertificate::thumbprint).toList();
  }

  private X509Certificate of(@Nullable String oid) {
    String named = Objects.requireNonNull(oid, "oid");
    return world.issued(ProposalWorld.EC, all -> all.directoryAttributes(named, null));
  }

  private void shown(X509Certificate one) {
    shown(one, Place.CALL, NOW, 1);
  }

  private void shown(X509Certificate one, Place place, Instant at, long times) {
    ProvenKey key = new ProvenKey(one, Certificates.thumbprint(one), place);
    book.keep(List.of(new Sighting(key, "192.0.2.7", at, times)));
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
