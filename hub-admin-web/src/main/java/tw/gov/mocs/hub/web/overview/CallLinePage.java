package tw.gov.mocs.hub.web.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.CallCounts;
import tw.gov.mocs.hub.audit.DayCalls.Calls;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.layout.ServiceNames;
import tw.gov.mocs.hub.web.overview.CallLine.Ended;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/**
 * The calls of the last days by day and service: what the figures of 總覽 count, for whom single
 * calls are not.
 */
@Controller
final class CallLinePage {

  private static final String PATH = "/admin/overview/calls";

  private final CallCounts counts;
  private final Catalogue catalogue;
  private final ListFiles files;
  private final MessageSource messages;

  CallLinePage(CallCounts counts, Catalogue catalogue, ListFiles files, MessageSource messages) {
    this.counts = counts;
    this.catalogue = catalogue;
    this.files = files;
    this.messages = messages;
  }

  @GetMapping(path = PATH, params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    CallLineCriteria criteria = CallLineCriteria.of(request);
    Faults faults = criteria.days().faults(messages, locale);
    List<CallLine> found = faults.isEmpty() ? criteria.found(lines(locale)) : List.of();
    model.addAttribute("faults", faults);
    model.addAttribute("criteria", criteria);
    model.addAttribute("outcomes", Ended.values());
    model.addAttribute("days", OverviewPage.DAYS);
    model.addAttribute(
        "sum", found.stream().map(CallLine::calls).reduce(new Calls(0, 0, 0), Calls::plus));
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, CallLineCriteria.COLUMNS),
            faults,
            query -> PageOf.list(found, CallLineCriteria.order(query.sort()), query)));
    return "overview/calls";
  }

  @GetMapping(path = PATH, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    CallLineCriteria criteria = CallLineCriteria.of(request);
    ListQuery query = ListQuery.of(request, CallLineCriteria.COLUMNS);
    ListFile<CallLine> file = files.begin("overview.calls.table", request);
    boolean readable = criteria.days().faults(messages, file.locale()).isEmpty();
    List<CallLine> found = readable ? criteria.found(lines(file.locale())) : List.of();
    file.column("overview.day", CallLine::day)
        .column("overview.calls.code", CallLine::code)
        .column("overview.calls.service", CallLine::name)
        .column("overview.calls.served", line -> line.calls().served())
        .column("overview.calls.refused", line -> line.calls().refused())
        .column("overview.calls.failed", line -> line.calls().failed())
        .send(
            format,
            Rows.of(PageOf.all(found, CallLineCriteria.order(query.sort()), query)),
            response);
  }

  private List<CallLine> lines(Locale locale) {
    ServiceNames names = new ServiceNames(catalogue.current(), locale);
    return counts.last(OverviewPage.DAYS).stream()
        .flatMap(
            day ->
                day.services().entrySet().stream()
                    .map(
                        one ->
                            new CallLine(
                                day.day(), one.getKey(), names.of(one.getKey()), one.getValue())))
        .toList();
  }
}
