package tw.gov.mocs.hub.web.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.view.RedirectView;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.CertificateProposal;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.agency.CertificateStandings;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 憑證管理: the certificates of the agency and what it has proposed. */
@Controller
final class CertificatePages {

  private static final Base64.Encoder PEM =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private final CertificateStandings standings;
  private final CertificateProposals proposals;
  private final Agencies agencies;
  private final CertificateAttributes attributes;
  private final Clock clock;

  CertificatePages(
      CertificateStandings standings,
      CertificateProposals proposals,
      Agencies agencies,
      CertificateAttributes attributes,
      Clock clock) {
    this.standings = standings;
    this.proposals = proposals;
    this.agencies = agencies;
    this.attributes = attributes;
    this.clock = clock;
  }

  @GetMapping(path = "/certificates", params = "!format")
  String list(HttpServletRequest request, Model model) {
    long agencyId = agencyId();
    model.addAttribute(
        "certificates",
        standings.of(agencyId).stream()
            .map(one -> CertificateLine.of(one, attributes, clock.instant()))
            .toList());
    model.addAttribute("ownCard", LoginSession.holder().orElseThrow().thumbprint());
    model.addAttribute(
        "list",
        Listing.search(
            request, ListQuery.of(request, "-proposed"), query -> proposed(agencyId, query)));
    return "certificate/list";
  }

  /**
   * The list of what was proposed stands on the page of the certificates; only its file is here.
   */
  @GetMapping(path = "/certificates/proposals", params = "!format")
  RedirectView proposals() {
    return new RedirectView("/certificates");
  }

  @GetMapping("/certificates/{thumbprint:[0-9a-f]{64}}.crt")
  ResponseEntity<byte[]> file(@PathVariable("thumbprint") String thumbprint) {
    X509Certificate certificate =
        agencies.certificatesOf(agencyId()).stream()
            .filter(one -> one.thumbprint().equals(thumbprint))
            .map(RegisteredCertificate::certificate)
            .findFirst()
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, thumbprint, thumbprint));
    String pem =
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(PEM.encodeToString(Certificates.der(certificate)));
    return SaveAs.answer(
        pem.getBytes(StandardCharsets.US_ASCII),
        thumbprint.substring(0, 16) + ".crt",
        MediaType.parseMediaType("application/x-pem-file"));
  }

  private Page<ProposalLine> proposed(long agencyId, ListQuery query) {
    Page<CertificateProposal> page = proposals.list(agencyId, null, query.page(), query.size());
    List<ProposalLine> lines = page.items().stream().map(ProposalLine::of).toList();
    return new Page<>(lines, page.number(), page.size(), page.total());
  }

  private static long agencyId() {
    return LoginSession.holder().orElseThrow().requireAgency();
  }
}
