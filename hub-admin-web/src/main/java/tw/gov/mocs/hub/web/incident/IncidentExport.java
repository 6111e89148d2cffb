package tw.gov.mocs.hub.web.incident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.incident.IncidentLine;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** The list as a file: everything that its criteria let through, in its order. */
@Controller
final class IncidentExport {

  private final Incidents incidents;
  private final ListFiles files;
  private final MessageSource messages;

  IncidentExport(Incidents incidents, ListFiles files, MessageSource messages) {
    this.incidents = incidents;
    this.files = files;
    this.messages = messages;
  }

  @GetMapping(path = "/incidents", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    IncidentCriteria criteria = IncidentCriteria.of(request);
    ListQuery query = ListQuery.of(request, IncidentCriteria.COLUMNS);
    Long agencyId = LoginSession.holder().orElseThrow().agencyId();
    ListFile.Rows<IncidentLine> rows =
        (page, before) ->
            incidents
                .search(criteria.search(agencyId, query, before, page, ListFile.AT_ONCE))
                .items();
    ListFile<IncidentLine> file = files.begin("menu.incidents", request);
    file.column("incident.number", IncidentLine::number)
        .column("incident.agencyCode", line -> line.agencyCode().value())
        .column("incident.contactName", IncidentLine::contactName)
        .column("incident.occurredOn", IncidentLine::occurredOn)
        .column("incident.callId", IncidentLine::callId)
        .column("incident.status", line -> file.text("incident.status." + line.status()))
        .column("incident.reportedAt", IncidentLine::reportedAt)
        .column("incident.changedAt", IncidentLine::changedAt)
        .send(format, criteria.days().faults(messages, file.locale()), rows, response);
  }
}
