package tw.gov.mocs.hub.web.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.trust.KnownList;
import tw.gov.mocs.hub.trust.KnownLists;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 廢止清冊 that the hub keeps, for all of the ministry: the list and its file. */
@Controller
final class RevocationListPage {

  private static final String PATH = "/admin/overview/lists";

  private final KnownLists lists;
  private final ListFiles files;
  private final Clock clock;

  RevocationListPage(KnownLists lists, ListFiles files, Clock clock) {
    this.lists = lists;
    this.files = files;
    this.clock = clock;
  }

  @GetMapping(path = PATH, params = "!format")
  String list(HttpServletRequest request, Model model) {
    RevocationListCriteria criteria = RevocationListCriteria.of(request);
    List<KnownList> found = criteria.found(lists.all(), clock.instant());
    model.addAttribute("criteria", criteria);
    model.addAttribute("withins", RevocationListCriteria.WITHINS);
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, RevocationListCriteria.COLUMNS),
            query -> PageOf.list(found, RevocationListCriteria.order(query.sort()), query)));
    model.addAttribute("now", clock.instant());
    return "overview/lists";
  }

  @GetMapping(path = PATH, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, RevocationListCriteria.COLUMNS);
    List<KnownList> found = RevocationListCriteria.of(request).found(lists.all(), clock.instant());
    ListFile<KnownList> file = files.begin("overview.crls", request);
    file.column(
            "overview.crl.issuer",
            one -> one.issuer().isEmpty() ? file.text("overview.crl.unread") : one.issuer())
        .column("overview.crl.address", one -> one.isFromElsewhere() ? one.address() : null)
        .column("overview.crl.issued", KnownList::issuedAt)
        .column("overview.crl.fetched", KnownList::fetchedAt)
        .column("overview.crl.ends", KnownList::nextUpdate)
        .send(
            format,
            Rows.of(PageOf.all(found, RevocationListCriteria.order(query.sort()), query)),
            response);
  }
}
