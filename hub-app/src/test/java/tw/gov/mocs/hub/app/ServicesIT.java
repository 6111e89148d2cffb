package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.RocDate;

/** 服務管理 by an administrator, and by those who may read it or not even that. */
class ServicesIT {

  private static final String CODE = "SQ_ZZ_001";
  private static final String ONE = "admin/services/of/" + CODE;
  private static final String STAFF = "TA_CURRENT_STAFF";
  private static final String REFRESH = "main .actions button[value=edit]";
  private static final LocalDate TODAY = LocalDate.now(RocDate.TAIPEI);
  private static final String JOIN = "main button[value=join]";
  private static final String CHECK = "main button[value=check]";
  private static final String PUBLISH = "main button[value=publish]";

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient admin;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    admin = PortalClient.loggedIn(demo, "admin");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void showsAServiceItsGrantsAndItsContract() throws Exception {
    Page page = open("admin/services?q=decor");
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    page.locator("tbody a").click();
    assertThat(Browser.main(page))
        .contains("TA_DECORATION", "certificateNo", "RECORD_NO", "任一欄位，或")
        .contains("APSQ", "第 1 版", "僅保存雜湊值")
        .doesNotContain("idNo, agencyCode");
    page.locator("main .actions a").last().click();
    assertThat(admin.get("admin/services/of/SQ_TA_008/contract").body())
        .contains("SQ_TA_008Request", "wsdl:operation", "A123456788")
        .contains("<details open=\"open\"><summary>WSDL");
    assertThat(admin.get("admin/services?format=csv").body()).contains("\"SQ_TA_008\",\"勳獎章資料\"");
    assertThat(admin.get("admin/services/of/SQ_NO_001").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatWouldBreakCallersAndShowsTheWay() throws Exception {
    Page page = open("admin/services/of/SQ_TA_008/edit");
    page.uncheck("[name=field][value=certificateNo]");
    page.uncheck("[name=search][value=idNo]");
    page.uncheck("[name=anyOf][value=agencyCode]");
    page.check("[name=purpose][value=CASE_NUMBER]");
    page.fill("[name=end-fullName]", "100/1/1");
    page.locator(CHECK).click();
    assertThat(page.locator("#summary").textContent())
        .contains("欄位 certificateNo 不能移除", "停用日過後再移除", "idNo 已開放查詢")
        .contains("必要查詢條件不能加嚴", "案號規定不能加嚴", "fullName 的停用日須晚於今日");
    assertThat(page.isChecked("[name=field][value=certificateNo]")).isFalse();
    assertThat(page.inputValue("[name=end-fullName]")).isEqualTo("100/1/1");
    page.navigate(demo.property("portal.url") + "admin/services/of/SQ_TA_008/edit");
    page.locator(CHECK).click();
    assertThat(page.locator("#summary").textContent()).contains("沒有差異");
  }

  /** From nothing to a service that is open, grows, is announced to close and closes. */
  @Test
  void composesPublishesOpensAndClosesAService() throws Exception {
    Page page = open("admin/services/new?table=TA_NAME_CHANGE");
    refuseWhatIsNotWhole(page);
    page.uncheck("[name=field][value='%s.idNo']".formatted(STAFF));
    page.locator(CHECK).click();
    assertThat(Browser.main(page))
        .contains(STAFF + ".ID_NO = TA_NAME_CHANGE.ID_NO", "發布後為關閉狀態", "更名流水號")
        .contains("SQ_ZZ_001Request");
    page.locator("main button[value=try]").click();
    assertThat(page.locator("table").last().locator("thead th").allTextContents())
        .endsWith("第 4 筆", "第 5 筆")
        .hasSize(6);
    assertThat(page.locator("table").last().textContent())
        .contains("***")
        .doesNotContainPattern("[A-Z][12][0-9]{8}");
    page.locator(PUBLISH).click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    page.fill("#reason", "測試組成");
    page.locator(PUBLISH).dblclick();
    page.waitForURL("**/SQ_ZZ_001?told=published");
    assertThat(Browser.main(page))
        .contains("已發布", "須開放後才能呼叫", "發布服務", "試查服務", "demo-admin", "測試組成");
    assertThat(contract()).doesNotContain(CODE);
    losesNoTextWhenSomebodyElseWasFaster(page);
    opensAndCloses(page);
  }

  private static void refuseWhatIsNotWhole(Page page) {
    page.fill("#code", "SQ_1");
    page.locator(CHECK).click();
    assertThat(page.locator("#summary").textContent())
        .contains("服務代碼須如 SQ_TA_014", "此項必填", "請至少勾選一個欄位");
    unfold(page);
    page.fill("#code", "SQ_TA_001");
    page.fill("#name", "更名及現職");
    page.fill("#nameEn", "Name changes and posts");
    page.fill("#category", "測試");
    page.fill("#categoryEn", "Tests");
    page.check("[name=field][value=recordNo]");
    page.locator(CHECK).click();
    assertThat(page.locator("#summary").textContent())
        .contains("已使用", "個人資料的服務須有必要查詢條件")
        .doesNotContain("已發布", "不能加嚴");
    page.fill("#code", CODE);
    page.locator(CHECK).click();
    assertThat(page.locator("#summary").textContent()).contains("個人資料的服務須有必要查詢條件");
    unfold(page);
    page.check("[name=field][value=idNo]");
    page.check("[name=search][value=idNo]");
    page.check("[name=anyOf][value=idNo]");
    page.check("[name=field][value=updatedAt]");
    page.check("[name=search][value=updatedAt]");
    page.selectOption("#rangeField", "updatedAt");
    page.fill("#rangeDays", "31");
    page.locator(JOIN).click();
    page.locator(JOIN).click();
    page.selectOption("#key-0", STAFF + ".ID_NO");
    page.selectOption("#key-1", "TA_DECORATION.RECORD_NO");
    page.locator(REFRESH).click();
    Locator searched = page.locator("[name=search][value^='%s.']".formatted(STAFF));
    assertThat(searched.count()).isPositive();
    assertThat(searched.and(page.locator(":checked")).count()).isZero();
    assertThat(page.isDisabled("[name=field][value='%s.idNo']".formatted(STAFF))).isTrue();
    page.selectOption("#from-0", "TA_DECORATION.ID_NO");
    page.selectOption("#from-1", STAFF + ".RECORD_NO");
    page.locator(CHECK).click();
    assertThat(page.locator("#summary").textContent()).contains("聯結循環");
    page.locator("[name=unjoin][value='1']").click();
    assertThat(page.locator("#key-1").count()).isZero();
    page.selectOption("#from-0", "TA_NAME_CHANGE.ID_NO");
    unfold(page);
    page.fill("[name='label-recordNo']", "更名流水號");
    page.check("[name=field][value='%s.unitName']".formatted(STAFF));
    // Nobody can tick it; somebody may send it.
    page.evaluate(
        "document.querySelectorAll('main [name=field]').forEach(one => one.disabled = false)");
    page.check("[name=field][value='%s.idNo']".formatted(STAFF));
    page.locator(CHECK).click();
    assertThat(page.locator("#summary").textContent())
        .contains("元素名稱 TA_CURRENT_STAFF.idNo")
        .doesNotContain("不能移除");
  }

  private static void losesNoTextWhenSomebodyElseWasFaster(Page page) throws Exception {
    page.navigate(demo.property("portal.url") + ONE + "/edit");
    Map<String, List<String>> other = inputs(page);
    unfold(page);
    PageLooks.check(page, "service-texts", 1280);
    page.check("[name=field][value=newName]");
    page.fill("[name=end-updatedAt]", "199/12/31");
    publishFaster(other, "較快的說明");
    page.locator(CHECK).click();
    assertThat(page.locator("#changed").textContent()).contains("第 2 版", "較快的說明");
    assertThat(page.locator(PUBLISH).count()).as("no preview that takes it back").isZero();
    page.fill("#description", "較快的說明");
    page.locator(CHECK).click();
    assertThat(Browser.main(page))
        .contains("新增欄位 newName：變更後姓名", "新增停用日 updatedAt：199/12/31")
        .doesNotContain("較快的說明 →");
    other.put("version", List.of("2"));
    publishFaster(other, "更快的說明");
    page.fill("#reason", "較慢");
    page.locator(PUBLISH).click();
    assertThat(page.locator("#changed").textContent()).contains("第 3 版", "更快的說明");
    assertThat(page.isChecked("[name=field][value=newName]")).isTrue();
    assertThat(page.inputValue("[name=end-updatedAt]")).isEqualTo("199/12/31");
    page.fill("#description", "更快的說明");
    page.locator(CHECK).click();
    page.fill("#reason", "較慢");
    page.locator(PUBLISH).click();
    assertThat(page.locator("#versions ~ ul").textContent())
        .contains("第 4 版", "新增欄位 newName", "第 3 版", "更快的說明", "第 1 版");
  }

  private static void publishFaster(Map<String, List<String>> form, String description)
      throws Exception {
    form.put("description", List.of(description));
    form.put("reason", List.of("較快"));
    form.put("step", List.of("publish"));
    assertThat(admin.post("admin/services/draft", form(form)).statusCode()).isEqualTo(302);
  }

  private static void opensAndCloses(Page page) throws Exception {
    page.navigate(demo.property("portal.url") + ONE + "/state");
    page.locator("main .danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請選擇處理方式", "請填寫理由");
    page.check("[value=now]");
    page.fill("#reason", "測試開放");
    page.locator("main .danger").dblclick();
    page.waitForURL("**/SQ_ZZ_001?told=OPENED");
    assertThat(told(page)).isEqualTo("已開放，立即生效。");
    Await.until(() -> contract().contains(CODE + "Request"));
    page.navigate(demo.property("portal.url") + ONE + "/state");
    page.check("[value=plan]");
    page.fill("#day", new RocDate(TODAY).toString());
    page.fill("#notice", "系統汰換");
    page.fill("#reason", "預告");
    page.locator("main .danger").click();
    assertThat(page.locator("#summary").textContent()).contains("日期須晚於今日");
    page.fill("#day", "199/12/31");
    page.locator("main .danger").click();
    assertThat(told(page)).isEqualTo("已預告自 199/12/31 起關閉。");
    assertThat(Browser.main(page)).contains("199/12/31 起關閉", "系統汰換", "預告服務異動");
    assertThat(PortalClient.loggedIn(demo, "agency-a").get("services").body())
        .contains("（199/12/31 起關閉）", "系統汰換");
    page.navigate(demo.property("portal.url") + ONE + "/state");
    page.check("[value=keep]");
    page.fill("#reason", "延後汰換");
    page.locator("main .danger").click();
    assertThat(told(page)).isEqualTo("已取消預告。");
    page.navigate(demo.property("portal.url") + ONE + "/state");
    page.check("[value=now]");
    page.fill("#reason", "測試結束");
    page.locator("main .danger").click();
    assertThat(told(page)).isEqualTo("已關閉，立即生效。");
    assertThat(Browser.main(page)).contains("關閉服務", "測試結束");
    Await.until(() -> !contract().contains(CODE));
  }

  @Test
  void keepsADraftForAnotherDayAndAnotherAdministrator() throws Exception {
    String service = "admin/services/of/SQ_MA_002";
    Page page = open(service + "/edit");
    Map<String, List<String>> other = inputs(page);
    page.fill("#description", "草稿中的說明");
    page.fill("#nameEn", "");
    page.locator("main button[value=save]").dblclick();
    page.waitForURL("**/drafts/*?told=saved");
    assertThat(told(page)).isEqualTo("草稿已儲存。");
    String draft = page.url().replaceAll(".*/(admin/[^?]*).*", "$1");
    PortalClient second = PortalClient.loggedIn(demo, "admin-2");
    assertThat(second.get("admin/services/drafts").body()).contains(draft, "demo-admin");
    assertThat(second.get(service + "/edit").body()).contains("另有草稿：demo-admin", draft);
    other.put("description", List.of("先發布的說明"));
    other.put("reason", List.of("先發布"));
    other.put("step", List.of("publish"));
    assertThat(admin.post("admin/services/draft", form(other)).statusCode()).isEqualTo(302);
    String drafts = "admin/services/drafts";
    assertThat(second.get(drafts).body()).contains("現為第 2 版", "逾 90 日未儲存者由系統刪除");
    for (String wide : List.of("state=OUTDATED", "q=sq_ma_002", "q=demo-admin&sort=by")) {
      assertThat(second.get(drafts + "?" + wide).body()).as(wide).contains(draft);
    }
    for (String narrow : List.of("state=NEW", "state=CURRENT", "q=zzz")) {
      assertThat(second.get(drafts + "?" + narrow).body())
          .as(narrow)
          .contains("編修依據", "沒有符合條件的資料")
          .doesNotContain(draft);
    }
    assertThat(second.get(drafts + "?format=csv&state=OUTDATED&language=zh-TW").body())
        .contains("儲存時間", "SQ_MA_002", "依舊版本");
    assertThat(second.download(drafts + "?format=ods").statusCode()).isEqualTo(200);
    page.navigate(demo.property("portal.url") + draft);
    assertThat(page.locator("#changed").textContent()).contains("第 2 版", "先發布的說明");
    assertThat(page.inputValue("#description")).isEqualTo("草稿中的說明");
    assertThat(page.inputValue("#nameEn")).isEmpty();
    page.locator("#drafts a").first().click();
    page.locator("main .danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    page.fill("#reason", "不再需要");
    page.locator("main .danger").dblclick();
    page.waitForURL("**/drafts?told=discarded");
    assertThat(second.get(draft).statusCode()).isEqualTo(404);
  }

  @Test
  void takesAFormOfThousandsOfInputs() throws Exception {
    Map<String, List<String>> many = inputs(open("admin/services/new?table=COM_CODE"));
    many.put("step", List.of("edit"));
    IntStream.range(0, 5_000).forEach(i -> many.put("label-" + i, List.of("")));
    assertThat(admin.post("admin/services/draft", form(many)).statusCode()).isEqualTo(200);
    IntStream.range(0, 25_000).forEach(i -> many.put("label-" + i, List.of("")));
    assertThat(admin.post("admin/services/draft", form(many)).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewer", "auditor"})
  void isReadByTheMinistryAndChangedByAdministratorsAlone(String who) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, who);
    assertThat(other.get("admin/services").body()).contains("SQ_TA_008").doesNotContain("新增服務");
    assertThat(other.get("admin/services/of/SQ_TA_008").body())
        .contains("/admin/grants/APSQ")
        .doesNotContain("/edit\"");
    assertThat(other.get("admin/services/of/SQ_TA_008/contract").statusCode()).isEqualTo(200);
    for (String path : List.of("new", "drafts", "of/SQ_TA_008/edit", "of/SQ_TA_008/state")) {
      assertThat(other.get("admin/services/" + path).statusCode()).as(path).isEqualTo(403);
    }
    String page = "admin/services";
    assertThat(other.post(page, page + "/draft", Map.of("step", "publish")).statusCode())
        .isEqualTo(403);
    assertThat(other.post(page, page + "/of/SQ_TA_008/state", Map.of()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void leadsFromTheAddressOfADraftToTheList() throws Exception {
    assertThat(admin.get("admin/services/draft").headers().firstValue("location").orElse(""))
        .endsWith("/admin/services");
  }

  @Test
  void tellsEverybodyThatAServiceWillClose() throws Exception {
    String state = "admin/services/of/SQ_TA_005/state";
    assertThat(admin.get(state).body()).contains("預告時必填", "獲准使用的機關會收到電子郵件通知");
    Map<String, String> plan = new HashMap<>();
    plan.put("version", "OPEN");
    plan.put("act", "plan");
    plan.put("day", "199/12/31");
    plan.put("notice", "將由新服務取代");
    plan.put("reason", "測試預告");
    assertThat(admin.post(state, state, plan).statusCode()).isEqualTo(302);
    PortalClient agency = PortalClient.loggedIn(demo, "agency-a");
    assertThat(agency.get("services").body()).contains("（199/12/31 起關閉）", "將由新服務取代");
    plan.put("version", "OPEN; CLOSED on 2110-12-31: 將由新服務取代");
    plan.put("act", "keep");
    assertThat(admin.post(state, state, plan).statusCode()).isEqualTo(302);
    assertThat(agency.get("services").body()).doesNotContain("起關閉");
    assertThat(admin.get("admin/notices?about=SQ_TA_005").body())
        .contains("服務將停止提供</td>", "服務照常提供</td>");
  }

  @Test
  void isNotForAgencies() throws Exception {
    PortalClient agency = PortalClient.loggedIn(demo, "agency-a");
    assertThat(agency.get("admin/services").statusCode()).isEqualTo(403);
    assertThat(agency.get("admin/services/of/SQ_TA_008").statusCode()).isEqualTo(403);
  }

  /** What a form would send now. */
  private static Map<String, List<String>> inputs(Page page) {
    Map<String, List<String>> all = new HashMap<>();
    Object pairs =
        page.evaluate(
            "[...new FormData(document.querySelector('main form[method=post]')).entries()]");
    for (Object pair : (List<?>) pairs) {
      List<?> two = (List<?>) pair;
      all.computeIfAbsent(String.valueOf(two.get(0)), name -> new ArrayList<>())
          .add(String.valueOf(two.get(1)));
    }
    return all;
  }

  private static String form(Map<String, List<String>> inputs) {
    List<String> all = new ArrayList<>();
    inputs.forEach(
        (name, texts) ->
            texts.forEach(
                text ->
                    all.add(
                        URLEncoder.encode(name, StandardCharsets.UTF_8)
                            + "="
                            + URLEncoder.encode(text, StandardCharsets.UTF_8))));
    return String.join("&", all);
  }

  private static String told(Page page) {
    return page.locator("[role=status]").textContent().strip();
  }

  /** What is not offered is folded away. */
  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
  }

  private static String contract() {
    try {
      return demo.get(demo.property("soap.wsdl"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Page open(String path) throws Exception {
    return browser.openAs(admin, demo.property("portal.url") + path, 1280, "zh-TW");
  }
}
