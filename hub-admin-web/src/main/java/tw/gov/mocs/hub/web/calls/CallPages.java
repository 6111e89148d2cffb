package tw.gov.mocs.hub.web.calls;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.GrantUsage;
import tw.gov.mocs.hub.application.GrantUse;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.audit.OwnCall;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.ServiceNames;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 我的呼叫紀錄: the list with what the grants still allow above it, and one call of it. */
@Controller
final class CallPages {

  static final String[] COLUMNS = {"-time"};

  private final CallRecords records;
  private final GrantUsage grants;
  private final Catalogue catalogue;
  private final CallReasons reasons;
  private final MessageSource messages;
  private final Clock clock;

  CallPages(
      CallRecords records,
      GrantUsage grants,
      Catalogue catalogue,
      CallReasons reasons,
      MessageSource messages,
      Clock clock) {
    this.records = records;
    this.grants = grants;
    this.catalogue = catalogue;
    this.reasons = reasons;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping(path = "/calls", params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    CallCriteria criteria = CallCriteria.of(request);
    Faults faults = criteria.faults(messages, locale);
    Listing<CallLine> list =
        Listing.search(
            request, ListQuery.of(request, COLUMNS), faults, query -> search(criteria, query));
    model.addAttribute("criteria", criteria);
    model.addAttribute("faults", faults);
    model.addAttribute("list", list);
    model.addAttribute("presets", Preset.of(list, criteria, RocDate.dayOf(clock.instant())));
    model.addAttribute("days", CallRecords.KEPT_IN_VIEW.toDays());
    model.addAttribute("older", criteria.beginsBeforeView(clock.instant()));
    model.addAttribute("most", CallRecords.MAX_LINES);
    model.addAttribute("longestRequestId", CallCriteria.LONGEST_REQUEST_ID);
    model.addAttribute("services", catalogue.current().services().values());
    model.addAttribute("codes", CallReasons.recorded());
    model.addAttribute("grants", callable());
    model.addAttribute("names", new ServiceNames(catalogue.current(), locale));
    model.addAttribute("reasons", reasons);
    return "calls/list";
  }

  @GetMapping("/calls/{recordId}")
  String show(@PathVariable("recordId") String recordId, Locale locale, Model model) {
    OwnCall call =
        records
            .find(agencyId(), recordId)
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no own call", recordId));
    model.addAttribute("call", call);
    model.addAttribute("line", call.line());
    model.addAttribute("refusal", call.line().refusal().orElse(null));
    model.addAttribute("names", new ServiceNames(catalogue.current(), locale));
    model.addAttribute("reasons", reasons);
    return "calls/detail";
  }

  /** What can be called: a one-time file cannot. */
  private List<GrantUse> callable() {
    String prefix = DeliveryMethod.WEB_SERVICE.prefix();
    return grants.of(agencyId()).stream()
        .filter(use -> use.grant().applicationNo().value().startsWith(prefix))
        .toList();
  }

  private Page<CallLine> search(CallCriteria criteria, ListQuery query) {
    Instant now = clock.instant();
    return records.search(
        criteria.search(agencyId(), now, !query.descending(), query.page(), query.size()));
  }

  private static long agencyId() {
    return LoginSession.holder().orElseThrow().requireAgency();
  }
}
