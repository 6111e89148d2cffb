package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every page must do: fit its window and be readable by everybody. */
final class PageLooks {

  private static final Path PICTURES = Path.of("target", "pictures");

  /** The frames of tables that would have to be moved to be seen whole. */
  private static final String CUT =
      """
      [...document.querySelectorAll('.scroll')]
        .filter(frame => frame.scrollWidth > frame.clientWidth + 1)
        .map(frame => frame.scrollWidth + ' in ' + frame.clientWidth)
      """;

  /** In which colours and sizes, on which grounds, texts stand on a page. */
  private static final String COLOURS =
      """
      [...new Set([...document.querySelectorAll('body *')]
        .filter(one => {
          // Axe judges nothing that is moved out of the window, or cut to a dot.
          const box = one.getBoundingClientRect();
          return one.checkVisibility() && box.width > 1 && box.height > 1 && box.right > 0
            && (one.matches('input, select, textarea')
              || [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
        })
        .map(one => {
          const text = getComputedStyle(one);
          const looks = [text.color, text.fontSize, text.fontWeight,
            one.matches(':disabled') || one.closest('[aria-disabled=true]') !== null];
          for (let ground = one; ground; ground = ground.parentElement) {
            const style = getComputedStyle(ground);
            looks.push(style.backgroundColor, style.backgroundImage, style.opacity);
            if (style.backgroundColor.startsWith('rgb(')) break;
          }
          return looks.join(' ');
        }))]
      """;

  /** To judge them again, page by page, takes as long as all else that axe judges. */
  private static final Set<Object> JUDGED_COLOURS = new HashSet<>();

  // Pictures of all pages, and axe on the English ones, which come from the same templates, take as
  // long as all the rest.
  private static final boolean ALL = Boolean.getBoolean("pictures");

  private PageLooks() {}

  /**
   * Checks a page as it is shown now.
   *
   * @param name of its picture, {@code target/pictures/NAME-WIDTH.png}: of a page with a fault, and
   *     with {@code -Dpictures=true} of every one
   */
  static void check(Page page, String name, int width) {
    assertThat(faults(page, name, List.of(width))).isEmpty();
  }

  /** What is wrong with a page as it is shown now, in windows of these widths. */
  static List<String> faults(Page page, String name, List<Integer> widths) {
    boolean english = "en".equals(page.locator("html").getAttribute("lang"));
    List<String> faults = new ArrayList<>();
    for (int width : widths) {
      setWidth(page, width);
      Object needed = page.evaluate("document.documentElement.scrollWidth");
      if (!needed.equals(width)) {
        faults.add("%s is %s wide in a window of %d".formatted(name, needed, width));
      }
      if (page.evaluate(CUT) instanceof List<?> cut && !cut.isEmpty()) {
        faults.add("%s at %d cuts a table: %s".formatted(name, width, cut));
      }
      if (ALL) {
        paint(page, name, width);
      }
    }
    if (ALL || !english) {
      // What it reads is the same in all of them.
      judge(page).stream().map(rule -> name + ": " + text(rule)).forEach(faults::add);
    }
    if (!faults.isEmpty()) {
      widths.forEach(width -> paint(page, name, width));
    }
    return faults;
  }

  private static List<Rule> judge(Page page) {
    AxeBuilder axe = axe(page);
    List<?> colours = (List<?>) page.evaluate(COLOURS);
    if (!ALL && JUDGED_COLOURS.containsAll(colours)) {
      axe.disableRules(List.of("color-contrast"));
    }
    JUDGED_COLOURS.addAll(colours);
    return axe.analyze().getViolations();
  }

  private static AxeBuilder axe(Page page) {
    AxeRunOptions violations = new AxeRunOptions();
    violations.setResultTypes(List.of(ResultType.Violations.getKey()));
    // The other mode opens a window each time to join frames, which no page has.
    return new AxeBuilder(page).setLegacyMode(true).options(violations);
  }

  private static void setWidth(Page page, int width) {
    page.setViewportSize(width, 900);
  }

  private static void paint(Page page, String name, int width) {
    setWidth(page, width);
    Path picture = PICTURES.resolve("%s-%d.png".formatted(name, width));
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture));
  }

  private static String text(Rule rule) {
    return rule.getId() + " " + rule.getHelp() + " " + rule.getNodes().get(0).getHtml();
  }
}
