package tw.gov.mocs.hub.web.trust;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.AnchorLoss;
import tw.gov.mocs.hub.agency.AnchorUses;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Anchor;
import tw.gov.mocs.hub.trust.AnchorControl;
import tw.gov.mocs.hub.trust.AnchorProposal;
import tw.gov.mocs.hub.trust.AnchorProposal.Kind;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustAnchors;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Barred;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 移除 of an authority, and 確認 or 不予確認 of what is proposed, after a page that says what follows. */
@Controller
final class AnchorActPages {

  private static final String WITHDRAW = AnchorPages.ONE + "/withdraw";
  private static final String PROPOSAL =
      "/admin/trust/proposals/{id:[0-9]{1,18}}/{act:confirm|decline}";
  private static final String CONFIRM = "confirm";

  /** Where a proposal leads, also the second click of it. */
  static final String PROPOSED = "redirect:/admin/trust?told=proposed";

  private static final String DECIDED = "redirect:/admin/trust?told=decided";

  private final TrustAnchors anchors;
  private final AnchorControl control;
  private final AnchorUses uses;
  private final CertificateAttributes attributes;
  private final TrustTexts texts;
  private final CallerAddress addresses;
  private final Clock clock;

  AnchorActPages(
      TrustAnchors anchors,
      AnchorControl control,
      AnchorUses uses,
      CertificateAttributes attributes,
      TrustTexts texts,
      CallerAddress addresses,
      Clock clock) {
    this.anchors = anchors;
    this.control = control;
    this.uses = uses;
    this.attributes = attributes;
    this.texts = texts;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** What the second person typed. */
  record Typed(@Nullable String reason, @Nullable String compared) {

    String words() {
      return reason == null ? "" : TrustTexts.words(reason);
    }

    boolean isCompared() {
      return "true".equals(compared);
    }
  }

  @GetMapping(WITHDRAW)
  String askToWithdraw(@PathVariable("thumbprint") String thumbprint, Model model) {
    Anchor anchor = anchors.get(thumbprint);
    return anchor.fromSettings()
        ? "redirect:/admin/trust/of/" + thumbprint
        : withdrawal(anchor, "", new Faults(), model);
  }

  @PostMapping(WITHDRAW)
  String withdraw(
      @PathVariable("thumbprint") String thumbprint,
      @RequestParam(name = "reason", defaultValue = "") String typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Anchor anchor = anchors.get(thumbprint);
    String reason = TrustTexts.words(typed);
    Faults faults = new Faults();
    texts.reason(reason, faults, locale);
    if (faults.isEmpty()) {
      try {
        control.proposeWithdrawal(thumbprint, reason, actor(request));
        return PROPOSED;
      } catch (HubException refusal) {
        if (isSecondClick(
            refusal, control, Kind.WITHDRAW, anchor.certificate(), reason, actor(request))) {
          return PROPOSED;
        }
        texts.refusal(refusal, "reason", faults, locale);
      }
    }
    response.setStatus(422);
    return withdrawal(anchor, reason, faults, model);
  }

  @GetMapping(PROPOSAL)
  String ask(
      @PathVariable("id") long id,
      @PathVariable("act") String act,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    AnchorProposal proposal = control.proposal(id);
    model.addAttribute("barred", barred(proposal, act, request, locale));
    return proposal.status() == AnchorProposal.Status.PROPOSED
        ? question(proposal, act, "", new Faults(), model)
        : DECIDED;
  }

  @PostMapping(PROPOSAL)
  String decide(
      @PathVariable("id") long id,
      @PathVariable("act") String act,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    AnchorProposal proposal = control.proposal(id);
    if (proposal.status() != AnchorProposal.Status.PROPOSED) {
      // A second click finds what the first one did.
      return DECIDED;
    }
    String barred = barred(proposal, act, request, locale);
    if (barred != null) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      model.addAttribute("barred", barred);
      return question(proposal, act, "", new Faults(), model);
    }
    String reason = typed.words();
    Faults faults = new Faults();
    if (!act.equals(CONFIRM)) {
      texts.reason(reason, faults, locale);
    } else if (proposal.kind() == Kind.ADD && !typed.isCompared()) {
      faults.add("compared", texts.text("trust.fault.compared", locale));
    }
    if (faults.isEmpty()) {
      try {
        if (act.equals(CONFIRM)) {
          control.confirm(id, actor(request));
        } else {
          control.decline(id, reason, actor(request));
        }
        return "redirect:/admin/trust?told=" + act;
      } catch (HubException refusal) {
        texts.refusal(refusal, "reason", faults, locale);
      }
    }
    response.setStatus(422);
    return question(proposal, act, reason, faults, model);
  }

  /** Whether a proposal was refused because the first of two clicks has made it. */
  static boolean isSecondClick(
      HubException refusal,
      AnchorControl control,
      Kind kind,
      X509Certificate certificate,
      String reason,
      Actor actor) {
    return refusal.code() == ErrorCode.ALREADY_EXISTS
        && control.hasProposed(kind, Certificates.thumbprint(certificate), reason, actor);
  }

  private @Nullable String barred(
      AnchorProposal proposal, String act, HttpServletRequest request, Locale locale) {
    return act.equals(CONFIRM)
        ? Barred.by(() -> control.requireMayConfirm(proposal, actor(request)), locale)
        : null;
  }

  private String withdrawal(Anchor anchor, String reason, Faults faults, Model model) {
    model.addAttribute("anchor", anchor);
    model.addAttribute(
        "authority", ShownAuthority.of(anchor.certificate(), attributes, clock.instant()));
    loss(anchor.thumbprint(), model);
    model.addAttribute("reason", reason);
    model.addAttribute("faults", faults);
    model.addAttribute("limit", AnchorControl.LONGEST_REASON);
    return "trust/withdraw";
  }

  private String question(
      AnchorProposal proposal, String act, String reason, Faults faults, Model model) {
    model.addAttribute("proposal", proposal);
    model.addAttribute("act", act);
    model.addAttribute(
        "authority", ShownAuthority.of(proposal.certificate(), attributes, clock.instant()));
    if (proposal.kind() == Kind.WITHDRAW) {
      loss(proposal.thumbprint(), model);
    }
    model.addAttribute("reason", reason);
    model.addAttribute("faults", faults);
    model.addAttribute("limit", AnchorControl.LONGEST_REASON);
    return "trust/proposal";
  }

  private void loss(String thumbprint, Model model) {
    AnchorLoss loss = uses.without(thumbprint);
    model.addAttribute("loss", loss);
    model.addAttribute(
        "named", loss.certificates().stream().limit(AnchorPages.NAMED_AT_MOST).toList());
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }
}
