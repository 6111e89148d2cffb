package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Calls at a steady pace, as many agencies make them, first alone and then while two nodes each
 * make a file. The processors are shared by all: the hub, the jobs, the database and the callers.
 */
final class CallsBesideFiles {

  /**
   * Calls of one stretch; it counts if both files were under way from its begin to its end, and the
   * first one counts in any case: small files may be made before it ends.
   */
  private static final int STRETCH = 50;

  /** Files give way to calls and could take long. */
  private static final int MOST_STRETCHES = 100;

  private static final Duration PACE = Duration.ofMillis(20);

  private final Path folder;
  private final HubWorld world;
  private final Load load;
  private final FileBench.Calls calls;

  CallsBesideFiles(Path folder, HubWorld world, Load load, FileBench.Calls calls) {
    this.folder = folder;
    this.world = world;
    this.load = load;
    this.calls = calls;
  }

  void measure(List<FileMaker> makers, FileReport report) throws IOException {
    try (ServerProcess hub =
        new ServerProcess(HubServerMain.class, folder, "512m", world.settings().toString())) {
      URI address = SoapContender.address(hub.port());
      load.send(address, requests(calls.warmUp()));
      Latencies alone = load.paced(address, requests(calls.alone()), PACE);
      report.add(alone, beside(address, makers));
    }
  }

  private Latencies beside(URI address, List<FileMaker> makers) throws IOException {
    for (FileMaker maker : makers) {
      maker.begin();
    }
    List<CompletableFuture<FileMaker.Made>> files =
        makers.stream().map(CallsBesideFiles::made).toList();
    List<Latencies> stretches = new ArrayList<>();
    do {
      Latencies stretch = load.paced(address, requests(STRETCH), PACE);
      if (stretches.isEmpty() || underWay(files)) {
        stretches.add(stretch);
      }
    } while (underWay(files) && stretches.size() < MOST_STRETCHES);
    try {
      // The others end with their processes.
      files.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw new IOException("a file beside the calls", e);
    }
    return stretches.stream().reduce(Latencies::with).orElseThrow();
  }

  private static boolean underWay(List<CompletableFuture<FileMaker.Made>> files) {
    return files.stream().noneMatch(CompletableFuture::isDone);
  }

  private static CompletableFuture<FileMaker.Made> made(FileMaker maker) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return maker.made();
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  private List<byte[]> requests(int count) {
    return world.caller().of(world.few(), count);
  }
}
