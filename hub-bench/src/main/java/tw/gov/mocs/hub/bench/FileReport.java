package tw.gov.mocs.hub.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The figures of one-time files; of several rounds the median. */
final class FileReport {

  private final List<FileMeasurement> rounds = new ArrayList<>();
  private @Nullable Latencies alone;
  private @Nullable Latencies beside;

  void add(FileMeasurement round) {
    rounds.add(round);
  }

  /** Calls without and with two jobs at once. */
  void add(Latencies without, Latencies with) {
    alone = without;
    beside = with;
  }

  String table() {
    if (rounds.isEmpty()) {
      return "";
    }
    FileMeasurement one = rounds.get(0);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%na file of %,d rows, %,d MB of CSV, %,d MB sealed%n%-34s %8s %8s %6s %8s %8s%n",
            one.rows(),
            one.bytes() / 1_000_000,
            one.sealed() / 1_000_000,
            "",
            "seconds",
            "MB/s",
            "ratio",
            "cpu s",
            "heap MB"));
    text.append(line("raw JDBC read", FileMeasurement::read, FileMeasurement::readCpu, null));
    text.append(line("openssl cms, AES-256-GCM", FileMeasurement::openSsl, null, null));
    text.append(
        line(
            "made",
            FileMeasurement::making,
            FileMeasurement::makingCpu,
            FileMeasurement::makingHeap));
    text.append(line("opened", FileMeasurement::opening, null, FileMeasurement::openingHeap));
    Latencies without = alone;
    Latencies with = beside;
    if (without != null && with != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "calls: p95 %.1f ms (%d), beside two files %.1f ms (%d), ratio %.2f%n",
              millis(without),
              without.count(),
              millis(with),
              with.count(),
              millis(with) / millis(without)));
    }
    return text.toString();
  }

  private String line(
      String name,
      Function<FileMeasurement, Duration> time,
      @Nullable Function<FileMeasurement, Duration> cpu,
      @Nullable ToIntFunction<FileMeasurement> heap) {
    double seconds = seconds(time);
    return String.format(
        Locale.ROOT,
        "%-34s %8.2f %8.0f %6.2f %8s %8s%n",
        name,
        seconds,
        rounds.get(0).bytes() / 1e6 / seconds,
        ratio(time),
        cpu == null ? "" : "%.2f".formatted(seconds(cpu)),
        heap == null ? "" : most(heap));
  }

  /** How many times what the slower of read and encryption took in the same round. */
  private double ratio(Function<FileMeasurement, Duration> time) {
    return median(
        rounds.stream()
            .map(round -> (double) time.apply(round).toNanos() / round.base().toNanos())
            .toList());
  }

  private double seconds(Function<FileMeasurement, Duration> time) {
    return median(rounds.stream().map(round -> time.apply(round).toNanos() / 1e9).toList());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
  }

  private static double millis(Latencies latencies) {
    return latencies.percentile(95).toNanos() / 1e6;
  }

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    if (rounds.isEmpty()) {
      return values;
    }
    values.put("rows", rounds.get(0).rows());
    values.put("csvBytes", rounds.get(0).bytes());
    values.put("sealedBytes", rounds.get(0).sealed());
    values.put("rawReadSeconds", seconds(FileMeasurement::read));
    values.put("rawReadCpuSeconds", seconds(FileMeasurement::readCpu));
    values.put("opensslSeconds", seconds(FileMeasurement::openSsl));
    values.put("makingSeconds", seconds(FileMeasurement::making));
    values.put("makingCpuSeconds", seconds(FileMeasurement::makingCpu));
    values.put("makingRatio", ratio(FileMeasurement::making));
    values.put("makingHeapMegabytes", most(FileMeasurement::makingHeap));
    values.put("openingSeconds", seconds(FileMeasurement::opening));
    values.put("openingRatio", ratio(FileMeasurement::opening));
    values.put("openingHeapMegabytes", most(FileMeasurement::openingHeap));
    Latencies without = alone;
    Latencies with = beside;
    if (without != null && with != null) {
      values.put("callsP95Millis", millis(without));
      values.put("callsP95MillisBesideTwoFiles", millis(with));
      values.put("callsBesideTwoFiles", with.count());
    }
    return values;
  }

  private int most(ToIntFunction<FileMeasurement> heap) {
    return rounds.stream().mapToInt(heap).max().orElseThrow();
  }
}
