package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A node that makes files, in a process of its own.
 *
 * @param application of which
 * @param folder where they stand
 */
record FileMaker(ServerProcess process, String application, Path folder) implements AutoCloseable {

  static final String HEAP = "128m";
  private static final Duration LONG = Duration.ofHours(1);

  /**
   * A file that was made.
   *
   * @param number what the hub calls it
   */
  record Made(String number, Duration time, Path file) {}

  /** Begins one; returns once its job has begun. */
  void begin() throws IOException {
    process.order(application);
    process.await("begun", LONG);
  }

  /** Waits until it is made. */
  Made made() throws IOException {
    String[] made = process.await("made", LONG).split(" ");
    return new Made(
        made[0], Duration.ofNanos(Long.parseLong(made[1])), folder.resolve(made[0] + ".p7m"));
  }

  /** Lets the file go, so that another can be made. */
  void done(Made made) {
    process.order("done " + made.number());
  }

  @Override
  public void close() {
    process.close();
  }
}
