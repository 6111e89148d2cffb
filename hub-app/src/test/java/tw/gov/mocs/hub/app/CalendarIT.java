package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.shared.RocDate;

/** The calendar beside an input of a day, with the mouse and with the keyboard. */
class CalendarIT {

  private static final String INPUT = "#from";
  private static final String OPEN = ".calendar-open";

  private static RunningDemo demo;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    demo = RunningDemo.shared();
    browser = new Browser();
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void choosesADayByMouse() throws IOException {
    Page page = open("zh-TW", "103/01/10");
    page.locator(OPEN).click();
    assertThat(page.locator(".calendar h2").textContent()).isEqualTo("民國 103 年 一月");
    assertThat(page.locator(".calendar th").allTextContents())
        .containsExactly("一", "二", "三", "四", "五", "六", "日");
    assertThat(page.locator(".calendar tbody tr").first().locator("td").allTextContents())
        .containsExactly("", "", "1", "2", "3", "4", "5");
    page.getByText("›", new Page.GetByTextOptions().setExact(true)).last().click();
    assertThat(page.locator(".calendar h2").textContent()).isEqualTo("民國 103 年 二月");
    page.locator(".calendar td[aria-label^='103/02/28']").click();
    assertThat(page.locator(INPUT).inputValue()).isEqualTo("103/02/28");
    assertThat(page.locator(".calendar").isVisible()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "103/01/10, ArrowRight, 103/01/11",
    "103/01/31, ArrowRight, 103/02/01",
    "103/01/01, ArrowLeft, 102/12/31",
    "103/01/10, ArrowDown, 103/01/17",
    "103/01/03, ArrowUp, 102/12/27",
    "103/01/10, Home, 103/01/06",
    "103/01/10, End, 103/01/12",
    "103/03/31, PageUp, 103/02/28",
    "103/01/31, PageDown, 103/02/28",
    "105/02/29, Shift+PageDown, 106/02/28",
    "103/01/10, Shift+PageUp, 102/01/10",
    "1/01/01, ArrowLeft, 1/01/01"
  })
  void goesByKeys(String from, String key, String to) throws IOException {
    Page page = open("zh-TW", from);
    page.locator(OPEN).focus();
    page.keyboard().press("Enter");
    page.keyboard().press(key);
    page.keyboard().press("Enter");
    assertThat(page.locator(INPUT).inputValue()).isEqualTo(to);
    assertThat(focused(page)).contains("calendar-open");
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"上一年, 民國 104 年 二月", "上個月, 民國 105 年 一月", "下個月, 民國 105 年 三月", "下一年, 民國 106 年 二月"})
  void goesAMonthOrAYearByButtons(String button, String heading) throws IOException {
    Page page = open("zh-TW", "105/02/29");
    page.locator(OPEN).click();
    page.locator(".calendar [aria-label=" + button + "]").press("Enter");
    assertThat(page.locator(".calendar h2").textContent()).isEqualTo(heading);
    page.context().close();
  }

  @Test
  void leavesTheDayAsItWasOnEscape() throws IOException {
    Page page = open("zh-TW", "103/01/10");
    page.locator(OPEN).click();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Escape");
    assertThat(page.locator(INPUT).inputValue()).isEqualTo("103/01/10");
    assertThat(page.locator(".calendar").isVisible()).isFalse();
    assertThat(focused(page)).contains("calendar-open");
  }

  @ParameterizedTest
  @CsvSource({"''", "103/13/40", "102/02/29", "0/01/01", "abc"})
  void beginsWithTodayWhereNoDayStands(String typed) throws IOException {
    Page page = open("zh-TW", typed);
    page.locator(OPEN).click();
    String today = new RocDate(RocDate.dayOf(Instant.now())).toString();
    assertThat(page.locator(".calendar [aria-current=date]").getAttribute("aria-label"))
        .startsWith(today);
    page.keyboard().press("Enter");
    assertThat(page.locator(INPUT).inputValue()).isEqualTo(today);
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"zh-TW, 1280", "zh-TW, 360", "en, 1280", "en, 360"})
  void fitsEveryWindowAndEveryReader(String language, int width) throws IOException {
    List<String> before = browser.complaints();
    Page page = open(language, "103/01/10");
    page.setViewportSize(width, 900);
    page.locator(OPEN).click();
    PageLooks.check(page, "calendar-" + language, width);
    assertThat(browser.complaints()).isEqualTo(before);
  }

  /** A page of the portal with a field of a day in it, as layout/forms makes it. */
  private static Page open(String language, String value) throws IOException {
    Page page = browser.window(1280, "zh-TW");
    page.route(
        "**/install?*",
        route -> {
          APIResponse answer = route.fetch();
          String body = answer.text().replace("</h1>", "</h1>" + field(language, value));
          route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
        });
    page.navigate(demo.property("portal.url") + "install?language=" + language);
    page.locator(OPEN).waitFor();
    return page;
  }

  private static String field(String language, String value) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "tw.gov.mocs.hub.web.layout.messages",
            language.equals("en") ? Locale.ENGLISH : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    StringBuilder field = new StringBuilder("<div class=\"field day\"><label for=\"from\"><span>");
    field.append(texts.getString("list.goTo")).append("</span></label>");
    field.append("<input type=\"text\" id=\"from\" data-roc-calendar value=\"");
    field.append(value).append('"');
    for (String name :
        List.of(
            "open",
            "months",
            "weekdays",
            "earlier",
            "previous",
            "next",
            "later",
            "close",
            "year")) {
      String text = texts.getString("form.day." + name);
      field.append(" data-").append(name).append("=\"").append(text).append('"');
    }
    return field.append("></div>").toString();
  }

  private static String focused(Page page) {
    return (String) page.evaluate("document.activeElement.className");
  }
}
