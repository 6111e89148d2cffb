package tw.gov.mocs.hub.web.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.audit.CallSearch;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.incident.Incident;
import tw.gov.mocs.hub.incident.IncidentCalls;
import tw.gov.mocs.hub.incident.IncidentCalls.Look;
import tw.gov.mocs.hub.incident.IncidentCalls.Scope;
import tw.gov.mocs.hub.incident.IncidentNumber;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.calls.CallReasons;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.ServiceNames;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** The calls that an incident is about: the list, and the same as a file. */
@Controller
final class ConcernedCallPages {

  private static final String PATH = "/admin/incidents/{number:[0-9]{8}}/calls";
  private static final String[] COLUMNS = {"-time"};

  private final Incidents incidents;
  private final IncidentCalls calls;
  private final Catalogue catalogue;
  private final CallReasons reasons;
  private final CallerAddress addresses;
  private final ListFiles files;

  ConcernedCallPages(
      Incidents incidents,
      IncidentCalls calls,
      Catalogue catalogue,
      CallReasons reasons,
      CallerAddress addresses,
      ListFiles files) {
    this.incidents = incidents;
    this.calls = calls;
    this.catalogue = catalogue;
    this.reasons = reasons;
    this.addresses = addresses;
    this.files = files;
  }

  @GetMapping(path = PATH, params = "!format")
  String list(
      @PathVariable("number") String number,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Incident incident = incidents.get(new IncidentNumber(number));
    List<Scope> scopes = IncidentCalls.scopes(incident.content());
    Scope scope = scope(request, scopes);
    Listing<CallLine> list =
        Listing.search(
            request,
            ListQuery.of(request, COLUMNS),
            query ->
                scope == null
                    ? new Page<>(List.of(), 1, query.size(), 0)
                    : look(incident, scope, query, null, query.page(), query.size(), request));
    model.addAttribute("incident", incident);
    model.addAttribute("scopes", scopes);
    model.addAttribute("scope", scope);
    model.addAttribute("list", list);
    model.addAttribute("days", CallRecords.KEPT_IN_VIEW.toDays());
    model.addAttribute("names", new ServiceNames(catalogue.current(), locale));
    model.addAttribute("reasons", reasons);
    return "support/calls";
  }

  @GetMapping(path = PATH, params = "format")
  void export(
      @PathVariable("number") String number,
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Incident incident = incidents.get(new IncidentNumber(number));
    Scope scope = scope(request, IncidentCalls.scopes(incident.content()));
    ListQuery query = ListQuery.of(request, COLUMNS);
    ListFile.Rows<CallLine> rows =
        (page, begun) ->
            look(incident, scope, query, begun, page, CallSearch.MAX_SIZE, request).items();
    ListFile<CallLine> file = files.begin("support.calls.file", request);
    ServiceNames names = new ServiceNames(catalogue.current(), file.locale());
    file.column("calls.time", CallLine::receivedAt)
        .column("calls.service", line -> names.isFile(line.service()) ? "" : line.service())
        .column("calls.serviceName", line -> names.of(line.service()))
        .column("calls.application", CallLine::applicationNo)
        .column("calls.outcome", CallLine::outcome)
        .column("calls.reason", line -> reason(line, file))
        .column("calls.requestId", CallLine::requestId)
        .column("calls.recordId", CallLine::recordId)
        .send(format, scope == null ? ListFile.Rows.of(List.of()) : rows, response);
  }

  private String reason(CallLine line, ListFile<CallLine> file) {
    return line.served()
        ? file.text("calls.served")
        : line.refusal().map(code -> reasons.why(code, file.locale())).orElse("");
  }

  private Page<CallLine> look(
      Incident incident,
      @Nullable Scope scope,
      ListQuery query,
      @Nullable Instant before,
      int page,
      int size,
      HttpServletRequest request) {
    if (scope == null) {
      return new Page<>(List.of(), page, size, 0);
    }
    Actor actor = LoginSession.holder().orElseThrow().actor(addresses.of(request));
    Look look = new Look(scope, before, !query.descending(), page, size);
    return calls.look(incident.number(), look, actor);
  }

  /** The one that is asked for, or the narrowest; null where the incident names nothing. */
  private static @Nullable Scope scope(HttpServletRequest request, List<Scope> scopes) {
    String asked = request.getParameter("scope");
    return scopes.stream()
        .filter(one -> one.name().equals(asked))
        .findFirst()
        .orElse(scopes.isEmpty() ? null : scopes.get(0));
  }
}
