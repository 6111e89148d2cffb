package tw.gov.mocs.hub.web.trust;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.AnchorUses;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.trust.RevocationAddress;
import tw.gov.mocs.hub.trust.RevocationAddresses;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 廢止資料來源: where revocation is asked, how old the answers are, and a button to ask now. */
@Controller
final class RevocationPages {

  private static final String LIST = "/admin/trust/sources";

  private final RevocationAddresses addresses;
  private final AnchorUses uses;
  private final ListFiles files;
  private final Clock clock;

  RevocationPages(RevocationAddresses addresses, AnchorUses uses, ListFiles files, Clock clock) {
    this.addresses = addresses;
    this.uses = uses;
    this.files = files;
    this.clock = clock;
  }

  @GetMapping(path = LIST, params = "!format")
  String list(
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Model model) {
    RevocationCriteria criteria = RevocationCriteria.of(request);
    ListQuery asked = ListQuery.of(request, RevocationCriteria.COLUMNS);
    Instant now = clock.instant();
    List<RevocationAddress> found = criteria.found(addresses.list(), now);
    model.addAttribute("criteria", criteria);
    model.addAttribute(
        "list",
        Listing.search(
            request,
            asked,
            query -> {
              Page<RevocationAddress> page =
                  PageOf.list(found, RevocationCriteria.order(query), query);
              return new Page<>(
                  RevocationLine.of(page.items(), now), page.number(), page.size(), page.total());
            }));
    model.addAttribute("kinds", RevocationAddress.Kind.values());
    model.addAttribute("states", RevocationAddress.State.values());
    boolean known = told != null && told.matches("came|failed|nothing");
    model.addAttribute("told", known ? told : null);
    return "trust/sources";
  }

  @GetMapping(path = LIST, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, RevocationCriteria.COLUMNS);
    Instant now = clock.instant();
    List<RevocationAddress> found = RevocationCriteria.of(request).found(addresses.list(), now);
    ListFile<RevocationAddress> file = files.begin("trust.sources", request);
    file.column("trust.source.issuer", RevocationAddress::issuer)
        .column("trust.source.kind", RevocationAddress::kind)
        .column("trust.source.address", one -> one.address().toString())
        .column("trust.where", one -> file.text("trust.where." + one.fromSettings()))
        .column("trust.source.state", one -> file.text("trust.source.state." + one.state(now)))
        .column("trust.source.issued", RevocationAddress::issuedAt)
        .column("trust.source.next", RevocationAddress::nextUpdate)
        .column("trust.source.entries", RevocationAddress::entries)
        .column("trust.source.tried", RevocationAddress::triedAt)
        .column("trust.source.failed", RevocationAddress::failedAt)
        .column(
            "trust.source.failure",
            one ->
                one.failure() == null ? null : file.text("trust.source.failure." + one.failure()))
        .send(format, Rows.of(PageOf.all(found, RevocationCriteria.order(query), query)), response);
  }

  @PostMapping(LIST + "/{key:[0-9a-f]{32}}/fetch")
  String fetch(@PathVariable("key") String key) {
    String told =
        addresses
            .fetch(key, uses.askable())
            .map(came -> came ? "came" : "failed")
            .orElse("nothing");
    return "redirect:" + LIST + "?told=" + told;
  }
}
