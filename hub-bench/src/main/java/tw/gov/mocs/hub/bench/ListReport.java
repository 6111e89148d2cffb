package tw.gov.mocs.hub.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Server times of lists, in milliseconds. */
final class ListReport {

  private final Map<String, Map<String, Double>> times = new LinkedHashMap<>();

  private final Map<String, List<List<String>>> plans = new LinkedHashMap<>();

  void plans(String database, String list, List<List<String>> of) {
    plans.put(list + " on " + database, of);
  }

  Map<String, List<List<String>>> plans() {
    return plans;
  }

  void add(String database, String list, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("medianMs", millis(sorted[sorted.length / 2]));
    figures.put("worstMs", millis(sorted[sorted.length - 1]));
    times.put(list + " on " + database, figures);
  }

  private static double millis(long nanos) {
    return Math.round(nanos / 1e5) / 10.0;
  }

  String table() {
    if (times.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder("%n%-64s %10s %10s%n".formatted("list", "median ms", "worst ms"));
    times.forEach(
        (list, figures) ->
            text.append(
                "%-64s %10.1f %10.1f%n"
                    .formatted(list, figures.get("medianMs"), figures.get("worstMs"))));
    return text.toString();
  }

  Map<String, Map<String, Double>> values() {
    return times;
  }
}
