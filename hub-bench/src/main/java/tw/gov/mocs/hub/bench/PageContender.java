package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.time.Duration;

/** A program that writes pages, in a process of its own. */
record PageContender(String name, ServerProcess process, Pages pages, Time database)
    implements AutoCloseable {

  /** Walks over the pages and says how many rows there were. */
  interface Pages {
    long walk(Walk walk) throws IOException;
  }

  /** Processor time so far. */
  interface Time {
    Duration soFar();
  }

  PageMeasurement walk(Walk walk) throws IOException {
    process.heapPeak();
    Duration before = process.cpu();
    Duration databaseBefore = database.soFar();
    long began = System.nanoTime();
    long rows = pages.walk(walk);
    Duration time = Duration.ofNanos(System.nanoTime() - began);
    if (rows != (long) walk.pages() * walk.rows()) {
      throw new IOException(name + " gave " + rows + " rows of " + walk + "; more persons?");
    }
    return new PageMeasurement(
        rows,
        process.cpu().minus(before),
        database.soFar().minus(databaseBefore),
        time,
        process.heapPeak());
  }

  @Override
  public void close() {
    process.close();
  }
}
