package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.agency.KeptCertificate;
import tw.gov.mocs.hub.agency.KeptCertificates;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.certificate.ProposalFaults;
import tw.gov.mocs.hub.web.layout.Barred;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 上傳憑證 for an agency, and 確認 or 不予確認 by a second person. */
@Controller
final class KeptProposalPages {

  private static final String PATH = KeptPage.PROPOSED + "/{act:confirm|decline}";

  private final KeptCertificates certificates;
  private final CertificateProposals proposals;
  private final Agencies agencies;
  private final CertificateAttributes attributes;
  private final ProposalFaults refusals;
  private final AgencyTexts texts;
  private final CallerAddress addresses;
  private final Clock clock;

  KeptProposalPages(
      KeptCertificates certificates,
      CertificateProposals proposals,
      Agencies agencies,
      CertificateAttributes attributes,
      ProposalFaults refusals,
      AgencyTexts texts,
      CallerAddress addresses,
      Clock clock) {
    this.certificates = certificates;
    this.proposals = proposals;
    this.agencies = agencies;
    this.attributes = attributes;
    this.refusals = refusals;
    this.texts = texts;
    this.addresses = addresses;
    this.clock = clock;
  }

  @GetMapping(path = UploadForm.PATH, params = "!seen")
  String begin(@RequestParam(name = "agency", defaultValue = "") String agency, Model model) {
    return UploadForm.show(agency, Set.of(), new Faults(), model);
  }

  @PostMapping(path = UploadForm.PATH, params = "!seen")
  String upload(
      @RequestParam(name = "agency", defaultValue = "") String typed,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      @RequestParam(name = "use", required = false) @Nullable List<String> use,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    Set<CertificateUse> uses = UploadForm.uses(use);
    byte[] bytes = bytes(file);
    Faults faults = new Faults();
    Optional<Agency> agency = UploadForm.agency(typed, agencies);
    if (agency.isEmpty()) {
      faults.add("agency", UploadForm.without(typed, texts, locale));
    }
    refusals.ofUpload(bytes, uses, locale).all().forEach(faults::add);
    if (agency.isPresent() && faults.isEmpty()) {
      try {
        long id = proposals.proposeFor(agency.get().id(), bytes, uses, actor(request)).id();
        return "redirect:/admin/certificates/proposals/" + id + "?told=proposed";
      } catch (HubException refusal) {
        response.setStatus(422);
        return UploadForm.show(typed, uses, refusals.of(refusal, "file", locale), model);
      }
    }
    response.setStatus(422);
    return UploadForm.show(typed, uses, faults, model);
  }

  @GetMapping(PATH)
  String ask(
      @PathVariable("id") long id,
      @PathVariable("act") String name,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    KeptAct act = KeptAct.named(name);
    model.addAttribute("barred", barred(id, act, request, locale));
    KeptCertificate kept = certificates.getProposed(id);
    return act.fits(kept.state())
        ? question(kept, act, "", new Faults(), model)
        : "redirect:/admin/certificates/proposals/" + id + "?told=decided";
  }

  @PostMapping(PATH)
  String act(
      @PathVariable("id") long id,
      @PathVariable("act") String name,
      @RequestParam(name = "reason", defaultValue = "") String typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    KeptAct act = KeptAct.named(name);
    String page = "redirect:/admin/certificates/proposals/" + id + "?told=";
    if (!act.fits(certificates.getProposed(id).state())) {
      return page + "decided";
    }
    String barred = barred(id, act, request, locale);
    if (barred != null) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      model.addAttribute("barred", barred);
      return question(certificates.getProposed(id), act, "", new Faults(), model);
    }
    String reason = typed.replace("\r\n", "\n").strip();
    Faults faults = new Faults();
    if (act == KeptAct.DECLINE || !reason.isEmpty()) {
      faults.addReason(
          reason,
          CertificateProposals.LONGEST_REASON,
          (key, told) -> texts.text(key, locale, told));
    }
    if (faults.isEmpty()) {
      try {
        if (act == KeptAct.CONFIRM) {
          proposals.confirm(id, actor(request));
        } else {
          proposals.decline(id, reason, actor(request));
        }
        return page + act.path();
      } catch (HubException refusal) {
        faults.add("reason", refusal.sentence(locale));
      }
    }
    response.setStatus(422);
    return question(certificates.getProposed(id), act, reason, faults, model);
  }

  private @Nullable String barred(long id, KeptAct act, HttpServletRequest request, Locale locale) {
    return act == KeptAct.CONFIRM
        ? Barred.by(
            () -> proposals.requireMayConfirm(proposals.get(id), actor(request)),
            locale,
            ErrorCode.STATE_CONFLICT)
        : null;
  }

  private String question(
      KeptCertificate kept, KeptAct act, String reason, Faults faults, Model model) {
    model.addAttribute("line", KeptLine.of(kept, attributes, clock.instant()));
    model.addAttribute("act", act);
    model.addAttribute("reason", reason);
    model.addAttribute("faults", faults);
    model.addAttribute("limit", CertificateProposals.LONGEST_REASON);
    return "agency/certificate-act";
  }

  private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
    if (file == null) {
      return new byte[0];
    }
    // One byte too many is enough for the core to say so; the rest is not read.
    try (InputStream in = file.getInputStream()) {
      return in.readNBytes(CertificateProposals.MAX_CERTIFICATE_BYTES + 1);
    }
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }
}
