package tw.gov.mocs.hub.web.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.incident.IncidentDesk;
import tw.gov.mocs.hub.incident.IncidentLine;
import tw.gov.mocs.hub.incident.IncidentStatus;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** The list of what all agencies reported, the oldest first, and the same as a file. */
@Controller
final class SupportListPage {

  private static final long NOBODY = -1;

  private final Incidents incidents;
  private final IncidentDesk desk;
  private final Agencies agencies;
  private final ListFiles files;
  private final MessageSource messages;
  private final Clock clock;

  SupportListPage(
      Incidents incidents,
      IncidentDesk desk,
      Agencies agencies,
      ListFiles files,
      MessageSource messages,
      Clock clock) {
    this.incidents = incidents;
    this.desk = desk;
    this.agencies = agencies;
    this.files = files;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping(path = "/admin/incidents", params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    SupportCriteria criteria = SupportCriteria.of(request);
    Faults faults = criteria.days().faults(messages, locale);
    // Just now reported is before this moment, too.
    Instant moment = clock.instant().plusSeconds(1);
    Listing<IncidentLine> list =
        Listing.search(
            request,
            ListQuery.of(request, SupportCriteria.COLUMNS),
            faults,
            query -> page(criteria, query, moment, query.page(), query.size()));
    model.addAttribute("faults", faults);
    model.addAttribute("criteria", criteria);
    model.addAttribute("ages", SupportCriteria.AGES);
    model.addAttribute("statuses", IncidentStatus.values());
    model.addAttribute("administrators", desk.administrators());
    model.addAttribute("longestText", SupportCriteria.LONGEST_TEXT);
    model.addAttribute("list", list);
    model.addAttribute("page", this);
    return "support/list";
  }

  @GetMapping(path = "/admin/incidents", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    SupportCriteria criteria = SupportCriteria.of(request);
    ListQuery query = ListQuery.of(request, SupportCriteria.COLUMNS);
    ListFile.Rows<IncidentLine> rows =
        (page, begun) -> page(criteria, query, begun, page, ListFile.AT_ONCE).items();
    ListFile<IncidentLine> file = files.begin("admin.incidents", request);
    file.column("incident.number", IncidentLine::number)
        .column("incident.agencyCode", line -> line.agencyCode().value())
        .column("incident.contactName", IncidentLine::contactName)
        .column("incident.occurredOn", IncidentLine::occurredOn)
        .column("incident.callId", IncidentLine::callId)
        .column("incident.status", line -> file.text("incident.status." + line.status()))
        .column("support.assignee", IncidentLine::assignee)
        .column("support.age", this::age)
        .column("incident.reportedAt", IncidentLine::reportedAt)
        .column("incident.changedAt", IncidentLine::changedAt)
        .send(format, criteria.days().faults(messages, file.locale()), rows, response);
  }

  /** Whole days since it was reported. */
  public long age(IncidentLine line) {
    return Math.max(0, Duration.between(line.reportedAt(), clock.instant()).toDays());
  }

  private Page<IncidentLine> page(
      SupportCriteria criteria, ListQuery query, Instant moment, int page, int size) {
    Long agencyId = criteria.agency().isEmpty() ? null : agency(criteria.agency());
    String reader = LoginSession.holder().orElseThrow().name();
    return incidents.search(criteria.search(agencyId, reader, query, moment, page, size));
  }

  private Long agency(String code) {
    return AgencyCode.matches(code)
        ? agencies.find(new AgencyCode(code)).map(Agency::id).orElse(NOBODY)
        : NOBODY;
  }
}
