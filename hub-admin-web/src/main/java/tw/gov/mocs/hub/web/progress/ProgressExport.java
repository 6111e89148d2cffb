package tw.gov.mocs.hub.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
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
import tw.gov.mocs.hub.application.ApplicationLine;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.sheet.Column;
import tw.gov.mocs.hub.web.sheet.SaveAs;
import tw.gov.mocs.hub.web.sheet.Sheet;
import tw.gov.mocs.hub.web.sheet.SheetFormat;

/**
 * The list as a file: everything that its criteria let through, in its order, read by and by;
 * nothing that is submitted after it was begun, so that no line is there twice or left out.
 */
@Controller
final class ProgressExport {

  private static final int AT_ONCE = 1_000;

  private final ShownApplications shown;
  private final Catalogue catalogue;
  private final MessageSource messages;
  private final Clock clock;

  ProgressExport(
      ShownApplications shown, Catalogue catalogue, MessageSource messages, Clock clock) {
    this.clock = clock;
    this.shown = shown;
    this.catalogue = catalogue;
    this.messages = messages;
  }

  @GetMapping(path = "/progress", params = "format")
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
    Criteria criteria = Criteria.of(request);
    ListQuery query = ListQuery.of(request, Criteria.COLUMNS);
    boolean readable = criteria.faults(messages, locale).isEmpty();
    String title = messages.getMessage("progress.title", null, locale);
    Iterator<ApplicationLine> rows =
        readable ? rows(criteria, query) : List.<ApplicationLine>of().iterator();
    SaveAs.headers(format.fileName(title), format.mediaType())
        .forEach((header, values) -> response.setHeader(header, values.get(0)));
    format.write(new Sheet<>(title, columns(locale), rows), response.getOutputStream());
  }

  private Iterator<ApplicationLine> rows(Criteria criteria, ListQuery query) {
    Instant now = clock.instant();
    return IntStream.iterate(1, page -> page + 1)
        .mapToObj(page -> shown.search(criteria.search(query, page, AT_ONCE).asOf(now)).items())
        .takeWhile(items -> !items.isEmpty())
        .flatMap(List::stream)
        .iterator();
  }

  private List<Column<ApplicationLine>> columns(Locale locale) {
    CatalogueSnapshot known = catalogue.current();
    return List.of(
        column("number", ApplicationLine::number, locale),
        column("agency", line -> line.agencyCode().value(), locale),
        column("contact", ApplicationLine::contactName, locale),
        column("services", line -> String.join("、", ServiceNames.of(line, known, locale)), locale),
        column("submitted", ApplicationLine::submittedAt, locale),
        column("from", line -> day(line, ServicePeriod::from), locale),
        column("to", line -> day(line, ServicePeriod::to), locale),
        column(
            "status",
            line ->
                text(
                    "answer.state." + new ProgressLine(line, List.of(), List.of()).state(), locale),
            locale),
        column(
            "method",
            line -> line.method() == null ? "" : text("answer.method." + line.method(), locale),
            locale));
  }

  private static @Nullable Object day(ApplicationLine line, Function<ServicePeriod, Object> which) {
    ServicePeriod period = new ProgressLine(line, List.of(), List.of()).period();
    return period == null ? null : which.apply(period);
  }

  private Column<ApplicationLine> column(
      String key, Function<ApplicationLine, @Nullable Object> value, Locale locale) {
    return Column.of(text("progress.column." + key, locale), value);
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
