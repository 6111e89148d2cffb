package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.client.HubFaultException;
import tw.gov.mocs.hub.client.HubRequest;
import tw.gov.mocs.hub.client.HubRow;

/** 申請審核管理 and 授權管理, by the people who do it and by those who may not. */
class ReviewIT {

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient agency;
  private static PortalClient first;
  private static PortalClient second;
  private static ReviewSteps steps;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    agency = PortalClient.loggedIn(demo, "agency-a");
    first = PortalClient.loggedIn(demo, "reviewer");
    second = PortalClient.loggedIn(demo, "reviewer-2");
    steps = new ReviewSteps(demo, browser, agency);
  }

  @AfterAll
  static void end() {
    steps.close();
    browser.close();
  }

  @Test
  void theAgencyGetsExactlyWhatTwoReviewersGranted() throws Exception {
    String number = steps.applyLike(web());
    Page page = open(first, "admin/reviews?number=" + number, 1280, "zh-TW");
    assertThat(page.locator("tbody .marks").textContent()).contains("機關來文", "尚未登錄", "憑證狀態");
    page.locator("tbody a").click();
    assertThat(Browser.main(page)).contains("目前有效，未廢止", "甲級：憑證簽章", "重新驗證仍相符", "提出申請");
    press(page, "登錄來文");
    page.fill("#on", "115/11/20");
    page.fill("#letterNo", "部人字第 1150000001 號");
    page.setInputFiles("#file", ReviewSteps.scan());
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("來文已登錄", "部人字第 1150000001 號");
    press(page, "進行審核");
    page.locator("button[value=none]").click();
    page.locator("[name='grant-SQ_TA_001'][value=yes]").check();
    ReviewSteps.checkOnly(page, "returned-SQ_TA_001", "idNo", "fullName", "reviewResult");
    ReviewSteps.checkOnly(page, "searchable-SQ_TA_001", "idNo");
    page.fill("#note", "依業務需要核定。");
    page.locator("main button.primary").last().click();
    assertThat(page.locator(".key-facts").textContent()).contains("部分通過", "複審");
    assertThat(page.locator("[aria-labelledby=differences]").textContent())
        .contains("SQ_TA_002", "不通過", "SQ_TA_001 不提供");
    PageLooks.check(page, "review-preview", 1280);
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("已送複審", "初審由您辦理");
    assertThat(agency.get("progress/" + number).body()).contains("尚未審核").doesNotContain("複審");
    assertThatThrownBy(() -> call(number)).isInstanceOf(HubFaultException.class);

    String barred = first.get("admin/reviews/" + number + "/second").body();
    assertThat(barred).contains("初審、複審 (HUB-7005)").doesNotContain("<textarea", "審核說明：");
    Page other = open(second, "admin/reviews/" + number, 1280, "zh-TW");
    press(other, "進行複審");
    assertThat(Browser.main(other)).contains("審定結果", "依業務需要核定。", "SQ_TA_001 不提供");
    String path = "admin/reviews/" + number + "/second";
    String version = ReviewSteps.version(second, path);
    PageLooks.check(other, "review-second", 1280);
    other.locator("button[value=reject]").click();
    assertThat(other.locator("#summary").textContent()).contains("不通過時請填寫審核說明");
    ReviewSteps.letter(first, number);
    other.fill("#note", "同意初審");
    other.locator("button[value=confirm]").click();
    assertThat(other.locator("#changed").textContent())
        .contains("申請案已有異動", "更正來文")
        .doesNotContain("初審，送複審");
    assertThat(other.inputValue("#note")).isEqualTo("同意初審");
    other.locator("button[value=confirm]").click();
    assertThat(Browser.main(other)).contains("複審同意，審核結果已生效", "授權生效");
    Map<String, String> late = Map.of("version", version, "action", "reject", "note", "改變主意");
    assertThat(second.post("admin/reviews", path, late).headers().firstValue("location"))
        .hasValueSatisfying(where -> assertThat(where).endsWith("?told=state"));
    List<HubRow> rows = call(number);
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.values().keySet()).isSubsetOf("idNo", "fullName", "reviewResult"));
    assertThat(agency.get("progress/" + number).body()).contains("部分通過", "依業務需要核定。");
  }

  @Test
  void whatWasDecidedIsPrintedForTheFile() throws Exception {
    String page = "admin/reviews/" + web();
    assertThat(first.get(page).body()).contains("/decision.pdf", "/decision.odt", "/decision.docx");
    HttpResponse<String> printed = first.get(page + "/decision.pdf");
    assertThat(printed.statusCode()).isEqualTo(200);
    assertThat(printed.body()).startsWith("%PDF");
    assertThat(printed.headers().firstValue("content-disposition").orElseThrow())
        .contains(web() + "-decision.pdf");
  }

  @Test
  void whatIsNotDecidedIsNotPrinted() throws Exception {
    String page = "admin/reviews/" + steps.applyLike(small());
    assertThat(first.get(page).body()).doesNotContain("decision.pdf");
    assertThat(first.get(page + "/decision.pdf").statusCode()).isEqualTo(409);
  }

  @Test
  void nothingIsDecidedWithoutItsLetter() throws Exception {
    String number = steps.applyLike(small());
    String path = "admin/reviews/" + number + "/decide";
    String version = ReviewSteps.version(first, path);
    HttpResponse<String> preview =
        first.post(path, path, Map.of("version", version, "action", "preview", "note", "不符規定"));
    assertThat(preview.body()).contains("預覽", "尚未登錄機關來文，登錄後才能確定審核");
    HttpResponse<String> answer =
        first.post(path, path, Map.of("version", version, "action", "decide", "note", "不符規定"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("HUB-7201", "不符規定");
    assertThat(agency.get("progress/" + number).body()).contains("尚未審核");
    assertThat(second.get("admin/reviews/" + number + "/second").headers().firstValue("location"))
        .hasValueSatisfying(where -> assertThat(where).endsWith("?told=unreviewed"));
    assertThat(second.get("admin/reviews/" + number + "?told=unreviewed").body())
        .contains("申請案尚未初審");
  }

  @Test
  void whatIsSentBackComesAgainUnderItsNumber() throws Exception {
    String number = steps.applyLike(small());
    Page page = open(first, "admin/reviews/" + number, 1280, "zh-TW");
    press(page, "退回補正");
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    PageLooks.check(page, "review-return", 1280);
    page.fill("#reason", "請補充法規依據之條文。");
    page.locator("main button.danger").click();
    assertThat(Browser.main(page)).contains("已退回補正", "請補充法規依據之條文。");

    Page own = open(agency, "progress/" + number, 1280, "zh-TW");
    assertThat(Browser.main(own)).contains("退回補正", "請補充法規依據之條文。", "案號不變");
    PageLooks.check(own, "progress-returned", 1280);
    assertThat(agency.get("progress/" + number + "/form.pdf").statusCode()).isEqualTo(409);
    assertThat(agency.get("progress?state=PENDING&number=" + number).body()).contains("退回補正");
    assertThat(agency.get("apply").body()).contains("退回補正", number);
    press(own, "前往補正");
    assertThat(Browser.main(own)).contains("步驟六", "請補充法規依據之條文。");
    String draft = own.url().replaceAll(".*/apply/([0-9]+).*", "$1");
    own.navigate(demo.property("portal.url") + "apply/" + draft + "/4");
    assertThat(Browser.main(own)).contains("請補充法規依據之條文。", "不能變更");
    assertThat(own.isDisabled("#method-ONE_TIME_FILE")).isTrue();
    own.navigate(demo.property("portal.url") + "apply/" + draft + "/1");
    own.fill("#legalBasis", "公務人員任用法第二十八條");
    own.locator("button[value=save]").click();
    assertThat(steps.sign(draft)).isEqualTo(number);
    page.reload();
    assertThat(page.locator(".key-facts").textContent()).contains("待審核");
    assertThat(Browser.main(page)).contains("公務人員任用法第二十八條", "退回補正紀錄");
    assertThat(first.get("progress/" + number + "/evidence-1.zip").statusCode()).isEqualTo(200);
    assertThat(first.get("progress/" + number + "/evidence-9.zip").statusCode()).isEqualTo(404);
  }

  @Test
  void theSecondOfTwoSeesWhatTheFirstDidAndKeepsHisInput() throws Exception {
    String number = steps.applyLike(small());
    ReviewSteps.letter(first, number);
    Page late = open(second, "admin/reviews/" + number + "/decide", 1280, "zh-TW");
    late.fill("#note", "第二位審核人員的說明");
    String path = "admin/reviews/" + number + "/decide";
    Map<String, String> no =
        Map.of("version", ReviewSteps.version(first, path), "action", "decide", "note", "不符");
    HttpResponse<String> decided = first.post(path, path, no);
    assertThat(decided.headers().firstValue("location").orElseThrow()).endsWith("told=rejected");
    late.locator("main button.primary").last().click();
    assertThat(late.locator("#changed").textContent())
        .contains("申請案已不能審核", "demo-reviewer", "審核不通過");
    assertThat(late.inputValue("#note")).isEqualTo("第二位審核人員的說明");
    assertThat(late.locator("main button.primary").count()).isZero();
    PageLooks.check(late, "review-closed", 1280);
    // And a second click of the first one finds what he decided.
    assertThat(first.post("admin/reviews", path, no).headers().firstValue("location").orElseThrow())
        .endsWith("told=rejected");
  }

  @Test
  void aSecondClickRecordsNoSecondLetter() throws Exception {
    String number = steps.applyLike(small());
    Page page = open(first, "admin/reviews/" + number + "/letter", 1280, "zh-TW");
    page.fill("#on", "115/11/20");
    page.fill("#letterNo", "部人字第 2 號");
    page.setInputFiles("#file", ReviewSteps.scan());
    page.locator("main button.primary").dblclick();
    page.waitForURL("**/admin/reviews/" + number + "?told=letter");
    assertThat(first.get("admin/reviews/" + number).body()).doesNotContain("更正來文</strong>");
  }

  @ParameterizedTest
  @CsvSource({"letter.exe, HUB-7106", "letter.pdf, 請再選擇一次來文掃描檔"})
  void everyFaultOfALetterIsToldAtOnce(String file, String told) throws Exception {
    String path = "admin/reviews/" + steps.applyLike(small()) + "/letter";
    Map<String, String> typed =
        Map.of("version", ReviewSteps.version(first, path), "on", "115/02/30", "letterNo", "");
    HttpResponse<String> answer =
        first.upload(path, path, typed, "file", file, ReviewSteps.scan().buffer);
    assertThat(answer.body()).contains("115/02/30", "請填寫文號", told);
    assertThat(first.get(path + "/file").statusCode()).isEqualTo(404);
  }

  @Test
  void whatChangedMeanwhileCanStillBeDecidedAfterALook() throws Exception {
    String number = steps.applyLike(small());
    Page page = open(first, "admin/reviews/" + number + "/decide", 1280, "zh-TW");
    page.fill("#note", "保留這段說明");
    String back = "admin/reviews/" + number + "/return";
    String letter = "admin/reviews/" + number + "/letter";
    Map<String, String> stale = new HashMap<>();
    stale.put("version", ReviewSteps.version(first, back));
    stale.putAll(Map.of("reason", "請補件", "on", "115/11/20", "letterNo", "部人字第 9 號"));
    ReviewSteps.letter(second, number);
    assertThat(first.post(letter, back, stale))
        .returns(409, HttpResponse::statusCode)
        .satisfies(it -> assertThat(it.body()).contains("申請案已有異動", "登錄來文", "請補件"));
    assertThat(first.upload(letter, letter, stale, "file", "a.pdf", ReviewSteps.scan().buffer))
        .returns(409, HttpResponse::statusCode)
        .satisfies(it -> assertThat(it.body()).contains("登錄來文", "部人字第 9 號", "請再選擇一次"));
    // What he chose is not kept, and the scan of the other one must not stand in for it.
    stale.putAll(Map.of("version", ReviewSteps.version(first, letter), "again", "yes"));
    assertThat(first.upload(letter, letter, stale, "file", "", new byte[0]).body())
        .contains("掃描檔</a>");
    page.locator("main button.primary").last().click();
    assertThat(page.locator("#changed").textContent()).contains("申請案已有異動", "登錄來文");
    assertThat(page.inputValue("#note")).isEqualTo("保留這段說明");
    page.locator("main button.primary").last().click();
    assertThat(page.locator("h1").textContent()).contains("預覽");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("審核結果已生效");
  }

  @Test
  void whatWasWithdrawnIsNotDecided() throws Exception {
    String number = steps.applyLike(small());
    Page page = open(first, "admin/reviews/" + number + "/decide", 1280, "zh-TW");
    String path = "progress/" + number + "/withdraw";
    agency.post(path, path, Map.of("version", ReviewSteps.version(agency, path), "reason", "改以另案"));
    page.locator("main button.primary").last().click();
    assertThat(page.locator("#changed").textContent()).contains("申請案已不能審核", "已撤回", "改以另案");
  }

  @Test
  void composesAFileAndDecidesOnIt() throws Exception {
    String number = steps.applyLike(web().replace("APSQ", "APFQ"));
    ReviewSteps.letter(first, number);
    Page page = open(first, "admin/reviews/" + number + "/decide", 1280, "zh-TW");
    page.locator("#service-TA_CURRENT_STAFF summary").click();
    ReviewSteps.checkOnly(
        page, "returned-TA_CURRENT_STAFF", "idNo", "fullName", "agencyCode", "birthDate");
    page.locator("button[value=own]").click();
    assertThat(page.inputValue("#condition-values-TA_CURRENT_STAFF-0")).isEqualTo("本機關");
    assertThat(page.locator("#owned").textContent()).contains("已限本機關資料：TA_CURRENT_STAFF");
    page.selectOption("[name=condition-field-TA_CURRENT_STAFF-1]", "birthDate");
    page.selectOption("[name=condition-operator-TA_CURRENT_STAFF-1]", "BETWEEN");
    page.fill("#condition-values-TA_CURRENT_STAFF-1", "40/02/30、2026/01/01");
    page.selectOption("[name=condition-field-TA_CURRENT_STAFF-2]", "fullName");
    page.locator("main button.primary").last().click();
    assertThat(page.locator("#condition-values-TA_CURRENT_STAFF-2-fault").textContent())
        .contains("請選擇欄位，並填寫");
    assertThat(page.locator("#condition-values-TA_CURRENT_STAFF-1-fault").textContent())
        .contains("資料列條件「出生日期」：「40/02/30」查無此日期", "「2026/01/01」請用民國年：西元 2026 年為 115 年");
    PageLooks.check(page, "review-condition", 1280);
    page.selectOption("[name=condition-field-TA_CURRENT_STAFF-2]", "");
    page.fill("#condition-values-TA_CURRENT_STAFF-1", "40/01/01、99/12/31");
    page.locator("main button.primary").last().click();
    assertThat(Browser.main(page)).contains("約", "已遮罩", "機關代碼：本機關", "出生日期：介於 40/01/01、99/12/31");
    assertThat(page.locator("[aria-labelledby=rows-TA_CURRENT_STAFF] tbody td").allTextContents())
        .isNotEmpty()
        .noneMatch(value -> value.matches("[A-Z][0-9]{9}"));
    PageLooks.check(page, "review-extract", 1280);
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("審核結果已生效", "現職人員基本資料");
  }

  @Test
  void fillsAndNarrowsWithoutScripts() throws Exception {
    String number = steps.applyLike(small());
    Page page =
        browser.openWithoutScripts(
            first,
            demo.property("portal.url") + "admin/reviews/" + number + "/decide",
            360,
            "zh-TW");
    page.locator("button[value=none]").click();
    assertThat(page.locator("[name^='grant-'][value=yes]:checked").count()).isZero();
    page.locator("button[value=all]").click();
    assertThat(page.locator("[name^='grant-'][value=no]:checked").count()).isZero();
    page.fill("#addresses", "nowhere");
    page.fill("#from", "115/13/01");
    page.locator("main button.primary").last().click();
    assertThat(page.locator("#summary a").count()).isEqualTo(2);
    assertThat(page.inputValue("#from")).isEqualTo("115/13/01");
  }

  @Test
  void whatBecomesOfAGrantIsInForceAtOnce() throws Exception {
    String number = steps.applyLike(small());
    ReviewSteps.letter(first, number);
    Page page = open(first, "admin/reviews/" + number + "/decide", 1280, "zh-TW");
    page.locator("main button.primary").last().click();
    page.locator("main button.primary").click();
    press(page, "查看授權");
    assertThat(codes(number)).isNotEmpty();
    act(page, "suspend", "異常使用");
    assertThat(Browser.main(page)).contains("授權已暫停", "異常使用");
    assertThatThrownBy(() -> codes(number))
        .isInstanceOfSatisfying(
            HubFaultException.class, fault -> assertThat(fault.code()).isEqualTo("HUB-5002"));
    act(page, "resume", "已改善");
    assertThat(codes(number)).isNotEmpty();
    page.locator("main a[href$=extend]").click();
    page.fill("#to", "115/11/20");
    page.fill("#reason", "專案延長");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("新的迄日須在");
    PageLooks.check(page, "grant-extend", 1280);
    page.fill("#to", "117/01/31");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("授權已展延", "117/01/31");
    act(page, "certify", "仍有業務需要");
    assertThat(Browser.main(page)).contains("年度複核已登錄", "demo-reviewer");
    Page stale = open(second, "admin/grants/" + number + "/extend", 1280, "zh-TW");
    stale.fill("#to", "117/06/30");
    stale.fill("#reason", "再延半年");
    act(page, "suspend", "查核中");
    stale.locator("main form button").last().click();
    assertThat(stale.locator("#changed").textContent())
        .contains("下列異動", "暫停", "demo-reviewer", "查核中")
        .doesNotContain("專案延長");
    assertThat(stale.locator("#summary").count()).isZero();
    assertThat(stale.inputValue("#reason")).isEqualTo("再延半年");
    assertThat(stale.inputValue("#to")).isEqualTo("117/06/30");
    PageLooks.check(stale, "grant-changed", 1280);
    act(page, "revoke", "違反管理規範");
    stale.locator("main form button").last().click();
    assertThat(Browser.main(stale)).contains("目前的狀態不能進行這項作業", "違反管理規範", "再延半年");
    assertThat(stale.locator("main form").count()).isZero();
    assertThat(second.get("admin/grants/" + number + "/resume").headers().firstValue("location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("?told=not-resume"));
    assertThat(second.get("admin/grants/" + number + "?told=not-resume").body())
        .contains("目前的狀態為「廢止」，不能恢復使用：暫停的授權才能恢復使用");
    assertThat(Browser.main(page)).contains("授權已廢止");
    assertThat(page.locator("main .actions a[href*='/admin/grants/" + number + "/']").count())
        .isZero();
    assertThatThrownBy(() -> codes(number))
        .isInstanceOfSatisfying(
            HubFaultException.class, fault -> assertThat(fault.code()).isEqualTo("HUB-5003"));
  }

  @Test
  void narrowsSortsAndTurnsItsLists() throws Exception {
    Page page = open(first, "admin/reviews?state=DONE&sort=number&order=desc", 1280, "zh-TW");
    List<String> numbers = page.locator("tbody th a").allTextContents();
    assertThat(numbers).isSortedAccordingTo(Comparator.reverseOrder()).isNotEmpty();
    assertThat(page.locator("tbody .state").allTextContents())
        .noneMatch(state -> state.contains("待審核"));
    assertThat(first.get("admin/reviews?number=APSQ09900001").body()).contains("沒有符合條件的申請案");
    assertThat(first.get("admin/reviews?age=x").body()).contains("天數請填");
    assertThat(first.get("admin/reviews?age=9999").body()).contains("沒有符合條件的申請案");
    assertThat(first.get("admin/grants?number=" + web() + "&state=ACTIVE").body())
        .contains("/admin/grants/" + web());
    assertThat(first.get("admin/grants?number=" + web() + "&due=0").body()).contains("沒有符合條件的授權");
    assertThat(first.get("admin/grants?format=csv&number=" + web()).body().lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("\"" + web() + "\",\"A01000000A\"")
        .contains("使用中");
    assertThat(first.get("admin/grants").body()).contains("format=ods", "format=csv");
    assertThat(first.get("admin/reviews?format=csv&state=DONE&number=" + web()).body().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("\"" + web() + "\",\"A01000000A\"");
    assertThat(first.get("admin/reviews?format=csv&age=x").body().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "reviewer, 200, 200, 200",
    "auditor, 200, 200, 403",
    "admin, 403, 403, 403",
    "agency-a, 403, 403, 403"
  })
  void isForReviewersAndAuditorsMayRead(String who, int list, int one, int form) throws Exception {
    PortalClient somebody = PortalClient.loggedIn(demo, who);
    String grant = "admin/grants/" + web();
    String review = "admin/reviews/" + web();
    assertThat(somebody.get("admin/reviews").statusCode()).isEqualTo(list);
    assertThat(somebody.get("admin/grants").statusCode()).isEqualTo(list);
    assertThat(somebody.get(review).statusCode()).isEqualTo(one);
    assertThat(somebody.get(review + "/decision.odt").statusCode()).isEqualTo(one);
    assertThat(somebody.get(grant).statusCode()).isEqualTo(one);
    assertThat(somebody.get(grant + "/suspend").statusCode()).isEqualTo(form);
    Map<String, String> reason = Map.of("version", "0", "reason", "試");
    assertThat(somebody.post("progress", grant + "/suspend", reason).statusCode())
        .isEqualTo(form == 200 ? 409 : 403);
    if (one == 200 && form == 403) {
      assertThat(somebody.get(grant).body()).doesNotContain(grant + "/suspend");
      assertThat(somebody.get("admin/reviews").body()).contains("資料交換管理");
    }
  }

  private static void act(Page page, String act, String reason) {
    page.locator("main a[href$=" + act + "]").click();
    page.fill("#reason", reason);
    page.locator("main form button").last().click();
  }

  private static void press(Page page, String link) {
    page.locator("main")
        .getByRole(
            AriaRole.LINK,
            new com.microsoft.playwright.Locator.GetByRoleOptions().setName(link).setExact(true))
        .click();
  }

  private static List<HubRow> call(String number) throws Exception {
    return demo.client()
        .call(
            HubRequest.of("SQ_TA_001", number, "審核測試")
                .where("idNo", demo.property("sample.idNo"))
                .build())
        .rows();
  }

  private static List<HubRow> codes(String number) throws Exception {
    return demo.client()
        .call(HubRequest.of("SQ_COM_01", number, "審核測試").pageSize(1).build())
        .rows();
  }

  /** The application for every service. */
  private static String web() throws IOException {
    return demo.property("application.agency-a");
  }

  /** One for two services that are not about persons. */
  private static String small() throws Exception {
    String granted = web();
    String body = agency.get("progress?state=APPROVED&method=WEB_SERVICE&sort=number").body();
    return Pattern.compile("href=\"/progress/(APSQ\\d{8})\"")
        .matcher(body)
        .results()
        .map(found -> found.group(1))
        .filter(number -> !number.equals(granted))
        .findFirst()
        .orElseThrow();
  }

  private static Page open(PortalClient somebody, String path, int width, String language)
      throws IOException {
    return browser.openAs(somebody, demo.property("portal.url") + path, width, language);
  }
}
