package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.ConnectionOptions.given;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that calls the hub; a failure is a sentence in each language and an exit status. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    footer = Reports.EXIT_CODES)
abstract class ClientCommand implements Callable<Integer> {

  @Mixin final ConnectionOptions connection = new ConnectionOptions();

  @Spec private @Nullable CommandSpec spec;

  /** Runs; returns the exit status. */
  @Override
  public final Integer call() throws Exception {
    CommandLine line = given(spec, "spec").commandLine();
    return Reports.guarded(
        line.getErr(),
        () -> {
          run(line.getOut(), line.getErr());
          return 0;
        });
  }

  /**
   * Calls and prints.
   *
   * @throws HubClientException when there is nothing to print
   */
  abstract void run(PrintWriter out, PrintWriter err);
}
