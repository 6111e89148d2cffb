package tw.gov.mocs.hub.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of the small calls. */
final class CallReport {

  /** Whose speed counts as 1. */
  private static final String BASE = SoapContender.CXF;

  private final Map<String, List<Measurement>> rounds = new LinkedHashMap<>();

  void add(String name, Measurement round) {
    rounds.computeIfAbsent(name, key -> new ArrayList<>()).add(round);
  }

  /** One line for each contender; nothing if none was measured. */
  String table() {
    if (rounds.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "%n%-22s %6s %11s %15s %6s %10s %7s %7s %7s%n"
            .formatted(
                "20 rows a call",
                "calls",
                "calls/cpu-s",
                "worst..best",
                "ratio",
                "with db",
                "p50 ms",
                "p95 ms",
                "p99 ms"));
    rounds.forEach((name, all) -> text.append(line(name, all)));
    return text.toString();
  }

  private String line(String name, List<Measurement> all) {
    Measurement sum = sum(all);
    double[] each = all.stream().mapToDouble(Measurement::callsPerCpuSecond).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%-22s %6d %11.0f %15s %6s %10.0f %7.1f %7.1f %7.1f%n",
        name,
        sum.calls(),
        sum.callsPerCpuSecond(),
        "%.0f..%.0f".formatted(each[0], each[each.length - 1]),
        ratio(sum),
        sum.callsPerCpuSecondOfAll(),
        milliseconds(sum, 50),
        milliseconds(sum, 95),
        milliseconds(sum, 99));
  }

  Map<String, Object> values() {
    Map<String, Object> contenders = new LinkedHashMap<>();
    rounds.forEach((name, all) -> contenders.put(name, values(all)));
    return contenders;
  }

  private Map<String, Object> values(List<Measurement> all) {
    Measurement sum = sum(all);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("calls", sum.calls());
    values.put("cpuSeconds", sum.cpu().toNanos() / 1e9);
    values.put("databaseCpuSeconds", sum.database().toNanos() / 1e9);
    values.put("callsPerCpuSecond", sum.callsPerCpuSecond());
    values.put("callsPerCpuSecondWithDatabase", sum.callsPerCpuSecondOfAll());
    values.put("perRound", all.stream().map(Measurement::callsPerCpuSecond).toList());
    values.put("ratio", ratio(sum));
    for (int percent : new int[] {50, 95, 99}) {
      values.put("p" + percent + "Millis", milliseconds(sum, percent));
    }
    return values;
  }

  private String ratio(Measurement sum) {
    List<Measurement> base = rounds.get(BASE);
    return base == null
        ? "-"
        : String.format(
            Locale.ROOT, "%.2f", sum.callsPerCpuSecond() / sum(base).callsPerCpuSecond());
  }

  private static Measurement sum(List<Measurement> all) {
    return all.stream().reduce(Measurement::with).orElseThrow();
  }

  private static double milliseconds(Measurement measurement, int percent) {
    Duration value = measurement.latencies().percentile(percent);
    return value.toNanos() / 1e6;
  }
}
