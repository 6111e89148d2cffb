package tw.gov.mocs.hub.web.audit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.usage.Finding;
import tw.gov.mocs.hub.usage.Pattern;
import tw.gov.mocs.hub.usage.Usage;
import tw.gov.mocs.hub.usage.UsageReview;
import tw.gov.mocs.hub.usage.UsageSettings;
import tw.gov.mocs.hub.usage.Volume;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 使用量 of each application against what was granted, and 異常情形. */
@Controller
final class UsagePages {

  private static final Map<String, Comparator<Volume>> VOLUMES =
      Map.of(
          "number", comparing(Volume::applicationNo),
          "calls", comparingLong(Volume::callsPercent),
          "rows", comparingLong(Volume::rowsPercent),
          "persons", comparingLong(Volume::persons),
          "refused", comparingLong(Volume::refused),
          "failed", comparingLong(Volume::failed));

  private static final Map<String, Comparator<Finding>> FINDINGS =
      Map.of(
          "day", comparing(Finding::day),
          "number", comparing(Finding::applicationNo),
          "seen", comparingLong(Finding::seen));

  private final UsageReview review;
  private final UsageSettings settings;
  private final KnownAgencies agencies;
  private final Auditor auditor;
  private final MessageSource messages;
  private final ListFiles files;
  private final Clock clock;

  UsagePages(
      UsageReview review,
      UsageSettings settings,
      KnownAgencies agencies,
      Auditor auditor,
      MessageSource messages,
      ListFiles files,
      Clock clock) {
    this.review = review;
    this.settings = settings;
    this.agencies = agencies;
    this.auditor = auditor;
    this.messages = messages;
    this.files = files;
    this.clock = clock;
  }

  @GetMapping(path = "/admin/audit/usage", params = "!format")
  String usage(HttpServletRequest request, Locale locale, Model model) {
    UsageFilter filter = UsageFilter.of(request);
    Faults faults = filter.faults(RocDate.dayOf(clock.instant()), messages, locale);
    List<Volume> volumes = shown(filter, faults, request, locale, model).volumes();
    ListQuery query =
        ListQuery.of(request, "-calls", "rows", "persons", "refused", "failed", "number");
    model.addAttribute("list", list(request, query, faults, filtered(volumes, filter), VOLUMES));
    return "audit/usage";
  }

  @GetMapping(path = "/admin/audit/usage", params = "format")
  void usageFile(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    UsageFilter filter = UsageFilter.of(request);
    ListFile<Volume> file = files.begin("audit.usage.title", request);
    List<Volume> volumes = filtered(read(filter, request, file.locale()).volumes(), filter);
    file.column("calls.application", Volume::applicationNo)
        .column("audit.agencyCode", volume -> volume.agencyCode().value())
        .column("audit.usage.served", Volume::served)
        .column("audit.usage.mostCalls", Volume::mostCalls)
        .column(
            "audit.usage.grantedCalls", volume -> volume.isFile() ? null : volume.granted().calls())
        .column("audit.usage.rows", Volume::rows)
        .column("audit.usage.mostRows", Volume::mostRows)
        .column("audit.usage.grantedRows", volume -> volume.granted().rows())
        .column("audit.usage.persons", Volume::persons)
        .column("audit.usage.refused", Volume::refused)
        .column("audit.usage.failed", Volume::failed)
        .send(format, ListFile.Rows.of(volumes), response);
  }

  @GetMapping(path = "/admin/audit/patterns", params = "!format")
  String patterns(HttpServletRequest request, Locale locale, Model model) {
    UsageFilter filter = UsageFilter.of(request);
    Faults faults = filter.faults(RocDate.dayOf(clock.instant()), messages, locale);
    List<Finding> findings = shown(filter, faults, request, locale, model).findings();
    ListQuery query = ListQuery.of(request, "-day", "number", "seen");
    model.addAttribute("list", list(request, query, faults, held(findings, filter), FINDINGS));
    model.addAttribute("patterns", Pattern.values());
    model.addAttribute("settings", settings);
    return "audit/patterns";
  }

  @GetMapping(path = "/admin/audit/patterns", params = "format")
  void patternsFile(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    UsageFilter filter = UsageFilter.of(request);
    ListFile<Finding> file = files.begin("audit.patterns.title", request);
    List<Finding> findings = held(read(filter, request, file.locale()).findings(), filter);
    file.column("audit.usage.day", Finding::day)
        .column("audit.agencyCode", finding -> finding.agencyCode().value())
        .column("calls.application", Finding::applicationNo)
        .column("audit.pattern", finding -> file.text("audit.pattern." + finding.pattern()))
        .column("audit.pattern.seen", Finding::seen)
        .column("audit.pattern.limit", Finding::limit)
        .send(format, ListFile.Rows.of(findings), response);
  }

  private Usage shown(
      UsageFilter filter, Faults faults, HttpServletRequest request, Locale locale, Model model) {
    LocalDate today = RocDate.dayOf(clock.instant());
    model.addAttribute("filter", filter);
    model.addAttribute("faults", faults);
    model.addAttribute("agencies", agencies);
    model.addAttribute("first", faults.isEmpty() ? filter.first(today) : null);
    model.addAttribute("last", faults.isEmpty() ? filter.last(today) : null);
    return read(filter, request, locale);
  }

  private Usage read(UsageFilter filter, HttpServletRequest request, Locale locale) {
    LocalDate today = RocDate.dayOf(clock.instant());
    return filter.faults(today, messages, locale).isEmpty()
        ? review.look(filter.first(today), filter.last(today), auditor.of(request))
        : new Usage(List.of(), List.of());
  }

  private static List<Volume> filtered(List<Volume> volumes, UsageFilter filter) {
    return volumes.stream().filter(filter::holds).toList();
  }

  private static List<Finding> held(List<Finding> findings, UsageFilter filter) {
    return findings.stream().filter(filter::holds).toList();
  }

  private static <T> Listing<T> list(
      HttpServletRequest request,
      ListQuery wanted,
      Faults faults,
      List<T> all,
      Map<String, Comparator<T>> orders) {
    Comparator<T> order = requireNonNull(orders.get(wanted.sort()), "order");
    List<T> sorted = all.stream().sorted(wanted.descending() ? order.reversed() : order).toList();
    Function<ListQuery, Page<T>> page =
        query ->
            new Page<>(
                sorted.stream()
                    .skip((query.page() - 1L) * query.size())
                    .limit(query.size())
                    .toList(),
                query.page(),
                query.size(),
                sorted.size());
    return Listing.search(request, wanted, faults, page);
  }
}
