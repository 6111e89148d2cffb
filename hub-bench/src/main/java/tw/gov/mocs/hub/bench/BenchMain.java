package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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

  private static final int WARM_UP_ROUNDS = 2;

  @Option(names = "--only", description = "only contenders whose name contains this")
  private @Nullable String only;

  @Option(
      names = "--calls",
      defaultValue = "1000",
      description = "calls in a round (default ${DEFAULT-VALUE})")
  private int calls;

  @Option(names = "--rounds", defaultValue = "5", description = "default ${DEFAULT-VALUE}")
  private int rounds;

  @Option(names = "--json", description = "also write the figures to this file")
  private @Nullable Path json;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchMain()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    if (calls < 1 || rounds < 1) {
      throw new CommandLine.ParameterException(spec.commandLine(), "at least one call, one round");
    }
    Rsa.install();
    Path folder = Files.createTempDirectory("hub-bench");
    try (Load load = new Load()) {
      Report report = measure(start(folder, load));
      out().println(report.table());
      if (json != null) {
        Files.writeString(json, report.json());
      }
      return 0;
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private List<Contender> start(Path folder, Load load)
      throws IOException, GeneralSecurityException {
    PeerPki pki = PeerPki.make(folder);
    List<Contender> started = new ArrayList<>();
    try {
      start(started, Floor.NAME, () -> new Floor(folder));
      start(started, SoapContender.CXF, () -> SoapContender.cxf(folder, pki, load));
      start(started, SoapContender.SPRING_WS, () -> SoapContender.springWs(folder, pki, load));
      return started;
    } catch (IOException | RuntimeException e) {
      started.forEach(Contender::close);
      throw e;
    }
  }

  private void start(List<Contender> started, String name, Starter starter) throws IOException {
    if (only == null || name.toLowerCase(Locale.ROOT).contains(only.toLowerCase(Locale.ROOT))) {
      say("starting " + name + " …");
      started.add(starter.start());
    }
  }

  /** In turns, so that whatever else the machine does meanwhile meets all alike. */
  private Report measure(List<Contender> contenders) throws IOException {
    Report report = new Report();
    try {
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        say("warming up, round " + (i + 1) + " of " + WARM_UP_ROUNDS + " …");
        for (Contender contender : contenders) {
          contender.round(calls);
        }
      }
      for (int i = 0; i < rounds; i++) {
        say("round " + (i + 1) + " of " + rounds + " …");
        for (Contender contender : contenders) {
          report.add(contender.name(), contender.round(calls));
        }
      }
      return report;
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  private void say(String text) {
    spec.commandLine().getErr().println("bench: " + text);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Starts a contender. */
  private interface Starter {

    Contender start() throws IOException;
  }
}
