package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 申請服務, steps one to five, as an agency fills them in, in a browser. */
class ApplyIT {

  private static final String NEXT = ".actions button[value=next]";

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient agency;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    agency = PortalClient.loggedIn(demo, "agency-b");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void offersTheServicesInTheOrderOfTheManual() throws Exception {
    Page page = open("apply", true);
    assertThat(page.locator("table.offer tbody .code").allTextContents())
        .containsExactly(
            "SQ_PA_001",
            "SQ_PA_002",
            "SQ_TA_002",
            "SQ_MA_001",
            "SQ_COM_01",
            "SQ_TA_001",
            "SQ_TA_005",
            "SQ_MA_002",
            "SQ_TA_003",
            "SQ_TA_004",
            "SQ_TA_006",
            "SQ_TA_007",
            "SQ_TA_008");
    assertThat(page.locator("table.offer th").allTextContents())
        .containsExactly("服務代碼", "服務名稱", "服務說明", "欄位說明");
    assertThat(page.locator(".terms li").count()).isEqualTo(5);
    assertThat(agency.get("apply/fields/SQ_TA_001?format=csv").body())
        .contains("審定結果", "reviewResult");
    assertThat(agency.get("apply/fields/SQ_TA_001").headers().firstValue("content-type"))
        .hasValue("application/vnd.oasis.opendocument.spreadsheet");
    assertThat(agency.get("apply/fields").statusCode()).isEqualTo(200);
    assertThat(agency.get("apply/fields/SQ_XX_001").statusCode()).isEqualTo(404);
  }

  @Test
  void beginsOnlyWithConsent() throws Exception {
    Page page = open("apply", false);
    page.locator("form[action='/apply'] button").click();
    assertThat(page.locator("#summary").textContent()).contains("我同意");
    assertThat(page.locator("#agree").getAttribute("aria-invalid")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksForAFileOnce(boolean scripts) throws Exception {
    Page page = begin(scripts);
    toStepFive(page, "ONE_TIME_FILE");
    assertThat(heading(page)).isEqualTo("申請服務 > 步驟五A：條件說明");
    page.fill("#specialConditions", "申請一次性現職人員基本資料𠀋");
    page.setInputFiles("#file", file("名單.txt", "第一列".getBytes(StandardCharsets.UTF_8)));
    page.locator("button[value=upload]").click();
    assertThat(page.locator(".file-name").allTextContents()).containsExactly("名單.txt");
    // What was typed stays.
    assertThat(page.inputValue("#specialConditions")).isEqualTo("申請一次性現職人員基本資料𠀋");
    page.setInputFiles("#file", file("多餘.txt", "x".getBytes(StandardCharsets.UTF_8)));
    page.locator("button[value=upload]").click();
    page.locator("li:has-text('多餘.txt') button").click();
    assertThat(page.locator(".file-name").allTextContents()).containsExactly("名單.txt");
    page.locator(NEXT).click();
    assertThat(page.url()).endsWith("/6");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksForServicesAndTheirFields(boolean scripts) throws Exception {
    Page page = begin(scripts);
    toStepFive(page, "WEB_SERVICE");
    assertThat(heading(page)).isEqualTo("申請服務 > 步驟五：選擇資料交換需求");
    page.check("#service-SQ_TA_001");
    page.check("#service-SQ_COM_01");
    page.locator(NEXT).click();
    // All fields are asked for, a restricted one among them.
    assertThat(summary(page)).containsExactly("請說明 SQ_TA_001 銓審資料需要限制欄位的理由，或取消選取限制欄位");
    List<Locator> all = page.locator("input[name=fields-SQ_TA_001]").all();
    all.forEach(Locator::uncheck);
    page.locator(NEXT).click();
    assertThat(summary(page)).containsExactly("SQ_TA_001 沒有選取任何欄位，請至少選取一個欄位，或取消選取這項服務");
    all.forEach(Locator::check);
    page.uncheck("input[name=fields-SQ_TA_001][value=reviewResult]");
    page.locator(NEXT).click();
    assertThat(page.url()).endsWith("/6");
    page.navigate(page.url().replaceFirst("6$", "5"));
    assertThat(page.isChecked("#service-SQ_COM_01")).isTrue();
    assertThat(page.isChecked("input[name=fields-SQ_TA_001][value=reviewResult]")).isFalse();
    assertThat(page.locator("input[name=fields-SQ_TA_001]:checked").count())
        .isEqualTo(page.locator("input[name=fields-SQ_TA_001]").count() - 1);
    page.check("input[name=fields-SQ_TA_001][value=reviewResult]");
    page.fill("#justification-SQ_TA_001", "核對審定結果");
    page.locator("button[value=save]").click();
    assertThat(page.inputValue("#justification-SQ_TA_001")).isEqualTo("核對審定結果");
  }

  @Test
  void keepsADraftAndGoesOnWithIt() throws Exception {
    Page page = begin(false);
    page.fill("#contactName", "陳冠宇");
    page.fill("#purpose", "續填的草稿");
    page.locator("button[value=save]").click();
    assertThat(page.locator(".notice[role=status]").textContent()).contains("草稿已儲存");
    page.navigate(demo.property("portal.url") + "apply");
    page.locator("tr:has-text('續填的草稿') a:text-is('續填')").click();
    assertThat(page.inputValue("#contactName")).isEqualTo("陳冠宇");
    // Incomplete, yet 上一步 keeps it.
    page.locator(".steps a:has-text('步驟二')").click();
    page.fill("#systemName", "人事系統");
    page.locator("button[value=previous]").click();
    assertThat(heading(page)).contains("步驟一");
    page.locator(".steps a:has-text('步驟二')").click();
    assertThat(page.inputValue("#systemName")).isEqualTo("人事系統");
  }

  @Test
  void throwsADraftAwayAfterOneMoreQuestion() throws Exception {
    Page page = begin(false);
    String draft = page.url().replaceFirst("/1$", "");
    page.fill("#purpose", "要刪除的草稿");
    page.locator("button[value=save]").click();
    page.navigate(demo.property("portal.url") + "apply");
    page.locator("tr:has-text('要刪除的草稿') a:text-is('刪除')").click();
    assertThat(Browser.main(page)).contains("確定要刪除", "要刪除的草稿");
    page.locator("button.danger").click();
    assertThat(Browser.main(page)).contains("草稿已刪除").doesNotContain("要刪除的草稿");
    assertThat(agency.get(path(draft) + "/1").statusCode()).isEqualTo(404);
  }

  @Test
  void losesNothingInTwoWindows() throws Exception {
    Page one = begin(false);
    Page two = one.context().newPage();
    two.navigate(one.url());
    one.fill("#contactName", "第一個視窗");
    one.fill("#purpose", "只有這裡變更");
    one.locator("button[value=save]").click();
    two.fill("#contactName", "第二個視窗");
    two.locator("button[value=save]").click();
    assertThat(two.locator("section.notice").textContent()).contains("另一個視窗", "第一個視窗");
    assertThat(two.locator("section.notice").textContent()).doesNotContain("連絡電話", "電子郵件");
    assertThat(two.inputValue("#contactName")).isEqualTo("第二個視窗");
    assertThat(two.inputValue("#purpose")).isEqualTo("只有這裡變更");
    two.locator("button[value=save]").click();
    assertThat(two.locator(".notice[role=status]").textContent()).contains("草稿已儲存");
    one.reload();
    assertThat(one.inputValue("#contactName")).isEqualTo("第二個視窗");
    assertThat(one.inputValue("#purpose")).isEqualTo("只有這裡變更");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void losesNothingByTheBackButton(boolean scripts) throws Exception {
    Page page = begin(scripts);
    fillAgency(page);
    page.locator(NEXT).click();
    page.goBack();
    assertThat(page.inputValue("#contactName")).isEqualTo("王小明");
    page.fill("#contactName", "回來修改");
    page.locator(NEXT).click();
    assertThat(heading(page)).contains("步驟二");
    page.locator("button[value=previous]").click();
    assertThat(page.inputValue("#contactName")).isEqualTo("回來修改");
  }

  @Test
  void namesEveryFaultAndKeepsTheRest() throws Exception {
    Page page = begin(false);
    page.locator(NEXT).click();
    assertThat(summary(page)).hasSize(6);
    page.fill("#contactName", "王小明");
    page.fill("#contactMail", "沒有小老鼠");
    page.fill("#from", "115/13/01");
    page.fill("#to", "116/01/01");
    page.locator("button[value=save]").click();
    assertThat(summary(page))
        .hasSize(2)
        .anyMatch(text -> text.contains("電子郵件"))
        .anyMatch(text -> text.contains("起日：查無此日期"));
    assertThat(page.inputValue("#from")).isEqualTo("115/13/01");
    assertThat(page.inputValue("#contactMail")).isEqualTo("沒有小老鼠");
    page.reload();
    assertThat(page.inputValue("#contactMail")).isEqualTo("沒有小老鼠");
    page.navigate(page.url().replaceFirst("\\?.*", ""));
    assertThat(page.inputValue("#contactName")).isEqualTo("王小明");
    page.fill("#from", "116/02/01");
    page.fill("#to", "116/01/01");
    page.locator("button[value=save]").click();
    assertThat(summary(page)).containsExactly("服務使用起迄的迄日早於起日，請調整其中一個日期");
    page.fill("#to", "999/12/31");
    page.locator("button[value=save]").click();
    assertThat(summary(page)).containsExactly("服務使用起迄的迄日最晚為今日起 10 年，請提前迄日");
    page.fill("#to", "");
    page.locator("button[value=save]").click();
    assertThat(summary(page)).containsExactly("服務使用起迄的起日與迄日請一起填寫");
  }

  @Test
  void goesOnWithTheEnterKey() throws Exception {
    Page page = begin(true);
    fillAgency(page);
    page.press("#contactMail", "Enter");
    assertThat(heading(page)).contains("步驟二");
  }

  @Test
  void savesBeforeTheLoginEndsAndBeforeALinkIsFollowed() throws Exception {
    Page page = begin(true);
    page.fill("#contactName", "自動儲存");
    page.evaluate("document.dispatchEvent(new CustomEvent('login-ends'))");
    page.locator("#autosaved:visible").waitFor();
    page.fill("#purpose", "換頁前儲存");
    page.locator(".steps a:has-text('步驟三')").click();
    page.waitForURL("**/3");
    page.locator(".steps a:has-text('步驟一')").click();
    page.waitForURL("**/1");
    assertThat(page.inputValue("#contactName")).isEqualTo("自動儲存");
    assertThat(page.inputValue("#purpose")).isEqualTo("換頁前儲存");
  }

  @Test
  void leadsFromALaterStepToOneThatLacksAnswers() throws Exception {
    Page page = begin(false);
    fillAgency(page);
    page.locator(NEXT).click();
    page.locator(NEXT).click();
    page.check("#audiences-AGENCY_INTERNAL");
    page.locator(NEXT).click();
    assertThat(heading(page)).contains("步驟四");
    assertThat(page.locator(".steps .lacking").allTextContents())
        .singleElement()
        .asString()
        .contains("步驟二", "尚有資料未填寫");
    page.locator("[aria-labelledby=lacking] a").click();
    assertThat(heading(page)).contains("步驟二");
  }

  @Test
  void asksForNoSystemWhereAFileIsWanted() throws Exception {
    Page page = begin(false);
    fillAgency(page);
    page.locator(NEXT).click();
    page.locator(NEXT).click();
    page.check("#audiences-AGENCY_INTERNAL");
    page.locator(NEXT).click();
    page.check("#method-ONE_TIME_FILE");
    page.locator(NEXT).click();
    assertThat(heading(page)).contains("步驟五A");
    assertThat(page.locator(".lacking, [aria-labelledby=lacking]").count()).isZero();
  }

  @Test
  void comesBackToTheConfirmation() throws Exception {
    Page page = begin(false);
    toStepFive(page, "ONE_TIME_FILE");
    page.fill("#specialConditions", "現職人員");
    page.locator(NEXT).click();
    page.navigate(page.url().replaceFirst("6$", "3?back=6"));
    page.locator(NEXT).click();
    assertThat(page.url()).endsWith("/6");
    // Another method asks for more, and leads there first.
    page.navigate(page.url().replaceFirst("6$", "4?back=6"));
    page.check("#method-WEB_SERVICE");
    page.locator(NEXT).click();
    assertThat(page.url()).endsWith("/5?back=6");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysWhyAFileIsNotTaken(FilePayload sent, String why) throws Exception {
    Page page = begin(false);
    toStepFive(page, "ONE_TIME_FILE");
    page.fill("#specialConditions", "仍在這裡");
    page.setInputFiles("#file", sent);
    page.locator(NEXT).click();
    assertThat(summary(page)).singleElement().asString().contains(why);
    assertThat(page.inputValue("#specialConditions")).isEqualTo("仍在這裡");
    assertThat(page.locator(".file-name").count()).isZero();
  }

  static List<Object[]> refused() throws IOException {
    return List.of(
        new Object[] {file("空的.txt", new byte[0]), "0 位元組"},
        new Object[] {file("太大.txt", new byte[11 * 1024 * 1024]), "10 MB"},
        new Object[] {file("程式.exe", new byte[] {77, 90}), "不接受此類檔案"},
        new Object[] {file("圖.pdf", "不是 PDF".getBytes(StandardCharsets.UTF_8)), "不符"},
        new Object[] {file("會動的.pdf", withScript()), "會啟動程式的動作"},
        new Object[] {file("巨集.docx", withMacros()), "巨集"});
  }

  @Test
  void saysThatTheAddressOfAFormIsNoPage() throws Exception {
    assertThat(agency.get("handshake/sign").body()).contains("查無此頁");
  }

  @Test
  void takesAFileOnce() throws Exception {
    Page page = begin(false);
    toStepFive(page, "ONE_TIME_FILE");
    page.setInputFiles("#file", file("名單.txt", new byte[] {48}));
    page.locator("button[value=upload]").click();
    page.setInputFiles("#file", file("名單 (1).txt", new byte[] {48}));
    page.locator("button[value=upload]").click();
    assertThat(summary(page)).containsExactly("這個檔案的內容與已上傳的檔案相同，沒有重複加入；若要換名稱，請先移除原來的檔案");
    assertThat(page.locator(".file-name").allTextContents()).containsExactly("名單.txt");
  }

  @Test
  void takesNoMoreThanFiveFiles() throws Exception {
    Page page = begin(false);
    toStepFive(page, "ONE_TIME_FILE");
    for (int i = 1; i <= 5; i++) {
      page.setInputFiles("#file", file(i + ".txt", new byte[] {48, (byte) (48 + i)}));
      page.locator("button[value=upload]").click();
    }
    assertThat(page.locator(".file-name").count()).isEqualTo(5);
    page.setInputFiles("#file", file("6.txt", new byte[] {48}));
    page.locator("button[value=upload]").click();
    assertThat(summary(page)).containsExactly("檔案最多 5 個，請先移除一個再上傳");
  }

  @Test
  void tellsAFileThatIsTooLargeBeforeItIsSent() throws Exception {
    Page page = begin(true);
    toStepFive(page, "ONE_TIME_FILE");
    page.setInputFiles("#file", file("太大.txt", new byte[11 * 1024 * 1024]));
    page.locator("button[value=upload]").click();
    assertThat(page.locator("#file-large").isVisible()).isTrue();
    assertThat(page.url()).endsWith("/5");
  }

  @Test
  void showsTheFaultOfTheNewestFileAlone() throws Exception {
    Page page = begin(true);
    toStepFive(page, "ONE_TIME_FILE");
    page.setInputFiles("#file", file("程式.exe", new byte[] {77, 90}));
    page.locator("button[value=upload]").click();
    assertThat(summary(page)).hasSize(1);
    page.setInputFiles("#file", file("太大.txt", new byte[11 * 1024 * 1024]));
    assertThat(page.locator("#file-large").isVisible()).isTrue();
    assertThat(Browser.main(page)).doesNotContain("不接受此類檔案");
  }

  @Test
  void showsTheHeadingOfFieldsOnceAServiceIsChosen() throws Exception {
    Page page = begin(true);
    toStepFive(page, "WEB_SERVICE");
    assertThat(page.locator("#chosen-fields").isVisible()).isFalse();
    page.check("#service-SQ_TA_001");
    assertThat(page.locator("#chosen-fields").isVisible()).isTrue();
  }

  private static Page begin(boolean scripts) throws Exception {
    Page page = open("apply", scripts);
    page.check("#agree");
    page.locator("form[action='/apply'] button").click();
    // A draft of the same moment is taken for a double click: each test has its own.
    page.fill("#contactName", "測試");
    page.locator("button[value=save]").click();
    page.navigate(page.url().replaceFirst("\\?.*", ""));
    return page;
  }

  private static void toStepFive(Page page, String method) {
    fillAgency(page);
    page.locator(NEXT).click();
    assertThat(heading(page)).isEqualTo("申請服務 > 步驟二：介接系統基本資料");
    page.fill("#systemName", "人事差勤系統");
    page.fill("#operatingSystem", "Ubuntu 24.04");
    page.fill("#programmingLanguage", "Java 17");
    page.fill("#database", "PostgreSQL 16");
    page.fill("#hostName", "hr-app01.agency.gov.tw");
    page.fill("#addresses", "192.0.2.10, 192.0.2.0/28\n2001:db8::/64");
    page.locator(NEXT).click();
    assertThat(heading(page)).isEqualTo("申請服務 > 步驟三：填寫介接系統使用之對象");
    page.check("#audiences-AGENCY_INTERNAL");
    page.locator(NEXT).click();
    assertThat(heading(page)).isEqualTo("申請服務 > 步驟四：資料交換服務提供方式");
    page.check("#method-" + method);
    page.locator(NEXT).click();
  }

  private static void fillAgency(Page page) {
    page.fill("#contactName", "王小明");
    page.fill("#contactPhone", "(02)8236-6666 轉 123");
    page.fill("#contactMail", "hr@agency.gov.tw");
    page.fill("#from", "119/12/01");
    page.fill("#to", "120/11/30");
    page.fill("#purpose", "核發員工待遇");
    page.fill("#legalBasis", "公務人員俸給法第 11 條");
    page.fill("#specificPurpose", "○○二 人事管理");
  }

  private static List<String> summary(Page page) {
    return page.locator("#summary li").allTextContents();
  }

  private static String heading(Page page) {
    return page.locator("main h1").textContent();
  }

  private static String path(String address) throws IOException {
    return address.substring(demo.property("portal.url").length());
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }

  private static byte[] withScript() {
    String pdf = "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(1)>>>>endobj\n%%EOF\n";
    return pdf.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withMacros() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name :
          List.of("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static Page open(String path, boolean scripts) throws Exception {
    String address = demo.property("portal.url") + path;
    return scripts
        ? browser.openAs(agency, address, 1280, "zh-TW")
        : browser.openWithoutScripts(agency, address, 1280, "zh-TW");
  }
}
