package tw.gov.mocs.hub.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists every fault of the settings that the roles need at once; starts nothing. */
@Command(
    name = "check-config",
    description = "List every fault of the settings; status 0 if there is none.",
    mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      paramLabel = "ROLES",
      arity = "0..1",
      defaultValue = "all",
      description = "what is to be served: ws, web or all (default)")
  private Roles roles = Roles.ALL;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    config.environment(roles.each());
    spec.commandLine()
        .getOut()
        .printf("設定沒有錯誤 (%1$s) · The settings have no fault (%1$s).%n", roles);
    return 0;
  }
}
