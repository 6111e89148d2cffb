package tw.gov.mocs.hub.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.ApplicationLine;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.ServiceNames;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/**
 * The list as a file: everything that its criteria let through, in its order; nothing that is
 * submitted after it was begun, so that no line is there twice or left out.
 */
@Controller
final class ProgressExport {

  private final ShownApplications shown;
  private final Catalogue catalogue;
  private final MessageSource messages;
  private final ListFiles files;

  ProgressExport(
      ShownApplications shown, Catalogue catalogue, MessageSource messages, ListFiles files) {
    this.shown = shown;
    this.catalogue = catalogue;
    this.messages = messages;
    this.files = files;
  }

  @GetMapping(path = "/progress", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Criteria criteria = Criteria.of(request);
    ListQuery query = ListQuery.of(request, Criteria.COLUMNS);
    ListFile<ApplicationLine> file = files.begin("progress.title", request);
    ListFile.Rows<ApplicationLine> rows =
        (page, before) ->
            shown.search(criteria.search(query, page, ListFile.AT_ONCE).asOf(before)).items();
    columns(file).send(format, criteria.faults(messages, file.locale()), rows, response);
  }

  private ListFile<ApplicationLine> columns(ListFile<ApplicationLine> file) {
    ServiceNames names = new ServiceNames(catalogue.current(), file.locale());
    return file.column("progress.column.number", ApplicationLine::number)
        .column("progress.column.agency", line -> line.agencyCode().value())
        .column("progress.column.contact", ApplicationLine::contactName)
        .column("progress.column.services", line -> String.join("、", names.ofAll(line.services())))
        .column("progress.column.submitted", ApplicationLine::submittedAt)
        .column("progress.column.from", line -> day(line, ServicePeriod::from))
        .column("progress.column.to", line -> day(line, ServicePeriod::to))
        .column("progress.column.status", line -> file.text("answer.state." + plain(line).state()))
        .column(
            "progress.column.method",
            line -> line.method() == null ? "" : file.text("answer.method." + line.method()));
  }

  private static @Nullable Object day(ApplicationLine line, Function<ServicePeriod, Object> which) {
    ServicePeriod period = plain(line).period();
    return period == null ? null : which.apply(period);
  }

  private static ProgressLine plain(ApplicationLine line) {
    return new ProgressLine(line, List.of(), List.of());
  }
}
