package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Large answers: many pages of 1,000 rows and pages of 10,000, by the hub and by a raw read that
 * writes the same XML. All run with a heap of 256 MB.
 */
final class PageBench {

  private static final String HEAP = "256m";

  /** So many pages of so many rows; the same rows, so that only the size of a page differs. */
  static final List<Walk> WALKS = List.of(new Walk(100, 1_000), new Walk(10, 10_000));

  private final Path folder;
  private final Worlds worlds;
  private final Load load;
  private final Predicate<String> wanted;
  private final List<Walk> walks;

  PageBench(Path folder, Worlds worlds, Load load, Predicate<String> wanted, List<Walk> walks) {
    this.folder = folder;
    this.worlds = worlds;
    this.load = load;
    this.wanted = wanted;
    this.walks = walks;
  }

  void measure(Turns turns, Report report) throws IOException, SQLException {
    List<PageContender> contenders = new ArrayList<>();
    try {
      start(contenders);
      for (Walk walk : walks) {
        turns.take(
            walk.toString(),
            contenders,
            (contender, counts) -> {
              PageMeasurement measured = contender.walk(walk);
              if (counts) {
                report.add(walk, contender.name(), measured);
              }
            });
      }
    } finally {
      contenders.forEach(PageContender::close);
    }
  }

  private void start(List<PageContender> started) throws IOException, SQLException {
    if (wanted.test(SoapContender.HUB_H2)) {
      HubWorld world = worlds.h2();
      // H2 lets one process in: the raw read gets a copy.
      Path copy = folder.resolve("copy.mv.db");
      Files.copy(folder.resolve("h2").resolve("hub.mv.db"), copy);
      started.add(hub(SoapContender.HUB_H2, world, () -> Duration.ZERO));
      String url = "jdbc:h2:file:" + folder.resolve("copy") + ";MODE=Oracle;LAZY_QUERY_EXECUTION=1";
      started.add(raw("raw read of H2", url, "hub", "PERSONNEL", () -> Duration.ZERO));
    }
    if (wanted.test(SoapContender.HUB_POSTGRESQL)) {
      HubWorld world = worlds.postgresql();
      PostgresServer server = worlds.server();
      started.add(hub(SoapContender.HUB_POSTGRESQL, world, server::cpu));
      started.add(
          raw("raw read of PostgreSQL", server.url(), "postgres", "personnel", server::cpu));
    }
  }

  private PageContender hub(String name, HubWorld world, PageContender.Time database)
      throws IOException {
    ServerProcess process =
        new ServerProcess(HubServerMain.class, folder, HEAP, world.settings().toString());
    return new PageContender(name, process, new HubPages(world, process, load), database);
  }

  private PageContender raw(
      String name, String url, String user, String schema, PageContender.Time database)
      throws IOException {
    ServerProcess process = new ServerProcess(RawReadMain.class, folder, HEAP, url, user, schema);
    return new PageContender(name, process, walk -> RawReadMain.order(process, walk), database);
  }
}
