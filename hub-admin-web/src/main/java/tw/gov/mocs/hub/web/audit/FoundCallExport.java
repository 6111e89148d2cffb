package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.CallSearch;
import tw.gov.mocs.hub.audit.FoundCall;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.web.calls.CallReasons;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.ServiceNames;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** The calls that were found as a file, up to the lines that a search shows. */
@Controller
final class FoundCallExport {

  private final FoundCalls calls;
  private final KnownAgencies agencies;
  private final Catalogue catalogue;
  private final CallReasons reasons;
  private final ListFiles files;

  FoundCallExport(
      FoundCalls calls,
      KnownAgencies agencies,
      Catalogue catalogue,
      CallReasons reasons,
      ListFiles files) {
    this.calls = calls;
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.reasons = reasons;
    this.files = files;
  }

  @GetMapping(path = "/admin/audit/calls", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    CallFilter filter = CallFilter.of(request);
    ListFile<FoundCall> file = files.begin("audit.calls.title", request);
    columns(file, filter)
        .send(format, calls.faults(filter, file.locale()), rows(filter, request), response);
  }

  private ListFile.Rows<FoundCall> rows(CallFilter filter, HttpServletRequest request) {
    boolean oldestFirst = !ListQuery.of(request, FoundCallPages.COLUMNS).descending();
    return new FullPages<>(
        CallSearch.MAX_SIZE,
        (page, before) ->
            calls.search(filter, before, oldestFirst, page, CallSearch.MAX_SIZE, request).items());
  }

  private ListFile<FoundCall> columns(ListFile<FoundCall> file, CallFilter filter) {
    ServiceNames names = new ServiceNames(catalogue.current(), file.locale());
    file.column("audit.time", call -> call.line().receivedAt())
        .column("audit.agencyCode", FoundCall::agencyCode)
        .column("audit.agency", call -> agencies.name(call.agencyCode(), file.locale()))
        .column("calls.service", call -> names.codeOf(call.line().service()))
        .column("calls.serviceName", call -> names.of(call.line().service()))
        .column("calls.application", call -> call.line().applicationNo())
        .column("calls.requestId", call -> call.line().requestId())
        .column("calls.recordId", FoundCall::recordId)
        .column("calls.outcome", call -> call.line().outcome())
        .column("calls.reason", call -> reason(call, file))
        .column("calls.rows", call -> call.line().isPartOfFile() ? null : call.line().rows())
        .column("audit.persons", FoundCall::persons)
        .column("calls.bytes", call -> call.line().bytes())
        .column("calls.milliseconds", call -> call.line().duration().toMillis())
        .column("audit.address", FoundCall::callerAddress)
        .column("calls.certificateSerial", call -> call.line().certificateSerial());
    return filter.persons().isEmpty()
        ? file
        : file.column("audit.standing", call -> file.text("audit.standing." + call.standing()));
  }

  private String reason(FoundCall call, ListFile<FoundCall> file) {
    return call.line().served()
        ? file.text("calls.served")
        : call.line().refusal().map(code -> reasons.why(code, file.locale())).orElse("");
  }
}
