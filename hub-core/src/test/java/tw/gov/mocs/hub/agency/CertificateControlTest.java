package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;

/** 憑證管理 on every database: proposed by one, confirmed by another, suspended, limited, ended. */
@OnEveryDatabase
class CertificateControlTest {

  private static final Actor FIRST = new Actor("first-admin", "11".repeat(32), null);
  private static final Actor SECOND = new Actor("second-admin", "22".repeat(32), null);

  private final ProposalWorld world;
  private final CertificateControl control;
  private final KeptCertificates kept;
  private final Agencies agencies;
  private final ProposalWorld.Proposer agency;
  private final X509Certificate certificate;
  private final String thumbprint;

  CertificateControlTest(TestDatabase database) {
    world = ProposalWorld.shared(database);
    control = world.core.getBean(CertificateControl.class);
    kept = world.core.getBean(KeptCertificates.class);
    agencies = world.agencies;
    agency = world.agency();
    certificate = world.issued(ProposalWorld.EC, all -> all);
    thumbprint = Certificates.thumbprint(certificate);
  }

  @AfterEach
  void back() {
    world.clock.later = Duration.ZERO;
  }

  @Test
  void countsOnceASecondPersonConfirmed() {
    CertificateProposal proposal = proposed();
    assertThat(proposal.isProven()).isFalse();
    assertThat(kept.getProposed(proposal.id()).state()).isEqualTo(CertificateState.PROPOSED);
    assertThat(agencies.findCertificate(certificate)).isEmpty();
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> world.proposals.confirm(proposal.id(), FIRST));
    world.proposals.confirm(proposal.id(), SECOND);
    assertThat(agencies.findCertificate(certificate)).isPresent();
    assertThat(kept.get(thumbprint))
        .returns(CertificateState.IN_USE, KeptCertificate::state)
        .returns(SECOND.name(), KeptCertificate::by);
  }

  @Test
  void barsBothOfThemFromDecidingForTheAgency() {
    world.proposals.confirm(proposed().id(), SECOND);
    assertThat(agencies.hasConfirmedCertificates(agency.id(), FIRST)).isTrue();
    assertThat(agencies.hasConfirmedCertificates(agency.id(), SECOND)).isTrue();
    assertThat(agencies.hasConfirmedCertificates(agency.id(), new Actor("x", null, null)))
        .isFalse();
  }

  @Test
  void refusesACertificateOfAnotherAgencyAndOneThatIsKnown() {
    X509Certificate other =
        world.issued(ProposalWorld.EC, all -> all.directoryAttributes("2.25.1.1", null));
    refuses(ErrorCode.VALUE_INVALID, () -> propose(other));
    world.proposals.confirm(proposed().id(), SECOND);
    refuses(ErrorCode.ALREADY_EXISTS, this::proposed);
  }

  @Test
  void doesNotCountWhileSuspended() {
    registered();
    control.suspend(thumbprint, 1, "金鑰疑似外洩", FIRST);
    assertThat(agencies.findCertificate(certificate)).isEmpty();
    assertThat(agencies.findByThumbprint(thumbprint)).isEmpty();
    assertThat(kept.get(thumbprint).state()).isEqualTo(CertificateState.SUSPENDED);
    refuses(ErrorCode.STATE_CONFLICT, () -> control.suspend(thumbprint, 2, "again", FIRST));
    control.resume(thumbprint, 2, "查明無事", FIRST);
    assertThat(agencies.findCertificate(certificate)).isPresent();
  }

  @Test
  void refusesAnActWithoutAReasonOrOnAnOlderVersion() {
    registered();
    refuses(ErrorCode.VALUE_INVALID, () -> control.suspend(thumbprint, 1, " ", FIRST));
    control.suspend(thumbprint, 1, "理由", FIRST);
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> control.end(thumbprint, 1, "理由", FIRST));
  }

  @Test
  void endsForGood() {
    registered();
    control.end(thumbprint, 1, "機關裁撤", FIRST);
    assertThat(agencies.findCertificate(certificate)).isEmpty();
    assertThat(kept.get(thumbprint).state()).isEqualTo(CertificateState.ENDED);
    refuses(ErrorCode.STATE_CONFLICT, () -> control.resume(thumbprint, 2, "x", FIRST));
    refuses(ErrorCode.ALREADY_EXISTS, this::proposed);
  }

  @Test
  void countsUntilItsLastDayAndNotAfterIt() {
    registered();
    LocalDate tomorrow = RocDate.dayOf(Instant.now()).plusDays(1);
    control.limit(thumbprint, 1, tomorrow, "新憑證已啟用", FIRST);
    world.clock.later = Duration.ofHours(20);
    boolean stillTomorrow = !RocDate.dayOf(world.clock.instant()).isAfter(tomorrow);
    assertThat(agencies.findCertificate(certificate).isPresent()).isEqualTo(stillTomorrow);
    world.clock.later = Duration.ofDays(2);
    assertThat(agencies.findCertificate(certificate)).isEmpty();
    assertThat(agencies.certificatesOf(agency.id()))
        .noneMatch(one -> one.thumbprint().equals(thumbprint));
    assertThat(kept.get(thumbprint).state()).isEqualTo(CertificateState.ENDED);
    world.clock.later = Duration.ZERO;
    control.limit(thumbprint, 2, null, "延後更換", FIRST);
    world.clock.later = Duration.ofDays(2);
    assertThat(agencies.findCertificate(certificate)).isPresent();
  }

  @Test
  void refusesALastDayThatIsNone() {
    registered();
    LocalDate today = RocDate.dayOf(Instant.now());
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> control.limit(thumbprint, 1, today.minusDays(1), "x", FIRST));
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> control.limit(thumbprint, 1, today.plusDays(999), "x", FIRST));
  }

  @Test
  void namesWhatCountsBesideIt() {
    registered();
    X509Certificate next = world.issued(ProposalWorld.EC, all -> all);
    world.proposals.confirm(propose(next).id(), SECOND);
    assertThat(kept.beside(kept.get(thumbprint)))
        .extracting(KeptCertificate::thumbprint)
        .containsExactly(Certificates.thumbprint(next));
  }

  @Test
  void findsByAgencyUseStateAndEnd() {
    registered();
    assertThat(found(null, Set.of(), null)).contains(thumbprint);
    assertThat(found(CertificateUse.ENCRYPTION, Set.of(), null)).doesNotContain(thumbprint);
    assertThat(found(null, Set.of(CertificateState.ENDED), null)).doesNotContain(thumbprint);
    assertThat(found(null, Set.of(), 99)).doesNotContain(thumbprint);
    assertThat(found(null, Set.of(), 101)).contains(thumbprint);
    control.end(thumbprint, 1, "x", FIRST);
    assertThat(found(null, Set.of(), 101)).doesNotContain(thumbprint);
  }

  @Test
  void logsEachActWithItsReason() {
    registered();
    control.suspend(thumbprint, 1, "第一個理由", FIRST);
    assertThat(world.core.getBean(ActHistory.class).of("agency " + agency.agency().code()))
        .anyMatch(
            act ->
                act.action() == AuditAction.CERTIFICATE_SUSPENDED
                    && "第一個理由".equals(act.reason())
                    && act.actor().equals(FIRST.name()));
  }

  @Test
  void isNotProposedForAnAgencyWhenItIsACardOfTheMinistry() {
    ofTheMinistry();
    refuses(ErrorCode.STATE_CONFLICT, this::proposed);
  }

  @Test
  void saysBeforeItIsConfirmedThatItHasBecomeACardOfTheMinistry() {
    CertificateProposal proposal = proposed();
    ofTheMinistry();
    refuses(ErrorCode.STATE_CONFLICT, () -> world.proposals.requireMayConfirm(proposal, SECOND));
  }

  private void ofTheMinistry() {
    world
        .core
        .getBean(Accounts.class)
        .create("m" + thumbprint.substring(0, 20), "某人", Role.AUDITOR, null, certificate, FIRST);
  }

  private List<String> found(
      @Nullable CertificateUse use, Set<CertificateState> states, @Nullable Integer within) {
    return kept
        .search(
            new CertificateSearch(
                agency.agency().code().value(),
                use,
                states,
                within,
                CertificateSearch.Sort.ENDS,
                true,
                1,
                50))
        .items()
        .stream()
        .map(KeptCertificate::thumbprint)
        .toList();
  }

  private void registered() {
    world.proposals.confirm(proposed().id(), SECOND);
  }

  private CertificateProposal proposed() {
    return propose(certificate);
  }

  private CertificateProposal propose(X509Certificate one) {
    return world.proposals.proposeFor(
        agency.id(), ProposalWorld.der(one), ProposalWorld.CALL, FIRST);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
