package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The portal beside a source that is away, and beside another node that runs a job: the hub of a
 * demo that ended, served again.
 */
class AbsentSourceIT {

  @TempDir private static Path folder = Path.of("");

  private static RunningDemo demo;
  private static ServedHub hub;
  private static Browser browser;
  private static PortalClient admin;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.startSmall(folder);
    demo.close();
    runOnAnotherNode();
    hub = ServedHub.startWithoutSource(settings());
    browser = new Browser();
    admin = PortalClient.loggedIn(demo, "admin");
  }

  @AfterAll
  static void end() throws Exception {
    browser.close();
    hub.close();
  }

  @Test
  void keepsWhatIsTypedOfAServiceAndSaysWhatCannotBeLookedUp() throws Exception {
    Page page = open("admin/services/new?table=TA_DECORATION");
    assertThat(page.locator("#source").textContent()).contains("資料來源目前沒有回應", "分頁鍵");
    page.fill("#code", "SQ_TA_099");
    page.fill("#name", "斷線時的服務");
    page.locator("main button[value=check]").click();
    assertThat(page.locator("#summary").textContent()).contains("請稍後再試");
    assertThat(page.inputValue("#name")).isEqualTo("斷線時的服務");
    page.locator("main button[value=save]").click();
    page.waitForURL("**/drafts/*?told=saved");
    assertThat(page.inputValue("#name")).isEqualTo("斷線時的服務");
  }

  @Test
  void keepsTheJoinThatWasChosenBefore() throws Exception {
    Page page = open("admin/services/of/SQ_TA_008/edit");
    page.locator("#table details > summary").click();
    page.locator("main button[value=join]").click();
    page.evaluate(
        "() => document.getElementById('key-0').add(new Option('TA_CURRENT_STAFF.ID_NO',"
            + " 'TA_CURRENT_STAFF.ID_NO', true, true))");
    page.locator("main .actions button[value=edit]").click();
    assertThat(page.locator("#source").count()).isEqualTo(1);
    assertThat(page.inputValue("#key-0")).isEqualTo("TA_CURRENT_STAFF.ID_NO");
  }

  @Test
  void showsHowFarAJobOfAnotherNodeIsAndComesAnew() throws Exception {
    var list = admin.get("admin/jobs");
    assertThat(list.headers().firstValue("refresh")).hasValue("5");
    assertThat(list.body()).contains("node-9", "執行中", "已處理 30 / 120 筆紀錄（25%）");
    Page page = open("admin/jobs");
    page.locator("a[href*='still=']").click();
    assertThat(page.locator("main progress[max='120']").getAttribute("value")).isEqualTo("30");
    assertThat(admin.get("admin/jobs?still").headers().firstValue("refresh")).isEmpty();
    PageLooks.check(page, "jobs-running", 1280);
  }

  @Test
  void checkConfigSaysThatTheDatabaseIsAnotherProcess() throws Exception {
    Process command = RunningDemo.hub("check-config", "--config", settings().toString()).start();
    String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(command.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("The settings have no fault", "open in another process")
        .doesNotContain("jdbc:");
  }

  private static Path settings() {
    return folder.resolve("hub.properties");
  }

  private static void runOnAnotherNode() throws IOException, SQLException {
    Properties file = new Properties();
    try (var reader = Files.newBufferedReader(settings())) {
      file.load(reader);
    }
    Instant now = Instant.now();
    try (Connection connection =
            DriverManager.getConnection(
                file.getProperty("hub.database.url"),
                file.getProperty("hub.database.user", "hub"),
                file.getProperty("hub.database.password", ""));
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO job_run (job_name, node_name, began_at, failures, told_at,"
                    + " done_count, total_count) VALUES ('LOG_ARCHIVE', 'node-9', ?, 0, ?, 30,"
                    + " 120)")) {
      insert.setTimestamp(1, Timestamp.from(now));
      // So that it is not silent before the tests end.
      insert.setTimestamp(2, Timestamp.from(now.plus(Duration.ofHours(1))));
      insert.executeUpdate();
    }
  }

  private static Page open(String path) throws Exception {
    return browser.openAs(admin, demo.property("portal.url") + path, 1280, "zh-TW");
  }
}
