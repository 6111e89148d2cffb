package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The home page as people see it, in a browser. */
class HomePageIT {

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

  @ParameterizedTest
  @CsvSource({
    "zh-TW, zh-Hant-TW, 人事雲端服務平台入口網, 人事資料交換服務",
    "en, en, Personnel cloud services portal, Exchange of personnel records"
  })
  void speaksTheLanguageThatIsChosen(String language, String lang, String title, String heading)
      throws IOException {
    Page page = open("?language=" + language, 1280);
    assertThat(page.title()).isEqualTo(title);
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang);
    assertThat(page.locator("h1").allTextContents()).containsExactly(heading);
    assertThat(page.locator("footer").textContent())
        .contains("臺北市文山區試院路1之2號", "1-2 Shin-yuan Road, Wenshan District, Taipei");
    assertThat(page.locator("main a[href$='?wsdl']").count()).isEqualTo(1);
    assertThat(page.locator("tbody tr").count()).isPositive();
  }

  @Test
  void showsTheAnnouncementsFirst() throws IOException {
    Page page = open("?language=zh-TW", 1280);
    assertThat(page.locator("main h2").first().textContent()).isEqualTo("最新公告");
    assertThat(page.locator("main thead th").allTextContents()).containsExactly("公告日期", "公告標題");
    assertThat(page.locator("main tbody tr").first().textContent())
        .contains("102/12/26", "新增[退休資料]服務公告");
  }

  @Test
  void isSmall() throws IOException {
    Page page = open("?language=zh-TW", 1280);
    Object bytes =
        page.evaluate(
            "performance.getEntries().filter(e => e.transferSize)"
                + ".reduce((sum, e) => sum + e.transferSize, 0)");
    assertThat(((Number) bytes).intValue()).isBetween(10_000, 100_000);
  }

  @Test
  void tellsNobodyWhatFailedInside() throws IOException {
    Page page = open("nowhere", 1280);
    assertThat(page.locator("h1").textContent()).isEqualTo("查無此頁");
    assertThat(page.content()).doesNotContain("Exception", "jetty", "\tat ");
  }

  private static Page open(String path, int width) throws IOException {
    return browser.open(demo.property("portal.url") + path, width, "zh-TW");
  }
}
