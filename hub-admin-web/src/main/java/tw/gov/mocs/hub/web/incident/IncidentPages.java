package tw.gov.mocs.hub.web.incident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.incident.Incident;
import tw.gov.mocs.hub.incident.IncidentEntry;
import tw.gov.mocs.hub.incident.IncidentEntry.Kind;
import tw.gov.mocs.hub.incident.IncidentLine;
import tw.gov.mocs.hub.incident.IncidentNumber;
import tw.gov.mocs.hub.incident.IncidentStatus;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.Names;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 錯誤回報[查詢] and 錯誤回報: an agency sees its own, the ministry all. */
@Controller
final class IncidentPages {

  private final Incidents incidents;
  private final Agencies agencies;
  private final Catalogue catalogue;
  private final CallRecords records;
  private final StoredFiles files;
  private final CallerAddress addresses;
  private final IncidentFaultTexts texts;
  private final Names names;
  private final MessageSource messages;

  IncidentPages(
      Incidents incidents,
      Agencies agencies,
      Catalogue catalogue,
      CallRecords records,
      StoredFiles files,
      CallerAddress addresses,
      IncidentFaultTexts texts,
      Names names,
      MessageSource messages) {
    this.incidents = incidents;
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.records = records;
    this.files = files;
    this.addresses = addresses;
    this.texts = texts;
    this.names = names;
    this.messages = messages;
  }

  @GetMapping(path = "/incidents", params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    IncidentCriteria criteria = IncidentCriteria.of(request);
    Faults faults = criteria.days().faults(messages, locale);
    Long agency = holder().agencyId();
    Listing<IncidentLine> list =
        Listing.search(
            request,
            ListQuery.of(request, IncidentCriteria.COLUMNS),
            faults,
            query ->
                incidents.search(criteria.search(agency, query, null, query.page(), query.size())));
    model.addAttribute("faults", faults);
    model.addAttribute("from", criteria.days().from().typed());
    model.addAttribute("to", criteria.days().to().typed());
    // "application" is the servlet context in a template.
    model.addAttribute("applicationNo", criteria.application());
    model.addAttribute("chosen", criteria.statuses());
    model.addAttribute("statuses", IncidentStatus.values());
    model.addAttribute("mayReport", holder().agencyId() != null);
    model.addAttribute("list", list);
    return "incident/list";
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
      if (!now.has(Kind.REMARKED, said, version)) {
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
    return SaveAs.answer(files.open(file));
  }

  private String show(Incident incident, String said, Faults faults, Model model) {
    String code = incident.content().serviceCode();
    model.addAttribute("incident", incident);
    Agency agency = agencies.get(incident.agencyId());
    model.addAttribute("agency", agency);
    model.addAttribute(
        "service",
        code.isEmpty() ? null : catalogue.current().find(new ServiceCode(code)).orElse(null));
    model.addAttribute(
        "agencyName",
        holder().agencyId() == null ? null : names.of(agency, LocaleContextHolder.getLocale()));
    model.addAttribute(
        "links", holder().agencyId() == null ? null : IncidentLinks.ofAgency(incident, records));
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

  private static CardHolder holder() {
    return LoginSession.holder().orElseThrow();
  }
}
