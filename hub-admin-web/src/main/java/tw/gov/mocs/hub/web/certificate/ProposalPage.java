package tw.gov.mocs.hub.web.certificate;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.agency.CertificateProposal;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.agency.ProposalStatus;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;

/** A proposed certificate: where it stands, and taking it back. */
@Controller
final class ProposalPage {

  private static final String PATH = "/certificates/proposals/{id:[0-9]{1,18}}";

  private final CertificateProposals proposals;
  private final CertificateAttributes attributes;
  private final CallerAddress addresses;

  ProposalPage(
      CertificateProposals proposals, CertificateAttributes attributes, CallerAddress addresses) {
    this.proposals = proposals;
    this.attributes = attributes;
    this.addresses = addresses;
  }

  @GetMapping(PATH)
  String show(@PathVariable("id") long id, Model model) {
    return page("certificate/proposal", id, model);
  }

  @GetMapping(PATH + "/withdraw")
  String ask(@PathVariable("id") long id, Model model) {
    CertificateProposal proposal = proposals.get(holder().requireAgency(), id);
    return proposal.status() == ProposalStatus.PROPOSED
        ? page("certificate/withdraw", id, model)
        : "redirect:/certificates/proposals/" + id;
  }

  @PostMapping(PATH + "/withdraw")
  String withdraw(@PathVariable("id") long id, HttpServletRequest request) {
    CardHolder holder = holder();
    try {
      proposals.withdraw(holder.requireAgency(), id, holder.actor(addresses.of(request)));
      return "redirect:/certificates/proposals/" + id + "?withdrawn";
    } catch (HubException refusal) {
      if (refusal.code() != ErrorCode.STATE_CONFLICT) {
        throw refusal;
      }
      // Somebody decided it meanwhile, or this is the second click: the page says which.
      return "redirect:/certificates/proposals/" + id + "?decided";
    }
  }

  private String page(String template, long id, Model model) {
    CertificateProposal proposal = proposals.get(holder().requireAgency(), id);
    model.addAttribute("proposal", proposal);
    model.addAttribute("uses", proposal.uses().stream().sorted().toList());
    model.addAttribute("shown", ShownCertificate.of(proposal.certificate(), attributes));
    return template;
  }

  private static CardHolder holder() {
    return LoginSession.holder().orElseThrow();
  }
}
