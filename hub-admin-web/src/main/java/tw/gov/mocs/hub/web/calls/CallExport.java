package tw.gov.mocs.hub.web.calls;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.audit.CallSearch;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.Column;
import tw.gov.mocs.hub.web.sheet.SaveAs;
import tw.gov.mocs.hub.web.sheet.Sheet;
import tw.gov.mocs.hub.web.sheet.SheetFormat;

/** The filtered list as a file, up to {@link CallRecords#MAX_LINES} rows, read by and by. */
@Controller
final class CallExport {

  private final CallRecords records;
  private final Catalogue catalogue;
  private final CallReasons reasons;
  private final MessageSource messages;
  private final Clock clock;

  CallExport(
      CallRecords records,
      Catalogue catalogue,
      CallReasons reasons,
      MessageSource messages,
      Clock clock) {
    this.records = records;
    this.catalogue = catalogue;
    this.reasons = reasons;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping(path = "/calls", params = "format")
  void export(
      @RequestParam("format") String name,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale)
      throws IOException {
    SheetFormat format =
        Stream.of(SheetFormat.values())
            .filter(known -> known.name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no such format", name));
    CallCriteria criteria = CallCriteria.of(request);
    String title = text("calls.title", locale);
    Iterator<CallLine> rows =
        criteria.faults(messages, locale).isEmpty()
            ? rows(criteria, ListQuery.of(request, CallPages.COLUMNS))
            : Collections.emptyIterator();
    SaveAs.headers(format.fileName(title), format.mediaType())
        .forEach((header, values) -> response.setHeader(header, values.get(0)));
    format.write(new Sheet<>(title, columns(locale), rows), response.getOutputStream());
  }

  private Iterator<CallLine> rows(CallCriteria criteria, ListQuery query) {
    long agencyId = LoginSession.holder().orElseThrow().requireAgency();
    Instant now = clock.instant();
    return IntStream.iterate(1, page -> page + 1)
        .mapToObj(
            page ->
                records
                    .search(
                        criteria.search(
                            agencyId, now, !query.descending(), page, CallSearch.MAX_SIZE))
                    .items())
        .takeWhile(items -> !items.isEmpty())
        .flatMap(List::stream)
        .iterator();
  }

  private List<Column<CallLine>> columns(Locale locale) {
    ServiceNames names = new ServiceNames(catalogue.current(), locale);
    return List.of(
        column("calls.time", CallLine::receivedAt, locale),
        column("calls.service", CallLine::service, locale),
        column("calls.serviceName", line -> names.of(line.service()), locale),
        column("calls.application", CallLine::applicationNo, locale),
        column("calls.requestId", CallLine::requestId, locale),
        column("calls.recordId", CallLine::recordId, locale),
        column("calls.outcome", CallLine::outcome, locale),
        column("calls.reason", line -> reason(line, locale), locale),
        column("calls.rows", CallLine::rows, locale),
        column("calls.bytes", CallLine::bytes, locale),
        column("calls.milliseconds", line -> line.duration().toMillis(), locale),
        column("calls.certificateSerial", CallLine::certificateSerial, locale));
  }

  private String reason(CallLine line, Locale locale) {
    return line.served()
        ? text("calls.served", locale)
        : line.refusal().map(code -> reasons.why(code, locale)).orElse("");
  }

  private Column<CallLine> column(
      String key, Function<CallLine, @Nullable Object> value, Locale locale) {
    return Column.of(text(key, locale), value);
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
