package tw.gov.mocs.hub.web.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.GrantLine;
import tw.gov.mocs.hub.application.GrantSearch;
import tw.gov.mocs.hub.delivery.Deliveries;
import tw.gov.mocs.hub.delivery.Delivery;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 檔案交換管理: the grants of one-time files, and how far the file of each is. */
@Controller
final class DeliveryListPage {

  private static final String PATH = "/admin/deliveries";
  private static final String[] COLUMNS = {"-number", "agency", "period_to"};
  private static final int AT_ONCE = 500;

  private final GrantControl grants;
  private final Deliveries deliveries;
  private final ListFiles files;

  DeliveryListPage(GrantControl grants, Deliveries deliveries, ListFiles files) {
    this.grants = grants;
    this.deliveries = deliveries;
    this.files = files;
  }

  @GetMapping(path = PATH, params = "!format")
  String list(HttpServletRequest request, Model model) {
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, COLUMNS),
            query -> lines(grants.search(search(request, query, query.page(), query.size())))));
    model.addAttribute("agency", typed(request, "agency"));
    model.addAttribute("number", typed(request, "number"));
    return "delivery/list";
  }

  @GetMapping(path = PATH, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery asked = ListQuery.of(request, COLUMNS);
    ListFile<FileLine> file = files.begin("admin.deliveries", request);
    file.column("delivery.application", line -> line.grant().applicationNo())
        .column("delivery.agency", line -> line.grant().agencyCode())
        .column("delivery.agency.name", line -> line.grant().agencyName())
        .column("delivery.state", line -> state(line, file))
        .column("delivery.rows", line -> line.file() == null ? null : line.file().rowsWritten())
        .column("delivery.queued", line -> line.file() == null ? null : line.file().queuedAt())
        .send(
            format,
            (number, begun) ->
                lines(grants.search(search(request, asked, number, AT_ONCE))).items(),
            response);
  }

  private static String state(FileLine line, ListFile<FileLine> file) {
    Delivery newest = line.file();
    return file.text("delivery.state." + (newest == null ? "NONE" : newest.status()));
  }

  private Page<FileLine> lines(Page<GrantLine> found) {
    Map<String, Delivery> newest =
        deliveries.newest(found.items().stream().map(GrantLine::applicationNo).toList());
    List<FileLine> lines =
        found.items().stream()
            .map(grant -> new FileLine(grant, newest.get(grant.applicationNo())))
            .toList();
    return new Page<>(lines, found.number(), found.size(), found.total(), found.more());
  }

  /** Grants of one-time files alone: a number that is typed narrows them. */
  private static GrantSearch search(
      HttpServletRequest request, ListQuery query, int page, int size) {
    String prefix = DeliveryMethod.ONE_TIME_FILE.prefix();
    String number = typed(request, "number").toUpperCase(Locale.ROOT);
    return new GrantSearch(
        Set.of(),
        typed(request, "agency"),
        number.startsWith(prefix) ? number : prefix + number,
        null,
        null,
        GrantSearch.Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        page,
        size);
  }

  private static String typed(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    String text = value == null ? "" : value.strip();
    return text.substring(0, Math.min(text.length(), ApplicationSearch.LONGEST_TEXT));
  }
}
