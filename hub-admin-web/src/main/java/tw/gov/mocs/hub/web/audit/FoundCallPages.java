package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.FoundCall;
import tw.gov.mocs.hub.audit.LogArchive;
import tw.gov.mocs.hub.audit.LogSearches;
import tw.gov.mocs.hub.audit.PersonHasher;
import tw.gov.mocs.hub.audit.RecordInspection;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.web.calls.CallReasons;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.ServiceNames;

/**
 * 呼叫紀錄查詢. The form is sent by POST and leads to the address of its list: an identity number comes
 * no further than its keyed hash.
 */
@Controller
final class FoundCallPages {

  static final String[] COLUMNS = {"-time"};

  /** 身分證統一編號, 居留證號 and what else names a person in the records. */
  static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]{1,20}");

  private final FoundCalls calls;
  private final KnownAgencies agencies;
  private final RecordInspection records;
  private final LogArchive archive;
  private final PersonHasher hasher;
  private final Catalogue catalogue;
  private final CallReasons reasons;
  private final MessageSource messages;

  FoundCallPages(
      FoundCalls calls,
      KnownAgencies agencies,
      RecordInspection records,
      LogArchive archive,
      PersonHasher hasher,
      Catalogue catalogue,
      CallReasons reasons,
      MessageSource messages) {
    this.calls = calls;
    this.agencies = agencies;
    this.records = records;
    this.archive = archive;
    this.hasher = hasher;
    this.catalogue = catalogue;
    this.reasons = reasons;
    this.messages = messages;
  }

  @GetMapping(path = "/admin/audit/calls", params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    CallFilter filter = CallFilter.of(request);
    Faults faults = calls.faults(filter, locale);
    Listing<FoundCall> list =
        Listing.search(
            request,
            ListQuery.of(request, COLUMNS),
            faults,
            query ->
                calls.search(
                    filter, null, !query.descending(), query.page(), query.size(), request));
    return page(filter, "", faults, list, locale, model);
  }

  @PostMapping("/admin/audit/calls")
  String search(
      @RequestParam(name = "idNumber", defaultValue = "") String idNumber,
      @RequestParam(name = "recordId", defaultValue = "") String recordId,
      @RequestParam(name = "size", defaultValue = "") String size,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    CallFilter typed = CallFilter.of(request);
    Faults faults = calls.faults(typed, locale);
    String number = idNumber.strip();
    if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
      faults.add("idNumber", messages.getMessage("audit.number.malformed", null, locale));
    }
    String record = recordId.strip();
    if (faults.isEmpty() && !record.isEmpty()) {
      if (records.kindOf(record).filter("CALL"::equals).isPresent()) {
        return "redirect:" + new Href("/admin/audit/calls/" + record);
      }
      faults.add("recordId", messages.getMessage("audit.record.unknown", null, locale));
    }
    if (faults.isEmpty()) {
      CallFilter filter = number.isEmpty() ? typed : typed.of(hasher.hashesOf(number));
      return "redirect:" + filter.href(size);
    }
    response.setStatus(422);
    // Without the list: its links would repeat what was typed.
    return page(typed, record, faults, null, locale, model);
  }

  private String page(
      CallFilter filter,
      String record,
      Faults faults,
      @Nullable Listing<FoundCall> list,
      Locale locale,
      Model model) {
    model.addAttribute("filter", filter);
    model.addAttribute("record", record);
    model.addAttribute("faults", faults);
    model.addAttribute("list", list);
    model.addAttribute("anybody", filter.of(List.of()).href(""));
    model.addAttribute("most", LogSearches.MAX_LINES);
    model.addAttribute("archived", archive.between(filter.time().begin(), filter.time().end()));
    model.addAttribute("services", catalogue.current().services().values());
    model.addAttribute("codes", CallReasons.recorded());
    model.addAttribute("names", new ServiceNames(catalogue.current(), locale));
    model.addAttribute("agencies", agencies);
    model.addAttribute("reasons", reasons);
    return "audit/calls";
  }
}
