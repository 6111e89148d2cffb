package tw.gov.mocs.hub.web.certificate;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.CertificateProposal;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.agency.CertificateStandings;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** The certificates of the agency, and what it has proposed, as files. */
@Controller
final class CertificateExport {

  private static final int AT_ONCE = 100;

  private final CertificateStandings standings;
  private final CertificateProposals proposals;
  private final CertificateAttributes attributes;
  private final ListFiles files;
  private final Clock clock;

  CertificateExport(
      CertificateStandings standings,
      CertificateProposals proposals,
      CertificateAttributes attributes,
      ListFiles files,
      Clock clock) {
    this.standings = standings;
    this.proposals = proposals;
    this.attributes = attributes;
    this.files = files;
    this.clock = clock;
  }

  @GetMapping(path = "/certificates", params = "format")
  void certificates(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    List<CertificateLine> all =
        standings.of(agencyId()).stream()
            .map(one -> CertificateLine.of(one, attributes, clock.instant()))
            .toList();
    ListFile<CertificateLine> file = files.begin("certificate.own", request);
    file.column("certificate.card", line -> line.shown().cardNumber())
        .column("certificate.uses", line -> uses(line.uses(), file))
        .column("certificate.state", line -> state(line, file))
        .column("certificate.subject", line -> line.shown().subject())
        .column("certificate.issuer", line -> line.shown().issuer())
        .column("certificate.serial", line -> line.shown().serial())
        .column("certificate.from", line -> RocDate.dayOf(line.shown().from()))
        .column("certificate.until", line -> RocDate.dayOf(line.shown().until()))
        .column("certificate.left", CertificateLine::daysLeft)
        .column("certificate.confirmedAt", CertificateLine::confirmedAt)
        .column("certificate.thumbprint", line -> line.shown().thumbprint())
        .send(format, ListFile.Rows.of(all), response);
  }

  @GetMapping(path = "/certificates/proposals", params = "format")
  void proposals(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    long agencyId = agencyId();
    ListFile<CertificateProposal> file = files.begin("proposal.list", request);
    file.column("proposal.at", CertificateProposal::proposedAt)
        .column("certificate.subject", one -> ProposalLine.of(one).subject())
        .column("certificate.uses", one -> uses(ProposalLine.of(one).uses(), file))
        .column("proposal.state", one -> file.text("proposal.state." + one.status()))
        .column("proposal.decidedAt", CertificateProposal::decidedAt)
        .column("proposal.reason", CertificateProposal::reason)
        .send(
            format,
            (page, before) -> proposals.list(agencyId, null, page, AT_ONCE).items(),
            response);
  }

  private static String state(CertificateLine line, ListFile<?> file) {
    return line.fault() == null
        ? file.text("certificate.good")
        : "%s (%s)".formatted(line.fault().message(file.locale(), List.of()), line.fault().code());
  }

  private static String uses(List<CertificateUse> uses, ListFile<?> file) {
    return uses.stream()
        .map(use -> file.text("certificate.use." + use))
        .collect(joining(file.text("certificate.and")));
  }

  private static long agencyId() {
    return LoginSession.holder().orElseThrow().requireAgency();
  }
}
