package tw.gov.mocs.hub.web.agency;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.CertificateState;
import tw.gov.mocs.hub.agency.KeptCertificate;
import tw.gov.mocs.hub.agency.KeptCertificates;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 憑證管理 of the ministry: all certificates and proposals, also as a file. */
@Controller
final class KeptPages {

  private final KeptCertificates certificates;
  private final CertificateAttributes attributes;
  private final ListFiles files;
  private final Clock clock;

  KeptPages(
      KeptCertificates certificates,
      CertificateAttributes attributes,
      ListFiles files,
      Clock clock) {
    this.certificates = certificates;
    this.attributes = attributes;
    this.files = files;
    this.clock = clock;
  }

  @GetMapping(path = "/admin/certificates", params = "!format")
  String list(HttpServletRequest request, Model model) {
    CertificateCriteria criteria = CertificateCriteria.of(request);
    ListQuery asked = ListQuery.of(request, CertificateCriteria.COLUMNS);
    model.addAttribute("criteria", criteria);
    model.addAttribute("list", Listing.search(request, asked, query -> lines(criteria, query)));
    model.addAttribute("states", CertificateState.values());
    model.addAttribute("uses", CertificateUse.values());
    model.addAttribute("withins", CertificateCriteria.WITHINS);
    return "agency/certificates";
  }

  @GetMapping(path = "/admin/certificates", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    CertificateCriteria criteria = CertificateCriteria.of(request);
    ListQuery query = ListQuery.of(request, CertificateCriteria.COLUMNS);
    ListFile<KeptLine> file = files.begin("admin.certificates", request);
    file.column("agencies.field.CODE", line -> line.kept().agency().code().value())
        .column("agencies.field.NAME", line -> line.kept().agency().name())
        .column("kept.state", line -> file.text("kept.state." + line.kept().state()))
        .column("certificate.uses", line -> uses(line, file))
        .column("certificate.card", line -> line.shown().cardNumber())
        .column("certificate.subject", line -> line.shown().subject())
        .column("certificate.issuer", line -> line.shown().issuer())
        .column("certificate.serial", line -> line.shown().serial())
        .column("certificate.from", line -> RocDate.dayOf(line.shown().from()))
        .column("certificate.until", line -> RocDate.dayOf(line.shown().until()))
        .column("kept.since", line -> line.kept().since())
        .column("kept.by", line -> line.kept().by())
        .column("certificate.thumbprint", line -> line.shown().thumbprint())
        .send(
            format,
            (page, before) ->
                certificates.search(criteria.search(query, page, ListFile.AT_ONCE)).items().stream()
                    .map(this::line)
                    .toList(),
            response);
  }

  private Page<KeptLine> lines(CertificateCriteria criteria, ListQuery query) {
    Page<KeptCertificate> page =
        certificates.search(criteria.search(query, query.page(), query.size()));
    List<KeptLine> lines = page.items().stream().map(this::line).toList();
    return new Page<>(lines, page.number(), page.size(), page.total());
  }

  private KeptLine line(KeptCertificate kept) {
    return KeptLine.of(kept, attributes, clock.instant());
  }

  private static String uses(KeptLine line, ListFile<?> file) {
    return line.uses().stream()
        .map(use -> file.text("certificate.use." + use))
        .collect(joining(file.text("certificate.and")));
  }
}
