package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import tw.gov.mocs.hub.client.HubClient;
import tw.gov.mocs.hub.client.HubFaultException;
import tw.gov.mocs.hub.client.HubRequest;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.RocDate;

/** 我的呼叫紀錄: what an agency called, and what it can do about what was refused. */
class CallsIT {

  private static final String OWN_ID = "CallsIT-1";
  private static final Pattern ROW = Pattern.compile("href=\"/calls/([0-9A-Za-z]+)\"");

  private static RunningDemo demo;
  private static PortalClient agency;
  private static String served = "";

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    agency = PortalClient.loggedIn(demo, "agency-a");
    HubClient client = client("agency-a");
    served = client.call(request(one -> one.requestId(OWN_ID))).recordId();
    refused(client, "HUB-4002", request(one -> one.requestId(OWN_ID)));
    refused(client, "HUB-4012", request("A212345670", one -> one));
    refused(client, "HUB-4009", bare("SQ_TA_001"));
    refused(client, "HUB-5001", HubRequest.of("SQ_TA_001", "APSQ11599999", "測試").build());
    refused(client("agency-a-revoked"), "HUB-3005", request(one -> one));
    for (int i = 0; i < 24; i++) {
      client.call(request(one -> one));
    }
  }

  @Test
  void showsWhatWasCalledTheNewestFirstOrTheOldest() throws Exception {
    String page = agency.get("calls?size=10&language=zh-TW").body();
    assertThat(rows(page)).hasSize(10).doesNotContain(served);
    assertThat(page).contains("第 1 頁，共", "SQ_TA_001", "銓審資料", "已提供", "毫秒");
    List<String> newest = rows(agency.get("calls?size=50").body());
    List<String> oldest = rows(agency.get("calls?size=50&sort=time&order=asc").body());
    assertThat(newest).contains(served);
    if (newest.size() < 50) {
      assertThat(oldest.get(0)).isEqualTo(newest.get(newest.size() - 1));
    }
  }

  @Test
  void showsWhatWasRefusedForItsOwnCertificate() throws Exception {
    List<String> refused = rows(agency.get("calls?outcome=HUB-3005").body());
    assertThat(refused).isNotEmpty();
    assertThat(agency.get("calls/" + refused.get(0) + "?language=zh-TW").body())
        .contains("HUB-3005", "廢止");
  }

  @ParameterizedTest
  @CsvSource({
    "requestId=CallsIT-1, 2",
    "requestId=CallsIT-1&outcome=served, 1",
    "requestId=CallsIT-1&outcome=refused, 1",
    "requestId=CallsIT-1&outcome=failed, 0",
    "requestId=CallsIT-1&outcome=HUB-4002, 1",
    "requestId=CallsIT-1&outcome=HUB-4001, 0",
    "requestId=CallsIT-1&service=SQ_TA_001, 2",
    "requestId=CallsIT-1&service=SQ_TA_002, 0",
    "application=APSQ11599999, 1",
    "requestId=CallsIT-1&to=100/01/01, 0",
    "requestId=CallsIT-1&from=100/01/01, 2",
    "requestId=nothing, 0"
  })
  void narrowsTheList(String filter, int found) throws Exception {
    String page = agency.get("calls?" + filter).body();
    assertThat(rows(page)).hasSize(found);
    assertThat(page).contains("共 " + found + " 筆", "<th");
    assertThat(agency.get("calls?format=csv&" + filter).body().lines()).hasSize(found + 1);
  }

  @Test
  void saysThatNothingOlderThanNinetyDaysIsListed() throws Exception {
    assertThat(agency.get("calls?from=100/01/01&language=zh-TW").body()).contains("此處僅列最近 90 天的呼叫");
    String today = new RocDate(RocDate.dayOf(Instant.now())).toString();
    assertThat(agency.get("calls?from=" + today).body()).doesNotContain("此處僅列最近");
  }

  @Test
  void offersTheUsualPeriodsAndKeepsTheOtherFilters() throws Exception {
    String today = new RocDate(RocDate.dayOf(Instant.now())).toString();
    String page = agency.get("calls?requestId=CallsIT-1&from=" + today + "&to=" + today).body();
    assertThat(rows(page)).hasSize(2);
    assertThat(page)
        .containsPattern("requestId=CallsIT-1\" aria-current=\"true\">今天")
        .contains("最近 7 天", "最近 30 天", "最近 90 天");
  }

  @ParameterizedTest
  @CsvSource({
    "zh-TW, from=2026-11-25, 請用民國年：西元 2026 年為 115 年",
    "zh-TW, to=115/02/30, 查無此日期",
    "zh-TW, from=115/11/02&to=115/11/01, 迄日不得早於起日",
    "en, from=x, Enter the date as ROC",
    "en, from=115/11/02&to=115/11/01, must not be earlier than the start"
  })
  void saysWhichDayItCannotRead(String language, String filter, String text) throws Exception {
    String page = agency.get("calls?" + filter + "&language=" + language).body();
    agency.get("?language=zh-TW");
    assertThat(page).contains("id=\"summary\"", text);
    assertThat(rows(page)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HUB-4002, requestId 已使用過, 每次呼叫都用新的 requestId, use a new one, Use a new requestId",
    "HUB-4012, 案號或事由不得空白, 不要寫身分證統一編號, must not be empty, without an identity number",
    "HUB-4009, 缺少必要的查詢條件, 請指定當事人, criterion was missing, Specify a person",
    "HUB-5001, 申請案號無法使用, 請核對申請案號, cannot be used, Check the application number"
  })
  void saysWhyACallWasRefusedAndWhatToDo(
      String code, String why, String help, String whyEn, String helpEn) throws Exception {
    String record = rows(agency.get("calls?outcome=" + code).body()).get(0);
    assertThat(agency.get("calls/" + record + "?language=zh-TW").body())
        .contains(code, why, help, record, "/incidents/new?call=");
    assertThat(agency.get("calls/" + record + "?language=en").body()).contains(whyEn, helpEn);
    agency.get("?language=zh-TW");
  }

  @Test
  void showsOneCallWithAllThatIsItsOwn() throws Exception {
    assertThat(agency.get("calls/" + served).body())
        .contains(served, OWN_ID, "我的呼叫紀錄測試", "127.0.0.1", "0000000000000101")
        .doesNotContain(demo.property("sample.idNo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-TW", "en"})
  void showsAllColumnsWithoutScrolling(String language) throws Exception {
    try (Browser browser = new Browser()) {
      Page page =
          browser.openAs(
              agency,
              demo.property("portal.url") + "calls?size=50&language=" + language,
              1280,
              language);
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('.scroll')]"
                      + ".map(one => Math.max(0, one.scrollWidth - one.clientWidth)).join()"))
          .isEqualTo("0,0");
    } finally {
      agency.get("?language=zh-TW");
    }
  }

  @Test
  void countsNoCallsOfOneTimeFiles() throws Exception {
    assertThat(agency.get("progress?method=ONE_TIME_FILE&state=APPROVED").body()).contains("APFQ");
    assertThat(agency.get("calls").body())
        .contains("/progress/" + demo.property("application.agency-a"))
        .doesNotContain("APFQ");
  }

  @Test
  void knowsNothingOfOthers() throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, "agency-b");
    HttpResponse<String> foreign = other.get("calls/" + served);
    HttpResponse<String> unknown = other.get("calls/01M8A54ENNDN3KKEC1YX2RGE5J");
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(PortalClient.lasting(foreign.body()).replace(served, ""))
        .isEqualTo(PortalClient.lasting(unknown.body()).replace("01M8A54ENNDN3KKEC1YX2RGE5J", ""));
    assertThat(other.get("calls").body()).doesNotContain(demo.property("application.agency-a"));
    assertThat(other.get("calls?requestId=CallsIT-1").body()).contains("沒有符合條件的資料");
  }

  @Test
  void tellsWhatIsLeftOfTheGrants() throws Exception {
    String page = agency.get("calls").body();
    assertThat(page)
        .contains(demo.property("application.agency-a"), "使用中", "今日呼叫次數", "還可使用", "<progress")
        .containsPattern("還有 [0-9,]+ 天");
    assertThat(page.split("<tr"))
        .filteredOn(row -> row.contains("已到期"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).doesNotContain("還有", "還可使用"));
  }

  @Test
  void exportsWhatIsFiltered() throws Exception {
    HttpResponse<String> csv = agency.get("calls?format=csv&requestId=CallsIT-1");
    assertThat(csv.headers().firstValue("content-disposition").orElseThrow())
        .contains("attachment", "csv");
    assertThat(csv.body())
        .contains(served, "HUB-4002", "requestId 已使用過")
        .doesNotContain("APSQ11599999");
    assertThat(agency.get("calls?format=ods").headers().firstValue("content-type"))
        .hasValue("application/vnd.oasis.opendocument.spreadsheet");
    assertThat(agency.get("calls?format=exe").statusCode()).isEqualTo(404);
  }

  private static List<String> rows(String page) {
    return ROW.matcher(HtmlUtils.htmlUnescape(page))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static void refused(HubClient client, String code, HubRequest request) {
    assertThatThrownBy(() -> client.call(request))
        .isInstanceOfSatisfying(
            HubFaultException.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  private static HubRequest request(UnaryOperator<HubRequest.Builder> more) throws Exception {
    return request("我的呼叫紀錄測試", more);
  }

  private static HubRequest request(String purpose, UnaryOperator<HubRequest.Builder> more)
      throws Exception {
    HubRequest.Builder builder =
        HubRequest.of("SQ_TA_001", demo.property("application.agency-a"), purpose)
            .where("idNo", demo.property("sample.idNo"));
    return more.apply(builder).build();
  }

  private static HubRequest bare(String service) throws Exception {
    return HubRequest.of(service, demo.property("application.agency-a"), "測試").build();
  }

  private static HubClient client(String name) throws Exception {
    Path pki = Path.of(demo.property("pki.dir"));
    return HubClient.builder()
        .endpoint(URI.create(demo.property("soap.http.url")))
        .signWith(
            KeyFiles.privateKey(pki.resolve(name + ".key")),
            KeyFiles.certificates(pki.resolve(name + ".crt")).get(0))
        .trustHub(KeyFiles.certificates(pki.resolve("hub.crt")).get(0))
        .timeout(Duration.ofSeconds(30))
        .build();
  }
}
