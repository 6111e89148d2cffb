package tw.gov.mocs.hub.web.incident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.incident.Incident;
import tw.gov.mocs.hub.incident.IncidentEntry;
import tw.gov.mocs.hub.incident.IncidentLine;
import tw.gov.mocs.hub.incident.IncidentNumber;
import tw.gov.mocs.hub.incident.IncidentSearch;
import tw.gov.mocs.hub.incident.IncidentSearch.Sort;
import tw.gov.mocs.hub.incident.IncidentStatus;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.upload.Download;

/** 錯誤回報[查詢] and 錯誤回報: an agency sees its own, the ministry all. */
@Controller
final class IncidentPages {

  private final Incidents incidents;
  private final Agencies agencies;
  private final Catalogue catalogue;
  private final StoredFiles files;
  private final CallerAddress addresses;
  private final IncidentFaultTexts texts;
  private final MessageSource messages;

  IncidentPages(
      Incidents incidents,
      Agencies agencies,
      Catalogue catalogue,
      StoredFiles files,
      CallerAddress addresses,
      IncidentFaultTexts texts,
      MessageSource messages) {
    this.incidents = incidents;
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.files = files;
    this.addresses = addresses;
    this.texts = texts;
    this.messages = messages;
  }

  @GetMapping("/incidents")
  String list(
      @RequestParam(name = "application", required = false) @Nullable String application,
      @RequestParam(name = "status", required = false) @Nullable Set<String> status,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    DayRange days = DayRange.of(request);
    Faults faults = days.faults(messages, locale);
    Set<IncidentStatus> statuses = statuses(status);
    Listing<IncidentLine> list =
        Listing.search(
            request,
            ListQuery.of(request, "-number", "name", "date", "status"),
            query ->
                faults.isEmpty()
                    ? incidents.search(search(days, application, statuses, query))
                    : new Page<>(List.of(), 1, query.size(), 0));
    model.addAttribute("faults", faults);
    model.addAttribute("from", days.from().typed());
    model.addAttribute("to", days.to().typed());
    // "application" is the servlet context in a template.
    model.addAttribute("applicationNo", application == null ? "" : application);
    model.addAttribute("chosen", statuses);
    model.addAttribute("statuses", IncidentStatus.values());
    model.addAttribute("mayReport", holder().agencyId() != null);
    model.addAttribute("list", list);
    return "incident/list";
  }

  private static IncidentSearch search(
      DayRange days, @Nullable String application, Set<IncidentStatus> statuses, ListQuery query) {
    return new IncidentSearch(
        holder().agencyId(),
        days.from().day(),
        days.to().day(),
        application == null || application.isBlank()
            ? null
            : application.strip().toUpperCase(Locale.ROOT),
        statuses,
        sort(query.sort()),
        query.descending(),
        query.page(),
        query.size());
  }

  @GetMapping("/incidents/{number:[0-9]{8}}")
  String detail(@PathVariable("number") String number, Model model) {
    return show(find(number), "", new Faults(), model);
  }

  /** 補充說明, while it is 處理中. */
  @PostMapping("/incidents/{number:[0-9]{8}}/remark")
  String remark(
      @PathVariable("number") String number,
      @RequestParam("version") int version,
      @RequestParam(name = "said", defaultValue = "") String said,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Incident incident = find(number);
    Faults faults = texts.ofRemark(said);
    if (!faults.isEmpty()) {
      return show(incident, said, faults, model);
    }
    CardHolder holder = holder();
    try {
      incidents.add(
          holder.requireAgency(),
          incident.number(),
          version,
          said,
          holder.actor(addresses.of(request)));
    } catch (HubException e) {
      if (e.code() != ErrorCode.CHANGED_MEANWHILE && e.code() != ErrorCode.STATE_CONFLICT) {
        throw e;
      }
      Incident now = find(number);
      if (!now.hasRemark(said, version)) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return show(now, said, texts.ofChange(now), model);
      }
      // A second click: the first has added it.
    }
    return "redirect:/incidents/" + number + "?remarked";
  }

  @GetMapping("/incidents/{number:[0-9]{8}}/files/{file:[0-9]{1,18}}")
  ResponseEntity<InputStreamResource> file(
      @PathVariable("number") String number, @PathVariable("file") long file) throws IOException {
    boolean its =
        find(number).content().attachments().stream().anyMatch(one -> one.fileId() == file);
    if (!its) {
      throw new HubException(ErrorCode.NOT_FOUND, "file " + file + " of " + number, "檔案");
    }
    return Download.of(files.open(file));
  }

  private String show(Incident incident, String said, Faults faults, Model model) {
    String code = incident.content().serviceCode();
    model.addAttribute("incident", incident);
    model.addAttribute("agency", agencies.get(incident.agencyId()));
    model.addAttribute(
        "service",
        code.isEmpty() ? null : catalogue.current().find(new ServiceCode(code)).orElse(null));
    model.addAttribute("said", said);
    model.addAttribute("faults", faults);
    model.addAttribute("longest", IncidentEntry.LONGEST);
    model.addAttribute(
        "mayRemark",
        holder().agencyId() != null && incident.status() == IncidentStatus.IN_PROGRESS);
    return "incident/detail";
  }

  private Incident find(String number) {
    IncidentNumber asked = new IncidentNumber(number);
    Long agencyId = holder().agencyId();
    return agencyId == null ? incidents.get(asked) : incidents.get(agencyId, asked);
  }

  private static Set<IncidentStatus> statuses(@Nullable Set<String> names) {
    Set<IncidentStatus> known = EnumSet.noneOf(IncidentStatus.class);
    if (names != null) {
      Arrays.stream(IncidentStatus.values())
          .filter(status -> names.contains(status.name()))
          .forEach(known::add);
    }
    return known;
  }

  private static Sort sort(String column) {
    return switch (column) {
      case "name" -> Sort.CONTACT_NAME;
      case "date" -> Sort.OCCURRED_ON;
      case "status" -> Sort.STATUS;
      default -> Sort.NUMBER;
    };
  }

  private static CardHolder holder() {
    return LoginSession.holder().orElseThrow();
  }
}
