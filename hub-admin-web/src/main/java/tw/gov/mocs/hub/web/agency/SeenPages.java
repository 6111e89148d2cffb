package tw.gov.mocs.hub.web.agency;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.CertificateExamination;
import tw.gov.mocs.hub.agency.CertificateStandings;
import tw.gov.mocs.hub.agency.KeptCertificates;
import tw.gov.mocs.hub.agency.SeenCertificate;
import tw.gov.mocs.hub.agency.SeenCertificateSettings;
import tw.gov.mocs.hub.agency.SeenCertificates;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.web.certificate.ShownCertificate;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 未登記憑證: what was shown at a login or signed a call and is not registered; also as a file. */
@Controller
final class SeenPages {

  private static final String LIST = "/admin/certificates/seen";
  private static final String ONE = LIST + "/{thumbprint:[0-9a-f]{64}}";

  private final SeenCertificates certificates;
  private final SeenCertificateSettings settings;
  private final KeptCertificates kept;
  private final CertificateStandings standings;
  private final CertificateAttributes attributes;
  private final ListFiles files;

  SeenPages(
      SeenCertificates certificates,
      SeenCertificateSettings settings,
      KeptCertificates kept,
      CertificateStandings standings,
      CertificateAttributes attributes,
      ListFiles files) {
    this.certificates = certificates;
    this.settings = settings;
    this.kept = kept;
    this.standings = standings;
    this.attributes = attributes;
    this.files = files;
  }

  @GetMapping(path = LIST, params = "!format")
  String list(HttpServletRequest request, Model model) {
    SeenCriteria criteria = SeenCriteria.of(request);
    ListQuery asked = ListQuery.of(request, SeenCriteria.COLUMNS);
    model.addAttribute("criteria", criteria);
    model.addAttribute("list", Listing.search(request, asked, query -> lines(criteria, query)));
    model.addAttribute("uses", SeenCriteria.USES);
    model.addAttribute("days", settings.days());
    return "agency/seen-list";
  }

  @GetMapping(path = LIST, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    SeenCriteria criteria = SeenCriteria.of(request);
    ListQuery query = ListQuery.of(request, SeenCriteria.COLUMNS);
    ListFile<SeenLine> file = files.begin("seen.title", request);
    file.column("certificate.subject", line -> line.shown().subject())
        .column("certificate.card", line -> line.shown().cardNumber())
        .column("seen.oid", line -> line.seen().namedOid())
        .column("agencies.field.CODE", line -> code(line.seen().agency()))
        .column("agencies.field.NAME", line -> name(line.seen().agency()))
        .column("kept.chain", line -> chain(line, file))
        .column("certificate.issuer", line -> line.shown().issuer())
        .column("certificate.serial", line -> line.shown().serial())
        .column("certificate.until", line -> RocDate.dayOf(line.shown().until()))
        .column("seen.for", line -> uses(line, file))
        .column("seen.logins", line -> line.seen().logins())
        .column("seen.calls", line -> line.seen().calls())
        .column("seen.first", line -> line.seen().firstSeenAt())
        .column("seen.last", line -> line.seen().lastSeenAt())
        .column("seen.address", line -> line.seen().lastAddress())
        .column("kept.state", line -> file.text(state(line)))
        .column("certificate.thumbprint", line -> line.shown().thumbprint())
        .send(
            format,
            (page, before) ->
                certificates.search(criteria.search(query, page, ListFile.AT_ONCE)).items().stream()
                    .map(this::line)
                    .toList(),
            response);
  }

  @GetMapping(ONE)
  String show(
      @PathVariable("thumbprint") String thumbprint,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    Optional<SeenCertificate> found = certificates.find(thumbprint);
    if (found.isEmpty() && kept.find(thumbprint).isPresent()) {
      // Meanwhile it is registered.
      return "redirect:/admin/certificates/" + thumbprint;
    }
    SeenCertificate seen = certificates.get(thumbprint);
    CertificateExamination now = standings.examine(seen.certificate(), seen.uses());
    model.addAttribute("line", line(seen, now));
    model.addAttribute("found", now);
    model.addAttribute(
        "chain",
        now.path().stream().skip(1).map(one -> ShownCertificate.of(one, attributes)).toList());
    model.addAttribute("keyUsage", KeptPage.keyUsage(seen.certificate()));
    model.addAttribute("days", settings.days());
    model.addAttribute("told", "checked".equals(told) ? told : null);
    return "agency/seen";
  }

  @PostMapping(ONE + "/check")
  String check(@PathVariable("thumbprint") String thumbprint) {
    SeenCertificate seen = certificates.get(thumbprint);
    standings.examineAnew(seen.certificate(), seen.uses());
    return "redirect:" + LIST + "/" + thumbprint + "?told=checked";
  }

  private Page<SeenLine> lines(SeenCriteria criteria, ListQuery query) {
    Page<SeenCertificate> page =
        certificates.search(criteria.search(query, query.page(), query.size()));
    List<SeenLine> lines = page.items().stream().map(this::line).toList();
    return new Page<>(lines, page.number(), page.size(), page.total());
  }

  private SeenLine line(SeenCertificate seen) {
    return line(seen, standings.examine(seen.certificate(), seen.uses()));
  }

  private SeenLine line(SeenCertificate seen, CertificateExamination now) {
    return new SeenLine(
        seen,
        ShownCertificate.of(seen.certificate(), attributes),
        seen.uses().stream().sorted().toList(),
        now.fault());
  }

  private static @Nullable String code(@Nullable Agency agency) {
    return agency == null ? null : agency.code().value();
  }

  private static @Nullable String name(@Nullable Agency agency) {
    return agency == null ? null : agency.name();
  }

  private static String chain(SeenLine line, ListFile<?> file) {
    return line.fault() == null
        ? file.text("certificate.good")
        : "%s (%s)".formatted(line.fault().message(file.locale(), List.of()), line.fault().code());
  }

  private static String uses(SeenLine line, ListFile<?> file) {
    return line.uses().stream()
        .map(use -> file.text("seen.for." + use))
        .collect(joining(file.text("certificate.and")));
  }

  private static String state(SeenLine line) {
    return "seen.state."
        + (line.seen().isProposed() ? SeenCriteria.PROPOSED : SeenCriteria.UNREGISTERED);
  }
}
