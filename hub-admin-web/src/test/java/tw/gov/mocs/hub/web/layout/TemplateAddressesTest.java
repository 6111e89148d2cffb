package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The addresses of links are written as Thymeleaf evaluates them. */
class TemplateAddressesTest {

  /**
   * A bean named in the expression that is the address itself: refused there ("restricted"), and
   * allowed in {@code th:with} and in the parameters of {@code @{…}}.
   */
  private static final Pattern BEAN =
      Pattern.compile("th:(?:href|src|action|formaction)=\"[^\"@]*\\$\\{[^\"}]*@\\w[^\"]*\"");

  @ParameterizedTest
  @MethodSource("tw.gov.mocs.hub.web.layout.TextsTest#templates")
  void callNoBean(Path template) throws IOException {
    List<String> found =
        BEAN.matcher(Files.readString(template)).results().map(MatchResult::group).toList();
    assertThat(found).isEmpty();
  }
}
