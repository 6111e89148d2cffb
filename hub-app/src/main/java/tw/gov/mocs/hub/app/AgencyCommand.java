package tw.gov.mocs.hub.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;

/** Agencies, at the command line. */
@Command(
    name = "agency",
    description = "Agencies: list, add, suspend, resume.",
    mixinStandardHelpOptions = true)
final class AgencyCommand {

  @Spec private CommandSpec spec;

  @Command(description = "List all agencies.", mixinStandardHelpOptions = true)
  int list(@Mixin ConfigOption config) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      hub.get(Agencies.class).list().forEach(this::print);
    }
    return 0;
  }

  @Command(description = "Register an agency.", mixinStandardHelpOptions = true)
  int add(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "CODE", description = "機關代碼") AgencyCode code,
      @Option(names = "--name", required = true, description = "Chinese name") String name,
      @Option(names = "--name-en", description = "English name") @Nullable String nameEn,
      @Option(names = "--oid", description = "the OID in its certificates") @Nullable String oid) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      Agencies agencies = hub.get(Agencies.class);
      print(agencies.register(code, name, nameEn, oid, ConfigOption.operator()));
    }
    return 0;
  }

  @Command(description = "Stop all access of an agency.", mixinStandardHelpOptions = true)
  int suspend(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "CODE", description = "機關代碼") AgencyCode code,
      @Option(names = "--reason", required = true, description = "why") String reason) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      hub.get(Agencies.class).suspend(code, reason, ConfigOption.operator());
    }
    return 0;
  }

  @Command(description = "Let a suspended agency in again.", mixinStandardHelpOptions = true)
  int resume(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "CODE", description = "機關代碼") AgencyCode code,
      @Option(names = "--reason", required = true, description = "why") String reason) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      hub.get(Agencies.class).resume(code, reason, ConfigOption.operator());
    }
    return 0;
  }

  private void print(Agency agency) {
    spec.commandLine()
        .getOut()
        .printf(
            "%-12s %-10s %s %s%n",
            agency.code(),
            agency.suspended() ? "suspended" : "in use",
            agency.name(),
            agency.oid() == null ? "" : agency.oid());
  }
}
