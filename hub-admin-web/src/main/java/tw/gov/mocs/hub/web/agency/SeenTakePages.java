package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.SeenCertificate;
import tw.gov.mocs.hub.agency.SeenCertificates;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.certificate.ProposalFaults;
import tw.gov.mocs.hub.web.certificate.ShownCertificate;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 登記為機關憑證: an unregistered certificate that was shown is proposed for an agency. */
@Controller
final class SeenTakePages {

  private final SeenCertificates certificates;
  private final Agencies agencies;
  private final CertificateAttributes attributes;
  private final ProposalFaults refusals;
  private final AgencyTexts texts;
  private final CallerAddress addresses;

  SeenTakePages(
      SeenCertificates certificates,
      Agencies agencies,
      CertificateAttributes attributes,
      ProposalFaults refusals,
      AgencyTexts texts,
      CallerAddress addresses) {
    this.certificates = certificates;
    this.agencies = agencies;
    this.attributes = attributes;
    this.refusals = refusals;
    this.texts = texts;
    this.addresses = addresses;
  }

  @GetMapping(path = UploadForm.PATH, params = "seen")
  String begin(@RequestParam("seen") String thumbprint, Model model) {
    SeenCertificate seen = certificates.get(thumbprint);
    if (seen.proposalId() != null) {
      return proposal(seen.proposalId(), "");
    }
    String code = seen.agency() == null ? "" : seen.agency().code().value();
    return form(seen, code, seen.uses(), new Faults(), model);
  }

  @PostMapping(path = UploadForm.PATH, params = "seen")
  String take(
      @RequestParam("seen") String thumbprint,
      @RequestParam(name = "agency", defaultValue = "") String typed,
      @RequestParam(name = "use", required = false) @Nullable List<String> use,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    SeenCertificate seen = certificates.get(thumbprint);
    if (seen.proposalId() != null) {
      // A second click finds what the first one did.
      return proposal(seen.proposalId(), "?told=proposed");
    }
    Set<CertificateUse> uses = UploadForm.uses(use);
    Faults faults = new Faults();
    Optional<Agency> agency = UploadForm.agency(typed, agencies);
    if (agency.isEmpty()) {
      faults.add("agency", UploadForm.without(typed, texts, locale));
    }
    refusals
        .ofUpload(Certificates.der(seen.certificate()), uses, locale)
        .all()
        .forEach(faults::add);
    if (agency.isPresent() && faults.isEmpty()) {
      try {
        long id =
            certificates
                .take(
                    thumbprint,
                    agency.get().id(),
                    uses,
                    LoginSession.holder().orElseThrow().actor(addresses.of(request)))
                .id();
        return proposal(id, "?told=proposed");
      } catch (HubException refusal) {
        response.setStatus(422);
        return form(seen, typed, uses, refusals.of(refusal, "file", locale), model);
      }
    }
    response.setStatus(422);
    return form(seen, typed, uses, faults, model);
  }

  private String form(
      SeenCertificate seen, String agency, Set<CertificateUse> uses, Faults faults, Model model) {
    ShownCertificate shown = ShownCertificate.of(seen.certificate(), attributes);
    model.addAttribute("line", new SeenLine(seen, shown, List.copyOf(uses), null));
    return UploadForm.show(agency, uses, faults, model);
  }

  private static String proposal(long id, String told) {
    return "redirect:/admin/certificates/proposals/" + id + told;
  }
}
