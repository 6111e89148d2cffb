package tw.gov.mocs.hub.web.trust;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.AnchorUses;
import tw.gov.mocs.hub.agency.KeptCertificate;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.Anchor;
import tw.gov.mocs.hub.trust.AnchorControl;
import tw.gov.mocs.hub.trust.AnchorProposal;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.RevocationAddresses;
import tw.gov.mocs.hub.trust.TrustAnchors;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 信任憑證: the list, also as a file, what waits for a second person, and one authority. */
@Controller
final class AnchorPages {

  static final String ONE = "/admin/trust/of/{thumbprint:[0-9a-f]{64}}";

  /** How many certificates a page about one authority names. */
  static final int NAMED_AT_MOST = 50;

  private final TrustAnchors anchors;
  private final AnchorControl control;
  private final AnchorUses uses;
  private final RevocationAddresses addresses;
  private final CertificateAttributes attributes;
  private final ActHistory history;
  private final ListFiles files;
  private final Clock clock;

  AnchorPages(
      TrustAnchors anchors,
      AnchorControl control,
      AnchorUses uses,
      RevocationAddresses addresses,
      CertificateAttributes attributes,
      ActHistory history,
      ListFiles files,
      Clock clock) {
    this.anchors = anchors;
    this.control = control;
    this.uses = uses;
    this.addresses = addresses;
    this.attributes = attributes;
    this.history = history;
    this.files = files;
    this.clock = clock;
  }

  @GetMapping(path = "/admin/trust", params = "!format")
  String list(
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Model model) {
    AnchorCriteria criteria = AnchorCriteria.of(request);
    ListQuery asked = ListQuery.of(request, AnchorCriteria.COLUMNS);
    List<AnchorLine> found = found(criteria);
    model.addAttribute("criteria", criteria);
    model.addAttribute(
        "list",
        Listing.search(
            request, asked, query -> PageOf.list(found, AnchorCriteria.order(query), query)));
    model.addAttribute("kinds", Anchor.Kind.values());
    model.addAttribute("states", AnchorState.values());
    model.addAttribute("withins", AnchorCriteria.WITHINS);
    model.addAttribute("proposals", control.proposals());
    boolean known = told != null && told.matches("proposed|confirm|decline|decided");
    model.addAttribute("told", known ? told : null);
    return "trust/list";
  }

  @GetMapping(path = "/admin/trust", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, AnchorCriteria.COLUMNS);
    List<AnchorLine> found = found(AnchorCriteria.of(request));
    ListFile<AnchorLine> file = files.begin("admin.trust", request);
    file.column("certificate.subject", line -> line.authority().shown().subject())
        .column("trust.kind", line -> file.text("trust.kind." + line.anchor().kind()))
        .column("certificate.issuer", line -> line.authority().shown().issuer())
        .column("certificate.serial", line -> line.authority().shown().serial())
        .column("certificate.key", line -> line.authority().shown().key())
        .column("certificate.from", line -> RocDate.dayOf(line.authority().shown().from()))
        .column("certificate.until", line -> RocDate.dayOf(line.authority().shown().until()))
        .column("certificate.left", line -> line.authority().daysLeft())
        .column("trust.state", line -> file.text("trust.state." + line.authority().state()))
        .column("trust.below", AnchorLine::below)
        .column("trust.where", line -> file.text("trust.where." + line.anchor().fromSettings()))
        .column("certificate.thumbprint", line -> line.authority().shown().thumbprint())
        .send(format, Rows.of(PageOf.all(found, AnchorCriteria.order(query), query)), response);
  }

  @GetMapping(ONE)
  String show(
      @PathVariable("thumbprint") String thumbprint,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    Anchor anchor = anchors.get(thumbprint);
    List<KeptCertificate> below = uses.below(thumbprint);
    model.addAttribute("anchor", anchor);
    model.addAttribute(
        "authority", ShownAuthority.of(anchor.certificate(), attributes, clock.instant()));
    model.addAttribute("below", below.stream().limit(NAMED_AT_MOST).toList());
    model.addAttribute("count", below.size());
    model.addAttribute(
        "sources", RevocationLine.of(addresses.of(anchor.certificate()), clock.instant()));
    model.addAttribute(
        "open",
        control.proposals().stream()
            .filter(one -> one.thumbprint().equals(thumbprint))
            .map(AnchorProposal::id)
            .findFirst()
            .orElse(null));
    model.addAttribute("history", history.newestFirst("certificate " + thumbprint));
    model.addAttribute("told", "proposed".equals(told) ? told : null);
    return "trust/page";
  }

  private List<AnchorLine> found(AnchorCriteria criteria) {
    Instant now = clock.instant();
    Map<String, Integer> counts = uses.counts();
    return criteria.found(
        anchors.list().stream()
            .map(
                one ->
                    new AnchorLine(
                        one,
                        ShownAuthority.of(one.certificate(), attributes, now),
                        counts.getOrDefault(one.thumbprint(), 0))),
        now);
  }
}
