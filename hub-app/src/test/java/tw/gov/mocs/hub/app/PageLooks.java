package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** What every page must do: fit its window, be readable by everybody, and leave a picture. */
final class PageLooks {

  private static final Path PICTURES = Path.of("target", "pictures");

  private PageLooks() {}

  /**
   * Checks a page as it is shown now.
   *
   * @param name of the picture, {@code target/pictures/NAME-WIDTH.png}
   */
  static void check(Page page, String name, int width) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(name + "-" + width + ".png")));
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of " + name)
        .isEqualTo(width);
    assertThat(violations(page)).as(name).isEmpty();
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page).analyze().getViolations().stream().map(PageLooks::text).toList();
  }

  private static String text(Rule rule) {
    return rule.getId() + " " + rule.getHelp() + " " + rule.getNodes().get(0).getHtml();
  }
}
