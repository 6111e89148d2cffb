package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
}
