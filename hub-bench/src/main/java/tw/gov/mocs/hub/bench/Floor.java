package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The floor as a contender: one signature verified and one made for each call. */
final class Floor implements Contender {

  static final String NAME = "crypto floor";

  private final ServerProcess process;

  Floor(Path folder) throws IOException {
    process = new ServerProcess(FloorMain.class, folder, "512m");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Measurement round(int calls) throws IOException {
    Duration before = process.cpu();
    process.order(Integer.toString(calls));
    String took = process.await("took", Duration.ofSeconds(60));
    Duration cpu = process.cpu().minus(before);
    return new Measurement(
        cpu,
        Duration.ZERO,
        new Latencies(Stream.of(took.split(" ")).mapToLong(Long::parseLong).toArray()));
  }

  @Override
  public void close() {
    process.close();
  }
}
