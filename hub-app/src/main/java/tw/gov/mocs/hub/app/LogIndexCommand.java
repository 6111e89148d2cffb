package tw.gov.mocs.hub.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.audit.LogIndexRemake;

/** What auditors search the log by, at the command line. */
@Command(
    name = "log-index",
    description = "The index that searches of the log go by: have it made anew.",
    mixinStandardHelpOptions = true)
final class LogIndexCommand {

  @Spec private CommandSpec spec;

  @Command(
      description = {
        "Throw the index away; the running hub makes it anew from the log.",
        "For when verify-log says that it is not as the log says."
      },
      mixinStandardHelpOptions = true)
  int remake(@Mixin ConfigOption config) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      long lines = hub.get(LogIndexRemake.class).remake(ConfigOption.operator());
      spec.commandLine()
          .getOut()
          .printf(
              "%,d lines were thrown away. The running hub makes them anew: calls within seconds,"
                  + " persons at night, and all that a search needs before it answers.%n",
              lines);
    }
    return 0;
  }
}
