package tw.gov.mocs.hub.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists every fault of the settings at once; starts nothing. */
@Command(
    name = "check-config",
    description = "List every fault of the settings; status 0 if there is none.",
    mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    config.environment();
    spec.commandLine().getOut().println("設定沒有錯誤 · The settings have no fault.");
    return 0;
  }
}
