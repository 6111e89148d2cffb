package tw.gov.mocs.hub.web.certificate;

import java.util.List;
import tw.gov.mocs.hub.agency.CertificateProposal;
import tw.gov.mocs.hub.trust.CertificateUse;

/**
 * A proposed certificate in the list of its agency.
 *
 * @param proposal where it stands
 * @param subject whose certificate it is
 * @param uses what it shall be used for
 */
record ProposalLine(CertificateProposal proposal, String subject, List<CertificateUse> uses) {

  static ProposalLine of(CertificateProposal proposal) {
    return new ProposalLine(
        proposal,
        proposal.certificate().getSubjectX500Principal().toString(),
        proposal.uses().stream().sorted().toList());
  }
}
