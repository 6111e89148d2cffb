package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.integration.IntegrationModule;
import tw.gov.mocs.hub.integration.IntegrationModules;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 介接模組 of an application, for an operator who hands it over himself. */
@Command(
    name = "integration-module",
    description = "Write the integration module of an application: contract, client, examples.",
    mixinStandardHelpOptions = true)
final class IntegrationModuleCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "APPLICATION", description = "申請案號, for example APSQ11500001")
  private String number = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "the zip that is written")
  private Path to = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!ApplicationNumber.matches(number)) {
      throw new HubException(ErrorCode.NOT_FOUND, "no number: " + number, number);
    }
    try (HubProcess hub = HubProcess.command(config.environment())) {
      IntegrationModule module =
          hub.get(IntegrationModules.class)
              .give(new ApplicationNumber(number), ConfigOption.operator());
      try (OutputStream out = Files.newOutputStream(to)) {
        module.writeTo(out);
      }
    }
    return 0;
  }
}
