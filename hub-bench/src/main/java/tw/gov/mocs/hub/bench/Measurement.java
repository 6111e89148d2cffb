package tw.gov.mocs.hub.bench;

import java.time.Duration;

/**
 * What some calls cost.
 *
 * @param cpu processor time that the server's process used meanwhile, user and system
 * @param database the same of its database server, where that is another process
 * @param latencies what the callers waited, one for each call
 */
record Measurement(Duration cpu, Duration database, Latencies latencies) {

  Measurement with(Measurement other) {
    return new Measurement(
        cpu.plus(other.cpu), database.plus(other.database), latencies.with(other.latencies));
  }

  int calls() {
    return latencies.count();
  }

  /** Calls per second of one processor that the server used. */
  double callsPerCpuSecond() {
    return perSecond(calls(), cpu);
  }

  /** The same, with what the database server used. */
  double callsPerCpuSecondOfAll() {
    return perSecond(calls(), cpu.plus(database));
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
