package tw.gov.mocs.hub.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written about the agent, compared with it. */
class CardAgentPageTest {

  private static final Path PAGE = Path.of("..", "docs", "card-agent.md");
  private static final String MESSAGES = "tw.gov.mocs.hub.app.card.messages";

  @Test
  void namesEveryRetCode() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(Arrays.stream(RetCode.values()).map(CardAgentPageTest::row))
        .allSatisfy(row -> assertThat(page).contains(row));
  }

  @Test
  void hasEveryTextInBothLanguages() {
    assertThat(keys("_en")).isEqualTo(keys(""));
  }

  private static Set<String> keys(String suffix) {
    return ResourceBundle.getBundle(
            MESSAGES + suffix,
            Locale.ROOT,
            ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .keySet();
  }

  private static String row(RetCode code) {
    String number = code == RetCode.OK ? "0" : "0x%08X".formatted(code.code());
    return "| `" + number + "` | `" + code + "` |";
  }
}
