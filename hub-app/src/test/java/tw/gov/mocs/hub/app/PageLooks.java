package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
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
    assertThat(faults(page, name, List.of(width))).isEmpty();
  }

  /** What is wrong with a page as it is shown now, in windows of these widths. */
  static List<String> faults(Page page, String name, List<Integer> widths) {
    List<String> faults = new ArrayList<>();
    for (int width : widths) {
      page.setViewportSize(width, 900);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(PICTURES.resolve(name + "-" + width + ".png")));
      Object needed = page.evaluate("document.documentElement.scrollWidth");
      if (!needed.equals(width)) {
        faults.add("%s is %s wide in a window of %d".formatted(name, needed, width));
      }
    }
    // What it reads is the same in all of them.
    new AxeBuilder(page)
        .analyze().getViolations().stream()
            .map(rule -> name + ": " + text(rule))
            .forEach(faults::add);
    return faults;
  }

  private static String text(Rule rule) {
    return rule.getId() + " " + rule.getHelp() + " " + rule.getNodes().get(0).getHtml();
  }
}
