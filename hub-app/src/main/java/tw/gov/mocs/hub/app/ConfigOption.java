package tw.gov.mocs.hub.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

  /** The file of the settings, as one finds it from anywhere. */
  Path file() {
    return file.toAbsolutePath().normalize();
  }

  /** The settings, free of faults for a command, which serves nothing. */
  ConfigurableEnvironment environment() {
    return faultless(HubProcess.ofCommand(Settings.of(file, Map.of())), Set.of());
  }

  /** The settings, free of faults for these roles. */
  ConfigurableEnvironment environment(Set<Role> roles) {
    return environment(file, roles);
  }

  /**
   * The settings of a file, free of faults for these roles.
   *
   * @throws FaultySettings with every fault
   */
  static ConfigurableEnvironment environment(Path file, Set<Role> roles) {
    return faultless(Settings.of(file, Map.of()), roles);
  }

  private static ConfigurableEnvironment faultless(
      ConfigurableEnvironment environment, Set<Role> roles) {
    FaultySettings.requireNone(
        Stream.of(SandboxFaults.ofHub(environment), SettingsFaults.of(environment, roles))
            .flatMap(List::stream)
            .toList());
    return environment;
  }

  /** The settings of a sandbox, whose folder is made unless it is there. */
  ConfigurableEnvironment sandbox(Set<Role> roles) {
    return new SandboxFiles(file).environment(roles);
  }

  /** Who uses the command line, as the log names him. */
  static Actor operator() {
    return Actor.operator(System.getProperty("user.name"));
  }
}
