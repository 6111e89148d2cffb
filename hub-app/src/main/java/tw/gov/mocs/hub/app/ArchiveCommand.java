package tw.gov.mocs.hub.app;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.audit.ArchivedFile;
import tw.gov.mocs.hub.audit.LogArchive;
import tw.gov.mocs.hub.audit.LogArchiving;
import tw.gov.mocs.hub.audit.RetentionSettings;

/** Old records of the log in signed files, at the command line. */
@Command(
    name = "archive",
    description = "Old records of the log: list the files that hold them, or make what is due now.",
    mixinStandardHelpOptions = true)
final class ArchiveCommand {

  @Spec private CommandSpec spec;

  @Command(
      description = "List the files; verify-log verifies them.",
      mixinStandardHelpOptions = true)
  int list(@Mixin ConfigOption config) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      PrintWriter out = spec.commandLine().getOut();
      List<ArchivedFile> files = hub.get(LogArchive.class).files();
      for (ArchivedFile file : files) {
        out.printf(
            "%s  %,d records, %s to %s, %,d bytes%s%n",
            file.name(),
            file.rows(),
            file.from(),
            file.to(),
            file.bytes(),
            file.removedAt() == null ? "; the database has them too" : "");
      }
      if (files.isEmpty()) {
        out.println("Nothing is archived.");
      }
    }
    return 0;
  }

  @Command(
      description = {
        "Archive what is older than hub.retention.log-days and remove it from the database.",
        "The running hub does the same every night."
      },
      mixinStandardHelpOptions = true)
  int make(@Mixin ConfigOption config) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      int made = hub.get(LogArchiving.class).archive(ConfigOption.operator());
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%,d files were made.%n", made);
      if (made == 0) {
        int days = hub.get(RetentionSettings.class).logDays();
        out.printf(
            "No more is due: nothing is older than hub.retention.log-days (%d), or another process"
                + " archives now.%n",
            days);
      }
    }
    return 0;
  }
}
