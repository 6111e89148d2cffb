package tw.gov.mocs.hub.web.calls;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.audit.CallSearch;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.ServiceNames;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** The filtered list as a file, up to {@link CallRecords#MAX_LINES} rows. */
@Controller
final class CallExport {

  private final CallRecords records;
  private final Catalogue catalogue;
  private final CallReasons reasons;
  private final MessageSource messages;
  private final ListFiles files;

  CallExport(
      CallRecords records,
      Catalogue catalogue,
      CallReasons reasons,
      MessageSource messages,
      ListFiles files) {
    this.records = records;
    this.catalogue = catalogue;
    this.reasons = reasons;
    this.messages = messages;
    this.files = files;
  }

  @GetMapping(path = "/calls", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    CallCriteria criteria = CallCriteria.of(request);
    ListFile<CallLine> file = files.begin("calls.title", request);
    Faults faults = criteria.faults(messages, file.locale());
    columns(file).send(format, faults, rows(criteria, request), response);
  }

  private ListFile.Rows<CallLine> rows(CallCriteria criteria, HttpServletRequest request) {
    long agencyId = LoginSession.holder().orElseThrow().requireAgency();
    boolean oldestFirst = !ListQuery.of(request, CallPages.COLUMNS).descending();
    return (page, before) ->
        records
            .search(criteria.search(agencyId, before, oldestFirst, page, CallSearch.MAX_SIZE))
            .items();
  }

  private ListFile<CallLine> columns(ListFile<CallLine> file) {
    ServiceNames names = new ServiceNames(catalogue.current(), file.locale());
    return file.column("calls.time", CallLine::receivedAt)
        .column("calls.service", line -> names.codeOf(line.service()))
        .column("calls.serviceName", line -> names.of(line.service()))
        .column("calls.application", CallLine::applicationNo)
        .column("calls.requestId", CallLine::requestId)
        .column("calls.recordId", CallLine::recordId)
        .column("calls.outcome", CallLine::outcome)
        .column("calls.reason", line -> reason(line, file))
        .column("calls.rows", line -> line.isPartOfFile() ? null : line.rows())
        .column("calls.bytes", CallLine::bytes)
        .column("calls.milliseconds", line -> line.duration().toMillis())
        .column("calls.certificateSerial", CallLine::certificateSerial);
  }

  private String reason(CallLine line, ListFile<CallLine> file) {
    return line.served()
        ? file.text("calls.served")
        : line.refusal().map(code -> reasons.why(code, file.locale())).orElse("");
  }
}
