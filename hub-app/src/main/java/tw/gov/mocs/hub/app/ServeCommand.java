package tw.gov.mocs.hub.app;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the hub until it is told to end. */
@Command(
    name = "serve",
    description = "Run the hub: ws, web or all (one process for both).",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      paramLabel = "ROLES",
      arity = "0..1",
      defaultValue = "all",
      description = "ws, web or all (default)")
  private Roles roles = Roles.ALL;

  @Option(
      names = "--sandbox",
      description =
          "a sandbox with synthetic records instead, for test certificates; FILE is its own, see"
              + " docs/sandbox.md")
  private boolean sandbox;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Set<Role> each = roles.each();
    HubProcess hub =
        HubProcess.core(sandbox ? config.sandbox(each) : config.environment(each)).serve(each);
    closeAtEnd(hub);
    spec.commandLine().getOut().println((sandbox ? "sandbox ready: " : "ready: ") + roles);
    new CountDownLatch(1).await();
    return 0;
  }

  /** On SIGTERM and Ctrl-C: running calls end, the last checkpoint is written. */
  static void closeAtEnd(HubProcess hub) {
    Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "end"));
  }
}
