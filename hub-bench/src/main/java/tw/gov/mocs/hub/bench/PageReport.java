package tw.gov.mocs.hub.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one walk over pages. */
final class PageReport {

  private final Map<String, List<PageMeasurement>> rounds = new LinkedHashMap<>();

  void add(String name, PageMeasurement round) {
    rounds.computeIfAbsent(name, key -> new ArrayList<>()).add(round);
  }

  String table(Walk walk) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%n%-22s %9s %11s %17s %10s %9s %8s%n"
            .formatted(
                walk, "rows", "rows/cpu-s", "worst..best", "with db", "s a walk", "heap MB"));
    rounds.forEach((name, all) -> text.append(line(name, all)));
    return text.toString();
  }

  private static String line(String name, List<PageMeasurement> all) {
    PageMeasurement sum = sum(all);
    double[] each = all.stream().mapToDouble(PageMeasurement::rowsPerCpuSecond).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%-22s %9d %11.0f %17s %10.0f %9.2f %8d%n",
        name,
        sum.rows(),
        sum.rowsPerCpuSecond(),
        "%.0f..%.0f".formatted(each[0], each[each.length - 1]),
        sum.rowsPerCpuSecondOfAll(),
        sum.time().toNanos() / 1e9 / all.size(),
        sum.heap());
  }

  Map<String, Object> values() {
    Map<String, Object> contenders = new LinkedHashMap<>();
    rounds.forEach((name, all) -> contenders.put(name, values(all)));
    return contenders;
  }

  private static Map<String, Object> values(List<PageMeasurement> all) {
    PageMeasurement sum = sum(all);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rows", sum.rows());
    values.put("cpuSeconds", sum.cpu().toNanos() / 1e9);
    values.put("databaseCpuSeconds", sum.database().toNanos() / 1e9);
    values.put("rowsPerCpuSecond", sum.rowsPerCpuSecond());
    values.put("rowsPerCpuSecondWithDatabase", sum.rowsPerCpuSecondOfAll());
    values.put("perRound", all.stream().map(PageMeasurement::rowsPerCpuSecond).toList());
    values.put("secondsAWalk", sum.time().toNanos() / 1e9 / all.size());
    values.put("heapAfterCollectionMegabytes", sum.heap());
    return values;
  }

  private static PageMeasurement sum(List<PageMeasurement> all) {
    return all.stream().reduce(PageMeasurement::with).orElseThrow();
  }
}
