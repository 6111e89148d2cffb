package tw.gov.mocs.hub.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a run: a table for people, JSON for programs. */
final class Report {

  /** Whose speed counts as 1. */
  static final String BASE = SoapContender.CXF;

  private final Map<String, Object> machine = Machine.facts();
  private final Map<String, List<Measurement>> rounds = new LinkedHashMap<>();

  void add(String name, Measurement round) {
    rounds.computeIfAbsent(name, key -> new ArrayList<>()).add(round);
  }

  /** One line for each contender. */
  String table() {
    StringBuilder text = new StringBuilder();
    machine.forEach((name, value) -> text.append("%-12s %s%n".formatted(name, value)));
    text.append(
        "%n%-26s %7s %12s %17s %7s %8s %8s %8s%n"
            .formatted(
                "", "calls", "calls/cpu-s", "worst..best", "ratio", "p50 ms", "p95 ms", "p99 ms"));
    rounds.forEach((name, all) -> text.append(line(name, all)));
    return text.toString();
  }

  private String line(String name, List<Measurement> all) {
    Measurement sum = sum(all);
    double[] each = all.stream().mapToDouble(Measurement::callsPerCpuSecond).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%-26s %7d %12.0f %8.0f..%-7.0f %7s %8.2f %8.2f %8.2f%n",
        name,
        sum.calls(),
        sum.callsPerCpuSecond(),
        each[0],
        each[each.length - 1],
        ratio(sum),
        milliseconds(sum, 50),
        milliseconds(sum, 95),
        milliseconds(sum, 99));
  }

  /** The same as one JSON object. */
  String json() {
    Map<String, Object> contenders = new LinkedHashMap<>();
    rounds.forEach((name, all) -> contenders.put(name, values(all)));
    return object(Map.of("machine", machine, "contenders", contenders)) + "\n";
  }

  private Map<String, Object> values(List<Measurement> all) {
    Measurement sum = sum(all);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("calls", sum.calls());
    values.put("cpuSeconds", sum.cpu().toNanos() / 1e9);
    values.put("callsPerCpuSecond", sum.callsPerCpuSecond());
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

  private static String object(Map<String, ?> values) {
    return values.entrySet().stream()
        .map(entry -> string(entry.getKey()) + ":" + value(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(String.valueOf(key), each));
      return object(copy);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Report::value).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof Number ? value.toString() : string(value.toString());
  }

  private static String string(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
