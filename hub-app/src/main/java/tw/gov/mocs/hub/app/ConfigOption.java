package tw.gov.mocs.hub.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Option;
import tw.gov.mocs.hub.audit.Actor;

/** {@code --config FILE}, which every command of production takes. */
final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${sys:project.home:-.}/var/demo/hub.properties",
      description =
          "the settings (properties, UTF-8); see docs/configuration.md; default: the demo's,"
              + " ${DEFAULT-VALUE}")
  private Path file;

  /** The settings, free of faults for a command that serves nothing. */
  ConfigurableEnvironment environment() {
    return environment(Set.of());
  }

  /** The settings, free of faults for these roles. */
  ConfigurableEnvironment environment(Set<Role> roles) {
    ConfigurableEnvironment environment = Settings.of(file, Map.of());
    List<String> faults = SettingsFaults.of(environment, roles);
    if (!faults.isEmpty()) {
      throw new FaultySettings(faults);
    }
    return environment;
  }

  /** Who uses the command line, as the log names him. */
  static Actor operator() {
    return Actor.operator(System.getProperty("user.name"));
  }
}
