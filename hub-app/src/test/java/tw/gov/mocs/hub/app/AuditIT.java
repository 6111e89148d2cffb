package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tw.gov.mocs.hub.client.HubFaultException;
import tw.gov.mocs.hub.client.HubRequest;
import tw.gov.mocs.hub.shared.IdentityForms;

/** 稽核管理, by the auditor and by those who may not. */
class AuditIT {

  private static final AtomicInteger CALLS = new AtomicInteger();

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient auditor;
  private static String portal = "";
  private static String number = "";
  private static String record = "";

  @TempDir private Path folder = Path.of("");

  private record Checked(int status, String output) {}

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    auditor = PortalClient.loggedIn(demo, "auditor");
    portal = demo.property("portal.url");
    number = demo.property("sample.idNo");
    // Others call too, before this class or after it: their numbers say nothing of this call.
    record = call(demo, "SQ_TA_002", "AuditIT-own");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void aPersonIsFoundWithoutHisNumberInAnAddressOrTheLog() throws Exception {
    Page page = open("admin/audit/calls");
    page.fill("#idNumber", number);
    page.selectOption("#service", "SQ_TA_002");
    page.locator("main button.primary").click();
    assertThat(page.url()).contains("person=demo%3A", "service=SQ_TA_002").doesNotContain(number);
    assertThat(page.content()).contains(record, "已限定查詢條件或回應內容含有此當事人").doesNotContain(number);
    assertThat(lineOf(page, record)).contains("查詢條件及回應內容");
    page.locator("thead a").first().click();
    assertThat(page.content()).contains(record, "已限定查詢條件或回應內容含有此當事人");
    page.fill("#idNumber", "A100000001");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("共 0 筆");
    Await.until(() -> acts("action=LOG_SEARCHED&actor=demo-auditor").contains("當事人雜湊值：demo:"));
    assertThat(acts("format=csv&action=LOG_SEARCHED")).doesNotContain(number, "A100000001");
  }

  @Test
  void whoAskedForAPersonAndGotNothingIsFoundByHim() throws Exception {
    String asked = "Z29999999" + IdentityForms.checkDigit("Z29999999");
    String application = demo.property("application.agency-a");
    String nothing = call(application, asked);
    String refused = call("APSQ11099999", asked);
    Page page = open("admin/audit/calls");
    assertThat(Browser.main(page)).doesNotContain("當事人所在");
    page.fill("#idNumber", asked);
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("共 2 筆", "當事人所在");
    assertThat(lineOf(page, nothing)).contains("已提供", "查詢條件").doesNotContain("回應內容");
    assertThat(lineOf(page, refused)).contains("拒絕", "查詢條件").doesNotContain("回應內容");
    PageLooks.check(page, "audit-calls-asked", 1280);
    String filter = URI.create(page.url()).getRawQuery();
    assertThat(auditor.get("admin/audit/calls?format=csv&" + filter).body())
        .containsPattern("當事人所在\"\\R(.*,\"查詢條件\"\\R){2}");
    assertThat(auditor.get("admin/audit/calls?format=csv").body()).doesNotContain("當事人所在");
    page.locator("tbody a[href*='" + refused + "']").click();
    assertThat(Browser.main(page)).contains("所查當事人在此筆呼叫的所在： 查詢條件").doesNotContain(asked);
    PageLooks.check(page, "audit-call-asked", 1280);
    assertThat(auditor.get("admin/audit/calls/" + record + "?" + filter).body())
        .contains("不在此筆呼叫中");
  }

  @Test
  void theReportLeadsToWhoAskedInVain() throws Exception {
    String asked = "Z28888888" + IdentityForms.checkDigit("Z28888888");
    String nothing = call(demo.property("application.agency-a"), asked);
    Page page = open("admin/audit/persons");
    page.fill("#numbers", asked + "\nZ100000001");
    page.fill("#reason", "當事人申請，部稽字第 8 號");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("沒有提供此人資料的紀錄").doesNotContain(nothing);
    page.getByText("查詢這些號碼的所有呼叫").click();
    assertThat(Browser.main(page)).contains("共 1 筆");
    assertThat(lineOf(page, nothing)).contains("查詢條件").doesNotContain("回應內容");
  }

  /** The line of a record in the list of calls. */
  private static String lineOf(Page page, String recordId) {
    Locator link = page.locator("a[href*='" + recordId + "']");
    return page.locator("tbody tr", new Page.LocatorOptions().setHas(link)).innerText();
  }

  @Test
  void aNumberIsRefusedWhereItWouldBeKept() throws Exception {
    Page page = open("admin/audit/calls");
    page.fill("#requestId", number);
    page.fill("#fromTime", "08:30");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("不得填寫身分證統一編號", "請先填寫日期");
    assertThat(page.locator("#calls").count()).isZero();
    assertThat(page.url()).endsWith("/admin/audit/calls");
  }

  @ParameterizedTest
  @CsvSource({
    "service=SQ_TA_002&requestId=AuditIT-own, 1",
    "requestId=AuditIT-own&outcome=served, 1",
    "requestId=AuditIT-own&outcome=refused, 0",
    "requestId=AuditIT-own&outcome=HUB-4002, 0",
    "requestId=AuditIT-own&agency=A01000000A, 1",
    "requestId=AuditIT-own&agency=A02000000B, 0",
    "requestId=AuditIT-own&address=127.0.0.1, 1",
    "requestId=AuditIT-own&address=192.0.2.1, 0",
    "requestId=AuditIT-own&to=100/01/01, 0",
    "requestId=AuditIT-own&from=100/01/01&fromTime=08:30, 1",
    "requestId=nothing, 0"
  })
  void narrowsTheList(String filter, int found) throws Exception {
    assertThat(auditor.get("admin/audit/calls?" + filter).body()).contains("<th");
    assertThat(auditor.get("admin/audit/calls?format=csv&" + filter).body().lines())
        .hasSize(found + 1);
  }

  @Test
  void aRecordShowsAllAndWhatProvesIt() throws Exception {
    provable();
    Page page = open("admin/audit/calls");
    page.fill("#recordId", record);
    page.locator("main button.primary").click();
    assertThat(page.url()).endsWith("/admin/audit/calls/" + record);
    assertThat(Browser.main(page))
        .contains("A01000000A 示範機關甲", "稽核測試", "簽章與納入證明均成立", "均與記錄當時相符", "人事介接系統")
        .contains("未廢止，依 1", "已提供", "（idNo）：")
        .doesNotContain(number);
    Path proof = folder.resolve("proof.txt");
    Files.writeString(proof, auditor.get("admin/audit/calls/" + record + "/proof.txt").body());
    Checked checked =
        hub(
            "record",
            "check-proof",
            proof.toString(),
            "--certificate",
            pki("checkpoint.crt").toString());
    assertThat(checked.output()).contains(record, "The proof holds.");
    assertThat(auditor.get("admin/audit/acts/" + record).statusCode()).isEqualTo(404);
  }

  @Test
  void aKeptRequestIsOpenedAfterAReasonAlone() throws Exception {
    Page page = open("admin/audit/calls/" + record);
    page.locator("main a.button", new Page.LocatorOptions().setHasText("開啟保存的請求")).click();
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    page.fill("#reason", "查 " + number);
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent()).contains("不得填寫身分證統一編號");
    page.fill("#reason", "部稽字第 1150000009 號");
    page.locator("main button.danger").click();
    assertThat(Browser.main(page)).contains("以下內容含有個人資料", "部稽字第 1150000009 號");
    assertThat(page.locator("pre").textContent()).contains("SQ_TA_002Request", number);
    assertThat(page.locator("pre *").count()).isZero();
    Await.until(() -> acts("action=EVIDENCE_OPENED").contains("部稽字第 1150000009 號"));
    // Its address gives the question again, not the request.
    assertThat(auditor.get("admin/audit/calls/" + record + "/request").body())
        .doesNotContain(number);
  }

  @Test
  void anActShowsWhatWasBeforeAndAfter() throws Exception {
    Await.until(() -> acts("action=SERVICE_PUBLISHED").contains("SQ_TA_002"));
    Page page = open("admin/audit/acts");
    page.selectOption("#action", "ACCOUNT_CREATED");
    page.fill("#actor", "demo-admin");
    page.locator("main button.primary").click();
    assertThat(page.url()).contains("action=ACCOUNT_CREATED", "actor=demo-admin");
    assertThat(page.locator("tbody tr").first().textContent()).contains("人員，憑證 ");
    page.locator("tbody a").first().click();
    assertThat(Browser.main(page)).contains("新增帳號", "demo-admin", "變更後", "鏈中的位置");
    assertThat(acts("format=csv&action=ACCOUNT_CREATED").lines().count()).isGreaterThan(3);
  }

  @Test
  void theReportSaysToWhomDataWereGiven() throws Exception {
    Page page = open("admin/audit/persons");
    page.fill("#numbers", number + "\nA100000001");
    page.fill("#reason", "當事人申請，部稽字第 7 號");
    page.locator("main button.primary").click();
    assertThat(page.url()).doesNotContain(number);
    assertThat(Browser.main(page))
        .contains("A******670, A******001", "當事人申請，部稽字第 7 號", "示範機關甲", record, "與記錄當時相符", "稽核測試");
    assertThat(page.content()).doesNotContain(number);
    String file = URI.create(page.url()).getPath().substring(1) + "?format=csv";
    assertThat(auditor.get(file).body()).contains(record, "與記錄當時相符").doesNotContain(number);
    assertThat(PortalClient.loggedIn(demo, "auditor").get(file).statusCode()).isEqualTo(404);
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    assertThat(page.locator(".side").isVisible()).isFalse();
    PageLooks.check(page, "audit-report-printed", 1280);
    Await.until(() -> acts("action=LOG_SEARCHED&subject=person").contains("部稽字第 7 號"));
  }

  @Test
  void theLogSaysByItsCodeWhichAgencyWasLookedFor() throws Exception {
    auditor.get("admin/audit/calls?agency=A02000000B&requestId=AuditIT-code");
    auditor.get("admin/audit/acts?agency=A02000000B&subject=AuditIT-code");
    Await.until(() -> acts("kind=ACTS&format=csv").contains("對象：AuditIT-code"));
    assertThat(auditor.get("admin/audit/acts?kind=ARCHIVE").body()).contains("共 0 筆");
    String searches = "action=LOG_SEARCHED&format=csv&subject=";
    Await.until(() -> acts(searches + "calls").contains("agency A02000000B, request AuditIT-code"));
    Await.until(() -> acts(searches + "acts").contains("subject AuditIT-code, agency A02000000B"));
  }

  @Test
  void theLogIsVerifiedOnTheScreen() throws Exception {
    Page page = open("admin/audit/verification");
    verify(page);
    assertThat(page.locator(".scroll tbody").textContent()).contains("demo-auditor", "demo");
    String list = "admin/audit/verification?q=demo-auditor&state=";
    assertThat(auditor.get(list + "WHOLE&sort=rows&order=asc").body()).contains("demo-auditor");
    assertThat(auditor.get(list + "CHANGED").body()).contains("共 0 筆", "沒有符合條件的資料");
    assertThat(auditor.get(list + "WHOLE&to=100/01/01").body()).contains("共 0 筆");
    assertThat(auditor.get(list + "WHOLE&format=csv").body())
        .contains("開始時間", "demo-auditor", "完整：沒有任何變更");
  }

  @Test
  void evidenceHoldsOutsideTheHub() throws Exception {
    provable();
    Path file = evidence(page -> page.fill("#agency", "A01000000A"));
    Path zip = folder.resolve("evidence.zip");
    Checked checked =
        hub(
            "verify-evidence",
            file.toString(),
            "--key",
            pki("agency-a-encryption.key").toString(),
            "--checkpoint-certificate",
            pki("checkpoint.crt").toString(),
            "--extract",
            zip.toString());
    assertThat(checked.output())
        .contains(record, "證據成立", "The evidence holds.", "同", "the signature of the request holds")
        .contains("revocation-1", "CN=示範憑證總管理中心")
        .doesNotContain("FAILS", "compare its SHA-256");
    assertThat(checked.status()).isZero();
    assertThat(hub("verify-evidence", zip.toString()).output())
        .contains("compare its SHA-256", "The evidence holds.");
    Path changed = Files.write(folder.resolve("changed.zip"), otherPerson(Files.readAllBytes(zip)));
    Checked wrong = hub("verify-evidence", changed.toString());
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.output())
        .contains("Body was changed after it was signed", "THE EVIDENCE DOES NOT HOLD.")
        .doesNotContain("resource bundle");
    Path without =
        Files.write(folder.resolve("without.zip"), withoutAnswers(Files.readAllBytes(zip)));
    Checked incomplete = hub("verify-evidence", without.toString());
    assertThat(incomplete.status()).isEqualTo(1);
    assertThat(incomplete.output()).contains("缺少廢止資訊", "answers about revocation are missing");
    assertThat(hub("verify-evidence", file.toString()).output()).contains("--key");
    Await.until(() -> acts("action=EVIDENCE_EXPORTED").contains("法院調取"));
  }

  @Test
  void evidenceGoesToACertificateThatSomebodyBrings() throws Exception {
    provable();
    Path certificate = pki("agency-a-encryption.crt");
    Path file = evidence(page -> page.setInputFiles("#file", certificate));
    assertThat(
            hub(
                    "verify-evidence",
                    file.toString(),
                    "--key",
                    pki("agency-a-encryption.key").toString())
                .status())
        .isZero();
    Page page = open("admin/audit/calls/" + record + "/evidence");
    page.setInputFiles("#file", pki("agency-a.crt"));
    page.fill("#reason", "法院調取");
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent()).contains("HUB-3003");
    page.fill("#reason", "");
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由", "擇一");
    page.fill("#agency", "A02000000B");
    page.fill("#reason", "法院調取");
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent())
        .contains("證據無法加密給它")
        .doesNotContain("本服務之回應須加密");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewer", "admin", "agency-a"})
  void isTheAuditorsAlone(String card) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, card);
    for (String path :
        new String[] {"calls", "acts", "persons", "verification", "calls/" + record}) {
      assertThat(other.get("admin/audit/" + path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(other.get("").body()).doesNotContain("/admin/audit");
    assertThat(auditor.get("").body()).contains("/admin/audit/calls", "稽核紀錄驗證");
  }

  /** Exports the evidence of the call; the file as the browser keeps it. */
  private static Path evidence(Consumer<Page> to) {
    Page page = open("admin/audit/calls/" + record + "/evidence");
    to.accept(page);
    page.fill("#reason", "法院調取");
    Download saved = page.waitForDownload(page.locator("main button.danger")::click);
    assertThat(saved.suggestedFilename()).isEqualTo("evidence-" + record + ".p7m");
    return saved.path();
  }

  /** Waits until a checkpoint covers the call. */
  private static void provable() {
    Await.until(
        () -> {
          try {
            return auditor.get("admin/audit/calls/" + record).body().contains("proof.txt");
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static byte[] otherPerson(byte[] zip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        boolean request = entry.getName().equals("request.xml");
        String written = request ? text.replace(number, "A100000001") : text;
        out.write(written.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return bytes.toByteArray();
  }

  /** The package, of which somebody took out what the authorities say. */
  private static byte[] withoutAnswers(byte[] zip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().startsWith("revocation-")) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static String acts(String filter) {
    try {
      return auditor.get("admin/audit/acts?" + filter).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Page open(String path) {
    return browser.openAs(auditor, portal + path, 1280, "zh-TW");
  }

  private static Path pki(String name) throws IOException {
    return Path.of(demo.property("pki.dir")).resolve(name);
  }

  private static Checked hub(String... arguments) {
    StringWriter text = new StringWriter();
    CommandLine line = HubMain.commandLine();
    line.setOut(new PrintWriter(text, true));
    line.setErr(new PrintWriter(text, true));
    return new Checked(line.execute(arguments), text.toString());
  }

  /**
   * Verifies the log on its page, until one more verification found it whole. The page comes anew
   * by itself, so nothing else may lead it anywhere: whichever came second would be broken off.
   */
  static void verify(Page page) {
    Locator whole =
        page.locator(".scroll tbody tr", new Page.LocatorOptions().setHasText("完整：沒有任何變更"));
    int before = whole.count();
    page.locator("main form[method=post] button.primary").click();
    whole.nth(before).waitFor(new Locator.WaitForOptions().setTimeout(Await.LONGEST.toMillis()));
  }

  /** A call of agency A about the sample person; the id of its record. */
  static String call(RunningDemo demo, String service) throws Exception {
    return call(demo, service, "AuditIT-" + CALLS.incrementAndGet());
  }

  private static String call(RunningDemo demo, String service, String requestId) throws Exception {
    return demo.client()
        .call(
            HubRequest.of(service, demo.property("application.agency-a"), "稽核測試")
                .where("idNo", demo.property("sample.idNo"))
                .requestId(requestId)
                .build())
        .recordId();
  }

  /** A call of agency A about somebody, under an application; the id of its record. */
  private static String call(String application, String person) throws Exception {
    HubRequest request =
        HubRequest.of("SQ_TA_002", application, "稽核測試").where("idNo", person).build();
    try {
      return demo.client().call(request).recordId();
    } catch (HubFaultException refusal) {
      return refusal.recordId().orElseThrow();
    }
  }
}
