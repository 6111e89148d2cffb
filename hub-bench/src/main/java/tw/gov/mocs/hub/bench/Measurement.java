package tw.gov.mocs.hub.bench;

import java.time.Duration;

/**
 * What some calls cost.
 *
 * @param cpu processor time that the server's process used meanwhile, user and system
 * @param latencies what the callers waited, one for each call
 */
record Measurement(Duration cpu, Latencies latencies) {

  Measurement with(Measurement other) {
    return new Measurement(cpu.plus(other.cpu), latencies.with(other.latencies));
  }

  int calls() {
    return latencies.count();
  }

  /** Calls per second of one processor that the server used. */
  double callsPerCpuSecond() {
    return perSecond(calls(), cpu);
  }

  /**
   * How many in a second.
   *
   * @return infinite if the time is too short to have been counted
   */
  static double perSecond(long count, Duration time) {
    return count / (time.toNanos() / 1e9);
  }
}
