package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.audit.ArchiveNow;
import tw.gov.mocs.hub.audit.LogArchiving;

/** What was acknowledged stays, whatever happens to the process and its disk. */
class DurabilityIT {

  private static final int KILLS = 10;

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void makeDemo() throws IOException, InterruptedException, SQLException {
    RunningDemo.prepare(folder);
    run("demo", "--once", "--free-ports", "--folder", folder.toString());
  }

  @Test
  void losesNoAcknowledgedCallWhenItIsKilledTenTimesInMidLoad() throws Exception {
    try (SteadyCalls calls = new SteadyCalls(demoFile()).start()) {
      for (int i = 0; i < KILLS; i++) {
        ServedHub hub = ServedHub.start(settings());
        int before = calls.acknowledged().size();
        Await.until(() -> calls.acknowledged().size() >= before + 40);
        hub.kill();
      }
      calls.close();
      assertThat(calls.acknowledged()).hasSizeGreaterThanOrEqualTo(KILLS * 40);
      assertWhole(calls.acknowledged());
    }
  }

  @Test
  void refusesOnAFullDiskAndLosesNoAcknowledgedCall() throws Exception {
    long room = Files.size(folder.resolve("hub.mv.db")) / 1024 + 1024;
    try (SteadyCalls calls = new SteadyCalls(demoFile())) {
      try (ServedHub hub = ServedHub.startOnFullDisk(settings(), room)) {
        calls.start();
        Await.until(() -> calls.faults().size() >= 20);
        calls.close();
        assertThat(hub.isAlive()).as(hub.output()).isTrue();
      }
      assertThat(calls.acknowledged()).isNotEmpty();
      assertThat(calls.failures()).isEmpty();
      // The log cannot be written, or the database has closed itself.
      assertThat(Set.copyOf(calls.faults())).isSubsetOf("HUB-6004", "HUB-6002", "HUB-6003");
      assertWhole(calls.acknowledged());
    }
    try (ServedHub hub = ServedHub.start(settings());
        SteadyCalls calls = new SteadyCalls(demoFile())) {
      assertThat(calls.call()).as(hub.output()).isNotEmpty();
    }
  }

  @Test
  void showsVerifiesAndExportsWhatItArchived() throws Exception {
    String record = served().iterator().next();
    try (HubProcess hub = HubProcess.core(Settings.of(settings(), Map.of()))) {
      assertThat(ArchiveNow.by(hub.get(LogArchiving.class))).isPositive();
    }
    assertThat(served()).doesNotContain(record);
    assertThat(run("verify-log", "--config", settings().toString())).contains("The log is whole.");
    try (RunningDemo demo = RunningDemo.start(folder);
        Browser browser = new Browser()) {
      String portal = demo.property("portal.url");
      PortalClient auditor = PortalClient.loggedIn(demo, "auditor");
      Page page = browser.openAs(auditor, portal + "admin/audit/calls", 1280, "zh-TW");
      assertThat(Browser.main(page)).contains("部分紀錄已封存", "audit-000001-");
      page.fill("#recordId", record);
      page.locator("main button.primary").click();
      assertThat(Browser.main(page)).contains("封存檔", "audit-000001-", "簽章與納入證明均成立", "均與記錄當時相符");
      page.locator("main a.button", new Page.LocatorOptions().setHasText("匯出證據")).click();
      page.fill("#agency", "A01000000A");
      page.fill("#reason", "法院調取");
      Path file = page.waitForDownload(page.locator("main button.danger")::click).path();
      Path key = Path.of(demo.property("pki.dir")).resolve("agency-a-encryption.key");
      assertThat(run("verify-evidence", file.toString(), "--key", key.toString()))
          .contains(record, "The evidence holds.");
      page.navigate(portal + "admin/audit/verification");
      AuditIT.verify(page);
    }
  }

  @Test
  void leadsFromTheOverviewToTheRecordThatWasChanged() throws Exception {
    long act = newestAct();
    setSubject(act, "subject || '!'");
    try (RunningDemo demo = RunningDemo.start(folder);
        Browser browser = new Browser()) {
      String portal = demo.property("portal.url");
      PortalClient auditor = PortalClient.loggedIn(demo, "auditor");
      auditor.post("admin/audit/verification", "admin/audit/verification", Map.of());
      Page page = browser.openAs(auditor, portal + "admin/audit/verification", 1280, "zh-TW");
      Locator finding = page.locator("tr.beneath a");
      finding.waitFor(new Locator.WaitForOptions().setTimeout(Await.LONGEST.toMillis()));
      PageLooks.check(page, "verification-found", 1280);
      page.navigate(portal + "admin");
      assertThat(Browser.main(page)).contains("發現 1 處不符");
      page.locator("main a[href$='/admin/audit/verification']").first().click();
      assertThat(page.locator("tr.beneath").textContent()).contains("內容被變更");
      finding.click();
      assertThat(Browser.main(page)).contains("與記錄當時不符：內容被變更");
      PageLooks.check(page, "act-changed", 1280);
    } finally {
      setSubject(act, "SUBSTRING(subject, 1, LENGTH(subject) - 1)");
    }
  }

  /** Every acknowledged call is in the log, and the log is whole. */
  private static void assertWhole(Collection<String> acknowledged)
      throws SQLException, IOException, InterruptedException {
    Set<String> served = served();
    assertThat(served).containsAll(acknowledged);
    System.out.printf(
        "%d calls acknowledged, all of them recorded; %d recorded in all%n",
        acknowledged.size(), served.size());
    assertThat(run("verify-log", "--config", settings().toString())).contains("The log is whole.");
  }

  private static long newestAct() throws SQLException {
    try (Connection database = database();
        Statement statement = database.createStatement();
        ResultSet newest = statement.executeQuery("SELECT MAX(seq) FROM audit_act")) {
      newest.next();
      return newest.getLong(1);
    }
  }

  /** Behind the hub's back. */
  private static void setSubject(long act, String expression) throws SQLException {
    try (Connection database = database();
        Statement statement = database.createStatement()) {
      statement.execute("UPDATE audit_act SET subject = " + expression + " WHERE seq = " + act);
    }
  }

  private static Connection database() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("hub"), "hub", "");
  }

  private static Set<String> served() throws SQLException {
    Set<String> served = new HashSet<>();
    try (Connection database = database();
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT r.record_id FROM audit_row r JOIN audit_call c ON c.node_id = r.node_id"
                    + " AND c.seq = r.seq WHERE c.outcome_code = 'OK'")) {
      while (rows.next()) {
        served.add(rows.getString(1));
      }
    }
    return served;
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    Process process = RunningDemo.hub(arguments).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static Path settings() {
    return folder.resolve("hub.properties");
  }

  private static Path demoFile() {
    return folder.resolve("demo.properties");
  }
}
