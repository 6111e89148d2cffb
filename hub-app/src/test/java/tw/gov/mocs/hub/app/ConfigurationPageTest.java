package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.setting.RuntimeSetting;
import tw.gov.mocs.hub.setting.SettingsNames;

class ConfigurationPageTest {

  @Test
  void marksWhatMayChangeWhileTheHubRuns() throws IOException {
    assertThat(
            Files.readAllLines(Path.of("../docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `hub.") && line.endsWith(" ⟳ |"))
                .map(line -> line.split("`")[1]))
        .containsExactlyElementsOf(
            RuntimeSetting.all().stream().map(RuntimeSetting::name).toList());
  }

  @Test
  void listsEverySettingWithItsDefault() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/configuration.md")).stream()
            .filter(line -> line.startsWith("| `hub."))
            .map(line -> line.replaceAll(" \\| [^|]* \\|$", ""))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            SettingsNames.all().stream()
                .map(
                    setting ->
                        "| `%s` | %s | %s"
                            .formatted(
                                setting.name(),
                                setting.type(),
                                setting.defaultValue() == null
                                    ? ""
                                    : "`" + setting.defaultValue() + "`"))
                .toList());
  }

  /** Those of lists stand on no page: they have no name without a place. */
  @ParameterizedTest
  @ValueSource(strings = {"messages", "messages_en"})
  void namesEverySettingOnItsPageAndNoOther(String texts) {
    ResourceBundle bundle = ResourceBundle.getBundle("tw.gov.mocs.hub.web.setting." + texts);
    assertThat(bundle.keySet().stream().filter(key -> key.matches("setting\\..*(?<!\\.what)")))
        .containsExactlyInAnyOrderElementsOf(
            SettingsNames.all().stream()
                .filter(setting -> !setting.name().contains("["))
                .map(setting -> "setting." + setting.name())
                .toList());
  }
}
