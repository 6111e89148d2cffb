package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.app.UnpackedModule.Result;

/** A file over a service: composed by a reviewer, started by another, opened by the agency. */
class ServiceFileIT {

  private static final String FIELDS = "recordNo,idNo,agencyCode,appraisalYear";

  @TempDir private Path folder = Path.of("");

  @Test
  void holdsWhatTheReviewerComposedOfTheService() throws Exception {
    // Its own: elsewhere the second administrator confirms certificates of this agency.
    try (RunningDemo demo = RunningDemo.startSmall(folder.resolve("demo"));
        Browser browser = new Browser()) {
      PortalClient agency = PortalClient.loggedIn(demo, "agency-a");
      String number = decided(demo, browser, agency);
      start(demo, browser, number);
      Await.until(() -> shown(agency, "progress/" + number + "/file").contains("待下載簽收"));
      opened(demo, agency, number);
    }
  }

  private static String decided(RunningDemo demo, Browser browser, PortalClient agency)
      throws Exception {
    PortalClient reviewer = PortalClient.loggedIn(demo, "reviewer");
    String site = demo.property("portal.url");
    try (ReviewSteps steps = new ReviewSteps(demo, browser, agency)) {
      String number = steps.applyLike(someFile(agency));
      ReviewSteps.letter(reviewer, number);
      Page page =
          browser.openAs(reviewer, site + "admin/reviews/" + number + "/decide", 1280, "zh-TW");
      assertThat(page.locator("#service-SQ_TA_002 h2").textContent())
          .contains("考績資料", "TA_PERFORMANCE_APPRAISAL");
      page.locator("#service-SQ_TA_002 summary").click();
      ReviewSteps.checkOnly(page, "returned-SQ_TA_002", FIELDS.split(","));
      page.locator("button[value=own]").click();
      assertThat(page.inputValue("#condition-values-SQ_TA_002-0")).isEqualTo("本機關");
      page.locator("main button.primary").last().click();
      assertThat(page.locator("[aria-labelledby=rows-SQ_TA_002] tbody td").allTextContents())
          .isNotEmpty()
          .noneMatch(value -> value.matches("[A-Z][0-9]{9}"));
      PageLooks.check(page, "review-extract-service", 1280);
      page.locator("main button.primary").click();
      assertThat(Browser.main(page)).contains("審核結果已生效", "考績資料");
      return number;
    }
  }

  private static String someFile(PortalClient agency) throws Exception {
    return Pattern.compile("/progress/(APFQ[0-9]+)\"")
        .matcher(agency.get("progress?state=APPROVED&method=ONE_TIME_FILE").body())
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static void start(RunningDemo demo, Browser browser, String number) throws Exception {
    Page page =
        browser.openAs(
            PortalClient.loggedIn(demo, "admin-2"),
            demo.property("portal.url") + "admin/deliveries/" + number,
            1280,
            "zh-TW");
    page.locator("#start button").click();
    assertThat(Browser.main(page)).contains("已開始產製檔案");
  }

  private void opened(RunningDemo demo, PortalClient agency, String number) throws Exception {
    String file = "progress/" + number + "/file";
    String begun = agency.post(file, file, Map.of()).headers().firstValue("location").orElseThrow();
    byte[] sealed = agency.download(begun.substring(begun.indexOf("progress/"))).body();
    byte[] zip = agency.download("progress/" + number + "/decryption.zip").body();
    UnpackedProgram program =
        new UnpackedProgram(
            UnpackedModule.of(zip, Files.createDirectory(folder.resolve("program"))),
            Path.of(demo.property("pki.dir")),
            number + ".p7m",
            sealed);
    Path to = Files.createDirectory(folder.resolve("opened"));
    Result result = program.open(to, sealed, "agency-a-encryption");
    assertThat(result.status()).as(result.output()).isZero();
    List<String> lines = Files.readAllLines(to.resolve(number).resolve("SQ_TA_002.csv"));
    assertThat(lines.get(0)).isEqualTo(FIELDS);
    assertThat(lines.subList(1, lines.size()))
        .isNotEmpty()
        .allMatch(line -> line.split(",")[2].equals(DemoWorld.AGENCY_A.value()));
  }

  private static String shown(PortalClient client, String path) {
    try {
      return client.get(path).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
