package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures all contenders in one run, in turns, and says what came of it; it judges nothing. */
@Command(
    name = "bench",
    description = "Measure the hub beside its peers: calls per second of server processor time.",
    mixinStandardHelpOptions = true)
final class BenchMain implements Callable<Integer> {

  /** What can be measured. */
  enum Part {
    CALLS,
    PAGES,
    LISTS,
    AUDIT,
    FILES,
    ALL
  }

  @Option(
      names = "--part",
      defaultValue = "all",
      description = "calls, pages, lists, audit, files or all (default)")
  private Part part = Part.ALL;

  @Option(
      names = "--only",
      description = "only contenders in whose name this regular expression is found")
  private @Nullable Pattern only;

  @Option(
      names = "--calls",
      defaultValue = "1000",
      description = "calls in a round (default ${DEFAULT-VALUE})")
  private int calls;

  @Option(names = "--rounds", defaultValue = "5", description = "default ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "40",
      description = "rounds before the clock starts (default ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--persons",
      defaultValue = "40000",
      description = "whose records the hub holds (default ${DEFAULT-VALUE})")
  private int persons;

  @Option(
      names = "--rows",
      defaultValue = "10000000",
      description = "of the file (default ${DEFAULT-VALUE})")
  private long rows;

  @Option(
      names = "--json",
      defaultValue = "var/bench.json",
      description = "where the figures go (default ${DEFAULT-VALUE})")
  private Path json = Path.of("var/bench.json");

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    Peer.onlyWarn();
    CommandLine line = new CommandLine(new BenchMain()).setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (calls < 1 || rounds < 1) {
      throw new CommandLine.ParameterException(spec.commandLine(), "at least one call, one round");
    }
    Rsa.install();
    Report report = new Report();
    Path folder = Files.createTempDirectory("hub-bench");
    try (Load load = new Load();
        Worlds worlds = new Worlds(folder, persons)) {
      Turns turns = new Turns(warmUp, rounds, this::say);
      if (part == Part.CALLS || part == Part.ALL) {
        new CallBench(folder, worlds, load, this::wanted).measure(turns, calls, report);
      }
      if (part == Part.PAGES || part == Part.ALL) {
        new PageBench(folder, worlds, load, this::wanted, PageBench.WALKS).measure(turns, report);
      }
      if (part == Part.LISTS || part == Part.ALL) {
        // Late, because the rows of the lists stand in the databases from then on.
        new ListBench(worlds, this::wanted).measure(report);
      }
      if (part == Part.AUDIT || part == Part.ALL) {
        new AuditBench(worlds, this::wanted, this::say).measure(report);
      }
      if (part == Part.FILES || part == Part.ALL) {
        new FileBench(folder, worlds, load, this::say, FileBench.Calls.USUAL)
            .measure(rows, rounds, report.files());
      }
    } finally {
      // What was measured before a failure, too.
      tell(report);
      clear(folder);
    }
    return 0;
  }

  private void tell(Report report) throws IOException {
    spec.commandLine().getOut().println(report.table());
    Path file = json.toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.writeString(file, report.json());
    say("the same for programs: " + file);
  }

  /** A PostgreSQL that is slow to end may still write there: what is left is only untidy. */
  private void clear(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      say("left behind: " + folder);
    }
  }

  private boolean wanted(String name) {
    boolean wanted = only == null || only.matcher(name).find();
    if (wanted) {
      say("starting " + name + " …");
    }
    return wanted;
  }

  private void say(String text) {
    spec.commandLine().getErr().println("bench: " + text);
  }
}
