package tw.gov.mocs.hub.client;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows a command asks for. */
final class CriteriaOptions {

  /** What a person would take for a date or a time, in whatever calendar and order. */
  private static final Pattern DATE_LIKE =
      Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(\\D.*)?");

  @Option(
      names = "--id-no",
      paramLabel = "ID",
      description = "身分證號; repeatable; - reads one a line from standard input")
  private List<String> idNos = new ArrayList<>();

  @Option(names = "--criterion", paramLabel = "FIELD=VALUE", description = "條件; repeatable")
  private List<String> criteria = new ArrayList<>();

  @Option(
      names = "--range",
      paramLabel = "FIELD=FROM..TO",
      description = {
        "範圍; repeatable; one end may be empty.",
        "Dates as 2026-01-31, both ends included; times as 2026-01-31T08:00:00+08:00, the end"
            + " excluded."
      })
  private List<String> ranges = new ArrayList<>();

  boolean isEmpty() {
    return idNos.isEmpty() && criteria.isEmpty() && ranges.isEmpty();
  }

  void applyTo(HubRequest.Builder request) {
    IdNumbers.of(idNos, System.in).forEach(idNo -> request.where("idNo", idNo));
    for (String criterion : criteria) {
      String[] named = named("--criterion", criterion);
      request.where(named[0], value("--criterion", named[1]));
    }
    ranges.forEach(range -> between(request, range));
  }

  private static void between(HubRequest.Builder request, String range) {
    String[] named = named("--range", range);
    String[] ends = named[1].split("\\.\\.", 2);
    if (ends.length != 2 || (ends[0].isEmpty() && ends[1].isEmpty())) {
      throw new HubCallException(Failure.OPTION_INVALID, "--range", range, "FIELD=FROM..TO");
    }
    request.between(named[0], end(ends[0]), end(ends[1]));
  }

  private static @Nullable String end(String given) {
    return given.isEmpty() ? null : value("--range", given);
  }

  private static String[] named(String option, String given) {
    String[] parts = given.split("=", 2);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new HubCallException(Failure.OPTION_INVALID, option, given, "FIELD=…");
    }
    return parts;
  }

  /** The hub would only say that the value is not of its type. */
  private static String value(String option, String given) {
    if (DATE_LIKE.matcher(given).matches() && !isDate(given) && !isTime(given)) {
      throw new HubCallException(Failure.DATE_INVALID, option, given);
    }
    return given;
  }

  private static boolean isDate(String given) {
    try {
      return LocalDate.parse(given) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTime(String given) {
    try {
      return OffsetDateTime.parse(given) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
