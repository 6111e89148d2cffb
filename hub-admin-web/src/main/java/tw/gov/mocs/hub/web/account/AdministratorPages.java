package tw.gov.mocs.hub.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.AdministratorProposal;
import tw.gov.mocs.hub.agency.AgencyRegister;
import tw.gov.mocs.hub.agency.ProposalStatus;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.certificate.ShownCertificate;
import tw.gov.mocs.hub.web.layout.Barred;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** What makes somebody an administrator: confirmed or declined by a second person. */
@Controller
final class AdministratorPages {

  private static final String PATH =
      "/admin/accounts/proposals/{id:[0-9]{1,18}}/{act:confirm|decline}";
  private static final String CONFIRM = "confirm";

  private final AccountControl accounts;
  private final CertificateAttributes attributes;
  private final AccountTexts texts;
  private final CallerAddress addresses;

  AdministratorPages(
      AccountControl accounts,
      CertificateAttributes attributes,
      AccountTexts texts,
      CallerAddress addresses) {
    this.accounts = accounts;
    this.attributes = attributes;
    this.texts = texts;
    this.addresses = addresses;
  }

  @GetMapping(PATH)
  String ask(
      @PathVariable("id") long id,
      @PathVariable("act") String act,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    AdministratorProposal proposal = accounts.proposal(id);
    model.addAttribute("barred", barred(proposal, act, request, locale));
    return proposal.status() == ProposalStatus.PROPOSED
        ? question(proposal, act, "", new Faults(), model)
        : "redirect:/admin/accounts?told=decided";
  }

  @PostMapping(PATH)
  String act(
      @PathVariable("id") long id,
      @PathVariable("act") String act,
      @RequestParam(name = "reason", defaultValue = "") String typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    AdministratorProposal proposal = accounts.proposal(id);
    if (proposal.status() != ProposalStatus.PROPOSED) {
      return "redirect:/admin/accounts?told=decided";
    }
    String barred = barred(proposal, act, request, locale);
    if (barred != null) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      model.addAttribute("barred", barred);
      return question(proposal, act, "", new Faults(), model);
    }
    String reason = AccountTexts.words(typed);
    Faults faults = new Faults();
    if (!act.equals(CONFIRM)) {
      texts.reason(reason, faults, locale);
    }
    if (faults.isEmpty()) {
      try {
        Actor actor = actor(request);
        if (act.equals(CONFIRM)) {
          accounts.confirm(id, actor);
        } else {
          accounts.decline(id, reason, actor);
        }
        return "redirect:/admin/accounts?told=" + act;
      } catch (HubException refusal) {
        texts.refusal(refusal, "reason", faults, locale);
      }
    }
    response.setStatus(422);
    return question(proposal, act, reason, faults, model);
  }

  private @Nullable String barred(
      AdministratorProposal proposal, String act, HttpServletRequest request, Locale locale) {
    return act.equals(CONFIRM)
        ? Barred.by(() -> accounts.requireMayConfirm(proposal, actor(request)), locale)
        : null;
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  private String question(
      AdministratorProposal proposal, String act, String reason, Faults faults, Model model) {
    model.addAttribute("proposal", proposal);
    model.addAttribute("act", act);
    model.addAttribute("reason", reason);
    model.addAttribute("faults", faults);
    model.addAttribute("limit", AgencyRegister.LONGEST_REASON);
    model.addAttribute(
        "shown",
        proposal.certificate() == null
            ? null
            : ShownCertificate.of(proposal.certificate(), attributes));
    return "account/proposal";
  }
}
