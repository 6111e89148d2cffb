package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.CertificateExamination;
import tw.gov.mocs.hub.agency.CertificateProposal;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.agency.CertificateStandings;
import tw.gov.mocs.hub.agency.CertificateState;
import tw.gov.mocs.hub.agency.KeptCertificate;
import tw.gov.mocs.hub.agency.KeptCertificates;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.web.certificate.ShownCertificate;
import tw.gov.mocs.hub.web.login.LoginSession;

/** One certificate: what it says, whether it can be relied upon now, and what can be done. */
@Controller
final class KeptPage {

  static final String ONE = "/admin/certificates/{thumbprint:[0-9a-f]{64}}";
  static final String PROPOSED = "/admin/certificates/proposals/{id:[0-9]{1,18}}";

  private final KeptCertificates certificates;
  private final CertificateProposals proposals;
  private final CertificateStandings standings;
  private final CertificateAttributes attributes;
  private final Clock clock;

  KeptPage(
      KeptCertificates certificates,
      CertificateProposals proposals,
      CertificateStandings standings,
      CertificateAttributes attributes,
      Clock clock) {
    this.certificates = certificates;
    this.proposals = proposals;
    this.standings = standings;
    this.attributes = attributes;
    this.clock = clock;
  }

  @GetMapping(ONE)
  String registered(
      @PathVariable("thumbprint") String thumbprint,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    return page(certificates.get(thumbprint), false, told, model);
  }

  @GetMapping(PROPOSED)
  String proposed(
      @PathVariable("id") long id,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    KeptCertificate kept = certificates.getProposed(id);
    if (kept.state() == CertificateState.IN_USE) {
      // It was confirmed: what became of it since then is told there.
      return "redirect:/admin/certificates/"
          + kept.thumbprint()
          + (told == null ? "" : "?told=confirm");
    }
    CertificateProposal proposal = proposals.get(id);
    model.addAttribute("proposal", proposal);
    boolean own =
        LoginSession.holder()
            .orElseThrow()
            .isSamePersonAs(proposal.proposedBy(), proposal.proposerThumbprint());
    return page(kept, own, told, model);
  }

  @PostMapping({ONE + "/check", PROPOSED + "/check"})
  String check(
      @PathVariable(name = "thumbprint", required = false) @Nullable String thumbprint,
      @PathVariable(name = "id", required = false) @Nullable Long id,
      HttpServletRequest request) {
    KeptCertificate kept =
        id == null
            ? certificates.get(thumbprint == null ? "" : thumbprint)
            : certificates.getProposed(id);
    standings.examineAnew(kept.certificate(), kept.uses());
    return "redirect:" + request.getRequestURI().replaceFirst("/check$", "") + "?told=checked";
  }

  private String page(KeptCertificate kept, boolean own, @Nullable String told, Model model) {
    KeptLine line = KeptLine.of(kept, attributes, clock.instant());
    CertificateExamination found = standings.examine(kept.certificate(), kept.uses());
    model.addAttribute("line", line);
    model.addAttribute("found", found);
    model.addAttribute(
        "chain",
        found.path().stream().skip(1).map(one -> ShownCertificate.of(one, attributes)).toList());
    model.addAttribute("oid", OidMatch.of(kept.agency(), attributes.agencyOid(kept.certificate())));
    model.addAttribute("named", attributes.agencyOid(kept.certificate()).orElse(null));
    model.addAttribute("keyUsage", keyUsage(kept.certificate()));
    model.addAttribute("beside", beside(kept));
    model.addAttribute("own", own);
    model.addAttribute(
        "acts",
        KeptAct.of(kept.state()).stream().filter(act -> act != KeptAct.CONFIRM || !own).toList());
    boolean known =
        told != null
            && told.matches("checked|proposed|confirm|decline|suspend|resume|end|limit|decided");
    model.addAttribute("told", known ? told : null);
    return "agency/certificate";
  }

  private List<KeptLine> beside(KeptCertificate kept) {
    return certificates.beside(kept).stream()
        .map(one -> KeptLine.of(one, attributes, clock.instant()))
        .toList();
  }

  /** RFC 5280 §4.2.1.3, the bits that are set. */
  static List<Integer> keyUsage(X509Certificate certificate) {
    boolean[] bits = certificate.getKeyUsage();
    return bits == null
        ? List.of()
        : IntStream.range(0, bits.length).filter(i -> bits[i]).boxed().toList();
  }
}
