package tw.gov.mocs.hub.web.service;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ServiceStatus;

/**
 * The criteria of the list of services as its address says them.
 *
 * @param text a part of a code, name or table as typed
 * @param status only these; null for all
 * @param drifted only those whose calls fail or may fail because the source has changed
 */
record ServiceCriteria(String text, @Nullable ServiceStatus status, boolean drifted) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"code", "name", "fields", "version", "grants"};

  static final int LONGEST = 100;

  static ServiceCriteria of(HttpServletRequest request) {
    String typed = request.getParameter("q");
    String text = typed == null ? "" : typed.strip();
    String status = request.getParameter("state");
    return new ServiceCriteria(
        text.substring(0, Math.min(text.length(), LONGEST)),
        Stream.of(ServiceStatus.values())
            .filter(one -> one.name().equals(status))
            .findFirst()
            .orElse(null),
        "yes".equals(request.getParameter("drift")));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || status != null || drifted;
  }

  boolean means(ServiceLine line) {
    String wanted = text.toLowerCase(Locale.ROOT);
    Stream<String> names = Stream.of(line.code(), line.service().name(), line.service().nameEn());
    return (status == null || status == line.service().status())
        && (!drifted || line.harm() != null)
        && Stream.concat(names, line.tables().stream())
            .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted));
  }

  static Comparator<ServiceLine> order(String sort) {
    Comparator<ServiceLine> code = Comparator.comparing(ServiceLine::code);
    Comparator<ServiceLine> order =
        switch (sort) {
          case "name" -> Comparator.comparing(line -> line.service().name());
          case "fields" -> Comparator.comparing(line -> line.service().fields().size());
          case "version" -> Comparator.comparing(line -> line.service().version());
          case "grants" -> Comparator.comparing(ServiceLine::grants);
          default -> code;
        };
    return order.thenComparing(code);
  }
}
