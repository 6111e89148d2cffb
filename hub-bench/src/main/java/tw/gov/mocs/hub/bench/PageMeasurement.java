package tw.gov.mocs.hub.bench;

import java.time.Duration;

/**
 * What a walk over pages cost.
 *
 * @param rows how many were written
 * @param cpu processor time of the process that wrote them, user and system
 * @param database the same of its database server, where that is another process
 * @param time what the caller waited
 * @param heap the most that was left of the heap after a collection meanwhile, in MB
 */
record PageMeasurement(long rows, Duration cpu, Duration database, Duration time, int heap) {

  PageMeasurement with(PageMeasurement other) {
    return new PageMeasurement(
        rows + other.rows,
        cpu.plus(other.cpu),
        database.plus(other.database),
        time.plus(other.time),
        Math.max(heap, other.heap));
  }

  double rowsPerCpuSecond() {
    return Measurement.perSecond(rows, cpu);
  }

  /** The same, with what the database server used. */
  double rowsPerCpuSecondOfAll() {
    return Measurement.perSecond(rows, cpu.plus(database));
  }
}
