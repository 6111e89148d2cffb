package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.agency.ProposalWorld.ADMINISTRATOR;
import static tw.gov.mocs.hub.agency.ProposalWorld.CALL;
import static tw.gov.mocs.hub.agency.ProposalWorld.RSA;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.agency.ProposalWorld.Proposer;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.RevocationEvidence;
import tw.gov.mocs.hub.trust.RevocationState;

/** What becomes of certificates that agencies have proposed. */
@OnEveryDatabase
class CertificateProposalsTest extends ProposalCase {

  CertificateProposalsTest(TestDatabase database) {
    super(database);
  }

  @Test
  void registersWhatAnAdministratorConfirms() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    assertThat(world.agencies.findCertificate(certificate)).isEmpty();
    proposals.confirm(proposal.id(), ADMINISTRATOR);
    assertThat(world.agencies.findCertificate(certificate))
        .get()
        .returns(proposer.id(), RegisteredCertificate::agencyId)
        .returns(CALL, RegisteredCertificate::uses);
    assertThat(proposals.get(proposal.id()))
        .returns(ProposalStatus.CONFIRMED, CertificateProposal::status)
        .returns("admin", CertificateProposal::decidedBy);
  }

  @Test
  void takesAgainWhatWasDeclined() {
    CertificateProposal first = world.propose(proposer, certificate, RSA);
    proposals.decline(first.id(), "請先來函", ADMINISTRATOR);
    assertThat(proposals.get(first.id()))
        .returns(ProposalStatus.DECLINED, CertificateProposal::status)
        .returns("請先來函", CertificateProposal::reason);
    assertThat(world.propose(proposer, certificate, RSA).id()).isNotEqualTo(first.id());
  }

  @Test
  void refusesToDeclineWithoutReason() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    refuses(ErrorCode.VALUE_INVALID, () -> proposals.decline(proposal.id(), " ", ADMINISTRATOR));
  }

  @Test
  void refusesTheProposerAsConfirmer() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    Actor sameCard = new Actor("admin", proposer.actor().certificateThumbprint(), null);
    refuses(
        ErrorCode.DUTIES_NOT_SEPARATE, () -> proposals.confirm(proposal.id(), proposer.actor()));
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> proposals.confirm(proposal.id(), sameCard));
    assertThat(proposals.get(proposal.id()).status()).isEqualTo(ProposalStatus.PROPOSED);
  }

  @Test
  void refusesToDecideTwice() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    proposals.decline(proposal.id(), "否", ADMINISTRATOR);
    refuses(ErrorCode.STATE_CONFLICT, () -> proposals.confirm(proposal.id(), ADMINISTRATOR));
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> proposals.withdraw(proposer.id(), proposal.id(), proposer.actor()));
  }

  @Test
  void refusesToConfirmWhatHasExpiredMeanwhile() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    world.clock.later = Duration.ofDays(101);
    refuses(
        ErrorCode.CERTIFICATE_NOT_IN_FORCE, () -> proposals.confirm(proposal.id(), ADMINISTRATOR));
  }

  @Test
  void letsItsAgencyTakeItBackAndNobodyElse() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    Proposer other = world.agency();
    refuses(
        ErrorCode.NOT_FOUND, () -> proposals.withdraw(other.id(), proposal.id(), other.actor()));
    assertThat(proposals.withdraw(proposer.id(), proposal.id(), proposer.actor()).status())
        .isEqualTo(ProposalStatus.WITHDRAWN);
  }

  @Test
  void listsForTheAgencyAndForTheMinistry() {
    CertificateProposal first = world.propose(proposer, certificate, RSA);
    CertificateProposal second = world.propose(proposer, world.issued(RSA, all -> all), RSA);
    proposals.decline(first.id(), "否", ADMINISTRATOR);
    assertThat(proposals.list(proposer.id(), null, 1, 10).items())
        .extracting(CertificateProposal::id)
        .containsExactly(second.id(), first.id());
    assertThat(proposals.list(proposer.id(), ProposalStatus.PROPOSED, 1, 10).total()).isOne();
    assertThat(proposals.list(null, ProposalStatus.PROPOSED, 1, 1).items())
        .extracting(CertificateProposal::id)
        .containsExactly(second.id());
    refuses(ErrorCode.NOT_FOUND, () -> proposals.get(world.agency().id(), first.id()));
  }

  @Test
  void tellsHowItsCertificatesStand() {
    world.agencies.registerCertificate(proposer.agency().code(), certificate, CALL, ADMINISTRATOR);
    CertificateStandings standings = world.core.getBean(CertificateStandings.class);
    List<CertificateStanding> now = standings.of(proposer.id());
    assertThat(now).hasSize(2);
    assertThat(now.get(1))
        .returns(99L, CertificateStanding::daysLeft)
        .returns(null, CertificateStanding::fault)
        .extracting(CertificateStanding::revocation)
        .returns(RevocationState.GOOD, RevocationEvidence::state)
        .satisfies(known -> assertThat(known.source()).startsWith("CRL"))
        .satisfies(known -> assertThat(known.producedAt()).isNotNull());
    world.clock.later = Duration.ofDays(101);
    assertThat(standings.of(proposer.id()).get(1))
        .returns(0L, CertificateStanding::daysLeft)
        .returns(ErrorCode.CERTIFICATE_NOT_IN_FORCE, CertificateStanding::fault);
  }
}
