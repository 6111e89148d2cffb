package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.CallSearch;
import tw.gov.mocs.hub.audit.LogSearches;
import tw.gov.mocs.hub.audit.StrangerCount;
import tw.gov.mocs.hub.audit.StrangerRefusals;
import tw.gov.mocs.hub.web.calls.CallReasons;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 來源不明之拒絕: how often strangers were refused, by minute, cause and address. */
@Controller
final class StrangerPages {

  private static final String PATH = "/admin/audit/strangers";

  private final StrangerRefusals refusals;
  private final Auditor auditor;
  private final CallReasons reasons;
  private final ListFiles files;
  private final MessageSource messages;

  StrangerPages(
      StrangerRefusals refusals,
      Auditor auditor,
      CallReasons reasons,
      ListFiles files,
      MessageSource messages) {
    this.refusals = refusals;
    this.auditor = auditor;
    this.reasons = reasons;
    this.files = files;
    this.messages = messages;
  }

  @GetMapping(path = PATH, params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    StrangerCriteria criteria = StrangerCriteria.of(request);
    Faults faults = criteria.faults(messages, locale);
    model.addAttribute("faults", faults);
    model.addAttribute("criteria", criteria);
    model.addAttribute("causes", refusals.causes());
    model.addAttribute("reasons", reasons);
    model.addAttribute("most", LogSearches.MAX_LINES);
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, StrangerCriteria.COLUMNS),
            faults,
            query ->
                refusals.search(
                    criteria.search(query, null, query.page(), query.size()),
                    auditor.of(request))));
    return "audit/strangers";
  }

  @GetMapping(path = PATH, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    StrangerCriteria criteria = StrangerCriteria.of(request);
    ListQuery query = ListQuery.of(request, StrangerCriteria.COLUMNS);
    ListFile<StrangerCount> file = files.begin("audit.strangers.title", request);
    file.column("audit.time", StrangerCount::minute)
        .column("calls.outcome", StrangerCount::cause)
        .column("calls.reason", one -> reason(one, file))
        .column("audit.address", one -> address(one, file))
        .column("audit.strangers.times", StrangerCount::times)
        .send(
            format,
            criteria.faults(messages, file.locale()),
            new FullPages<>(
                CallSearch.MAX_SIZE,
                (page, begun) ->
                    refusals
                        .search(
                            criteria.search(query, begun, page, CallSearch.MAX_SIZE),
                            auditor.of(request))
                        .items()),
            response);
  }

  private String reason(StrangerCount one, ListFile<StrangerCount> file) {
    return one.refusal()
        .map(code -> reasons.why(code, file.locale()))
        .orElseGet(() -> file.text("audit.strangers.overflow"));
  }

  private static String address(StrangerCount one, ListFile<StrangerCount> file) {
    return one.hasAddress() ? one.address() : file.text("audit.strangers.others");
  }
}
