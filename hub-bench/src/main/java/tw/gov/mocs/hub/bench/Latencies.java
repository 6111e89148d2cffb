package tw.gov.mocs.hub.bench;

import java.time.Duration;
import java.util.Arrays;

/** How long each call of a measurement took, ordered. */
final class Latencies {

  private final long[] nanos;

  /**
   * @param nanos one or more durations in nanoseconds, in any order
   */
  Latencies(long... nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    this.nanos = nanos.clone();
    Arrays.sort(this.nanos);
  }

  /** All calls of both. */
  Latencies with(Latencies other) {
    long[] all = Arrays.copyOf(nanos, nanos.length + other.nanos.length);
    System.arraycopy(other.nanos, 0, all, nanos.length, other.nanos.length);
    return new Latencies(all);
  }

  int count() {
    return nanos.length;
  }

  /**
   * The smallest duration that at least this share of the calls did not exceed (nearest rank).
   *
   * @param percent above 0, at most 100
   */
  Duration percentile(double percent) {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException("no percentile: " + percent);
    }
    int rank = (int) Math.ceil(percent / 100 * nanos.length);
    return Duration.ofNanos(nanos[rank - 1]);
  }
}
