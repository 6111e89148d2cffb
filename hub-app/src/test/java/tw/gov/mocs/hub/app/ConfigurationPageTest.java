package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

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
