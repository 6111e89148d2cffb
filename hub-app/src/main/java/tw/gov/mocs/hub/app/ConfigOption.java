package tw.gov.mocs.hub.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Option;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** {@code --config FILE}, which every command of production takes. */
final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "var/demo/hub.properties",
      description =
          "the settings (properties, UTF-8); see docs/configuration.md; default: the demo's,"
              + " ${DEFAULT-VALUE}")
  private Path file;

  /** The settings, free of faults. */
  ConfigurableEnvironment environment() {
    ConfigurableEnvironment environment = unchecked();
    List<String> faults = SettingsFaults.of(environment);
    if (!faults.isEmpty()) {
      String all = "\n  " + String.join("\n  ", faults);
      throw new HubException(ErrorCode.SETTINGS_INVALID, "settings" + all, all);
    }
    return environment;
  }

  /** The settings, faults included. */
  ConfigurableEnvironment unchecked() {
    return Settings.of(file, Map.of());
  }

  /** Who uses the command line, as the log names him. */
  static Actor operator() {
    return Actor.operator(System.getProperty("user.name"));
  }
}
