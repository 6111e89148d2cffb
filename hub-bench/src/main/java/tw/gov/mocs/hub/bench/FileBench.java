package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tw.gov.mocs.hub.app.HubProcess;
import tw.gov.mocs.hub.app.Settings;
import tw.gov.mocs.hub.demo.DemoCard;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SampleHistory;

/**
 * One-time files of many rows: made by the hub's own jobs and opened by the decryption program,
 * each in 128 MB, beside a raw read of the same rows and OpenSSL's encryption of the same bytes;
 * then what two such jobs at once do to calls.
 */
final class FileBench {

  private final Path folder;
  private final HubWorld world;
  private final PostgresServer server;
  private final Load load;
  private final Consumer<String> say;
  private final Calls calls;

  /**
   * How many calls are made.
   *
   * @param warmUp before the clock starts
   * @param alone with nothing beside them
   */
  record Calls(int warmUp, int alone) {

    static final Calls USUAL = new Calls(5_000, 1_000);
  }

  FileBench(Path folder, Worlds worlds, Load load, Consumer<String> say, Calls calls)
      throws IOException, SQLException {
    this.folder = Files.createDirectory(folder.resolve("file-bench"));
    this.world = worlds.postgresql();
    this.server = worlds.server();
    this.load = load;
    this.say = say;
    this.calls = calls;
  }

  void measure(long rows, int rounds, FileReport report) throws IOException, SQLException {
    say.accept("%,d rows …".formatted(rows));
    FileRows.fill(server, rows);
    List<String> applications = grant(rows);
    try (ServerProcess raw =
            new ServerProcess(
                FileReadMain.class, folder, FileMaker.HEAP, server.url(), "postgres");
        FileMaker first = maker(applications.get(0), "files-0")) {
      for (int i = 1; i <= rounds; i++) {
        say.accept("files, round %d of %d …".formatted(i, rounds));
        report.add(round(raw, first, rows));
      }
      say.accept("calls beside two files …");
      // Only now: while there are two, either may take what is to be measured in the first.
      try (FileMaker second = maker(applications.get(1), "files-1")) {
        new CallsBesideFiles(folder, world, load, calls).measure(List.of(first, second), report);
      }
    }
  }

  private List<String> grant(long rows) {
    try (HubProcess hub =
        HubProcess.core(Settings.of(world.settings(), Map.of("hub.delivery.making", "false")))) {
      DemoCard card = DemoCard.of(pki().agencyA());
      SampleHistory history = hub.get(SampleHistory.class);
      return Stream.generate(() -> history.grantFile(card, FileRows.extract(rows)).value())
          .limit(2)
          .toList();
    }
  }

  private FileMaker maker(String application, String node) throws IOException {
    return new FileMaker(
        new ServerProcess(
            FileMakingMain.class, folder, FileMaker.HEAP, world.settings().toString(), node),
        application,
        world.settings().resolveSibling("deliveries"));
  }

  private DemoPki pki() {
    return DemoPki.at(world.settings().resolveSibling("pki"));
  }

  private FileMeasurement round(ServerProcess raw, FileMaker maker, long rows) throws IOException {
    Duration before = raw.cpu();
    raw.order("read");
    String[] read = raw.await("read", Duration.ofHours(1)).split(" ");
    Duration readCpu = raw.cpu().minus(before);
    maker.process().heapPeak();
    before = maker.process().cpu();
    maker.begin();
    FileMaker.Made made = maker.made();
    Duration makingCpu = maker.process().cpu().minus(before);
    int heap = maker.process().heapPeak();
    long sealed = Files.size(made.file());
    Opening opening = Opening.of(made.file(), pki(), folder);
    Path csv = FileRows.csv(opening.content());
    long bytes = Files.size(csv);
    Duration openSsl = OpenSsl.encrypt(csv, pki().agencyAEncryption().certificate());
    FileSystemUtils.deleteRecursively(opening.content().getParent());
    maker.done(made);
    say.accept(
        "read in %d ms, made in %d ms"
            .formatted(
                Duration.ofNanos(Long.parseLong(read[1])).toMillis(), made.time().toMillis()));
    if (Long.parseLong(read[0]) != rows) {
      throw new IOException("the raw read gave " + read[0] + " rows, not " + rows);
    }
    return new FileMeasurement(
        rows,
        bytes,
        sealed,
        Duration.ofNanos(Long.parseLong(read[1])),
        readCpu,
        openSsl,
        made.time(),
        makingCpu,
        heap,
        opening.time(),
        opening.heap());
  }
}
