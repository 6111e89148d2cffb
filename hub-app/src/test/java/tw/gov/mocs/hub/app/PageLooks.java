package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What every page must do: fit its window and be readable by everybody. */
final class PageLooks {

  private static final Path PICTURES = Path.of("target", "pictures");

  // To paint them all takes as long as to check them.
  private static final boolean ALL_PICTURES = Boolean.getBoolean("pictures");

  private PageLooks() {}

  /**
   * Checks a page as it is shown now.
   *
   * @param name of its picture, {@code target/pictures/NAME-WIDTH.png}, which is made for a page
   *     with a fault, and for every page with {@code -Dpictures=true}
   */
  static void check(Page page, String name, int width) {
    assertThat(faults(page, name, List.of(width))).isEmpty();
  }

  /** What is wrong with a page as it is shown now, in windows of these widths. */
  static List<String> faults(Page page, String name, List<Integer> widths) {
    List<String> faults = new ArrayList<>();
    for (int width : widths) {
      page.setViewportSize(width, 900);
      Object needed = page.evaluate("document.documentElement.scrollWidth");
      if (!needed.equals(width)) {
        faults.add("%s is %s wide in a window of %d".formatted(name, needed, width));
      }
    }
    // What it reads is the same in all of them.
    axe(page).analyze().getViolations().stream()
        .map(rule -> name + ": " + text(rule))
        .forEach(faults::add);
    if (ALL_PICTURES || !faults.isEmpty()) {
      widths.forEach(width -> paint(page, name, width));
    }
    return faults;
  }

  /** The colours, which take longest, are judged in one language: they are the same in both. */
  private static AxeBuilder axe(Page page) {
    AxeRunOptions violations = new AxeRunOptions();
    violations.setResultTypes(List.of(ResultType.Violations.getKey()));
    // The other mode opens a window each time to join frames, which no page has.
    AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(violations);
    return "en".equals(page.locator("html").getAttribute("lang"))
        ? axe.disableRules(List.of("color-contrast"))
        : axe;
  }

  private static void paint(Page page, String name, int width) {
    page.setViewportSize(width, 900);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(name + "-" + width + ".png")));
  }

  private static String text(Rule rule) {
    return rule.getId() + " " + rule.getHelp() + " " + rule.getNodes().get(0).getHtml();
  }
}
