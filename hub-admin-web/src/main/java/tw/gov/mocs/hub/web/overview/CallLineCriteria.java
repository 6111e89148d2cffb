package tw.gov.mocs.hub.web.overview;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.web.layout.Criterion;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.overview.CallLine.Ended;

/**
 * The criteria of the calls by day and service, as the address says them.
 *
 * @param text a part of the code or of the name of a service, as typed
 * @param outcome only where calls ended so; null for all
 * @param days in Taipei
 */
record CallLineCriteria(String text, @Nullable Ended outcome, DayRange days) {

  /** The columns that the list can be sorted by; the newest day first. */
  static final String[] COLUMNS = {"-day", "service", "served", "refused", "failed"};

  static CallLineCriteria of(HttpServletRequest request) {
    return new CallLineCriteria(
        Criterion.words(request),
        Criterion.chosen(request, "outcome", Ended.values()),
        DayRange.of(request));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || outcome != null || !days.isEmpty();
  }

  List<CallLine> found(List<CallLine> all) {
    LocalDate first = days.from().day();
    LocalDate last = days.to().day();
    return all.stream()
        .filter(line -> first == null || !line.day().isBefore(first))
        .filter(line -> last == null || !line.day().isAfter(last))
        .filter(line -> outcome == null || line.of(outcome) > 0)
        .filter(line -> Criterion.isIn(text, line.code(), line.name()))
        .toList();
  }

  static Comparator<CallLine> order(String sort) {
    Comparator<CallLine> order =
        switch (sort) {
          case "service" -> comparing(CallLine::code);
          case "served" -> comparing(line -> line.calls().served());
          case "refused" -> comparing(line -> line.calls().refused());
          case "failed" -> comparing(line -> line.calls().failed());
          default -> comparing(CallLine::day);
        };
    return order.thenComparing(CallLine::day).thenComparing(CallLine::code);
  }
}
