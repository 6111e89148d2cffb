package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.ConnectionOptions.given;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** 模擬器: answers as the hub does, with synthetic rows, where no hub can be reached. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    description = "模擬平臺，以合成資料回答 Answers in the hub's place with synthetic rows.")
public final class SimulatorCommand implements Callable<Integer> {

  @Mixin private ModuleOptions module = new ModuleOptions();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "where it listens (default: ${DEFAULT-VALUE})")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8480",
      description = "0 for a free one (default: ${DEFAULT-VALUE})")
  private int port = 8480;

  @Spec private @Nullable CommandSpec spec;

  /** Runs until it is ended. */
  @Override
  public Integer call() throws Exception {
    PrintWriter out = given(spec, "spec").commandLine().getOut();
    return Reports.guarded(
        given(spec, "spec").commandLine().getErr(),
        () -> {
          ConfFile own = given(module.connection(), "--connection");
          try (Simulator simulator =
              new Simulator(own, host, port, Clock.systemUTC(), line -> say(out, line))) {
            say(out, "模擬器 simulator ready: " + simulator.endpoint(host) + "; Ctrl-C ends it");
            new CountDownLatch(1).await();
          }
          return 0;
        });
  }

  private static void say(PrintWriter out, String line) {
    out.println(TerminalText.shown(line));
    out.flush();
  }
}
