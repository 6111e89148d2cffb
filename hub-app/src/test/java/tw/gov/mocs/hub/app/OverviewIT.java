package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 總覽: each figure is that of the list that it leads to. */
class OverviewIT {

  private static final Pattern FIGURE = Pattern.compile("<a href=\"/([^\"]+)\"><b>([0-9,]+)</b>");
  private static final Pattern HARMED = Pattern.compile("受影響之服務 (\\d+) 個");
  private static final Pattern TOTAL = Pattern.compile("共 ([0-9,]+) 筆");

  private static final Pattern SUM =
      Pattern.compile("合計：已提供 ([0-9,]+) 次，拒絕 ([0-9,]+) 次，系統錯誤 ([0-9,]+) 次");

  private static RunningDemo demo;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
  }

  @ParameterizedTest
  @CsvSource({"reviewer, 11", "auditor, 11", "admin, 14"})
  void leadsToTheListOfEachFigure(String name, int lists) throws Exception {
    PortalClient somebody = PortalClient.loggedIn(demo, name);
    List<String[]> figures =
        FIGURE
            .matcher(somebody.get("admin").body())
            .results()
            .map(found -> new String[] {found.group(1).replace("&amp;", "&"), found.group(2)})
            .toList();
    assertThat(figures).hasSize(lists);
    for (String[] figure : figures) {
      String list = somebody.get(figure[0]).body();
      Matcher total = total(figure[0]).matcher(list);
      assertThat(total.find()).as(figure[0]).isTrue();
      String counted = figure[0].contains("outcome=") ? counted(figure[0], total) : total.group(1);
      assertThat(counted).as(figure[0]).isEqualTo(figure[1]);
    }
  }

  private static Pattern total(String path) {
    if (path.startsWith("admin/overview/calls")) {
      return SUM;
    }
    return path.equals("admin/tables/drift") ? HARMED : TOTAL;
  }

  /** Of calls by service the sum is the figure, and of single calls their number. */
  private static String counted(String path, Matcher sum) {
    int group = List.of("served", "refused", "failed").indexOf(path.replaceAll(".*outcome=", ""));
    return path.startsWith("admin/overview/") ? sum.group(group + 1) : sum.group(1);
  }

  @Test
  void countsTheCallsOfEachServiceForWhomSingleCallsAreNot() throws Exception {
    AuditIT.call(demo, "SQ_TA_001");
    PortalClient admin = PortalClient.loggedIn(demo, "admin");
    assertThat(admin.get("admin/overview/calls?q=SQ_TA_001&outcome=served").body())
        .contains("SQ_TA_001");
    assertThat(admin.get("admin/overview/calls?q=SQ_TA_001&to=100/01/01").body()).contains("共 0 筆");
    assertThat(admin.get("admin/overview/calls?format=csv").body()).contains("服務代碼", "SQ_TA_001");
  }

  @Test
  void listsQueuesAndDisksAndRevocationLists() throws Exception {
    PortalClient reviewer = PortalClient.loggedIn(demo, "reviewer");
    assertThat(reviewer.get("admin/overview/stores?kind=DISK").body())
        .contains("附件所在磁碟", "單次檔案所在磁碟", "共 2 筆")
        .doesNotContain("呼叫佇列（本節點）");
    assertThat(reviewer.get("admin/overview/stores?sort=left&format=csv").body())
        .contains("稽核紀錄佇列（本節點）", "正常");
    assertThat(reviewer.get("admin/overview/lists?q=zzz").body()).contains("共 0 筆");
    assertThat(reviewer.get("admin/overview/lists?format=csv").body())
        .contains("簽發者", "示範憑證")
        .doesNotContain("file:");
  }

  @Test
  void countsTheCallsOfToday() throws Exception {
    PortalClient auditor = PortalClient.loggedIn(demo, "auditor");
    long all = servedToday(auditor);
    long before = served(auditor, "SQ_TA_001");
    AuditIT.call(demo, "SQ_TA_001");
    assertThat(served(auditor, "SQ_TA_001")).isEqualTo(before + 1);
    // One-time files that other tests have decided on are made meanwhile, and are calls, too.
    assertThat(servedToday(auditor)).isGreaterThan(all);
  }

  @Test
  void saysWhoseListItIsWhereTheReaderHasNone() throws Exception {
    String shown = PortalClient.loggedIn(demo, "admin").get("admin").body();
    assertThat(shown)
        .contains("清單：", "審核人員", "昨日 ")
        .contains("呼叫佇列（本節點）", "稽核紀錄佇列（本節點）", "可用空間低於 10% 時警示")
        .contains("登入資訊</h2>")
        .doesNotContain("file:", "機關認證</h2>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency-a", "agency-b"})
  void isNothingForAgencies(String name) throws Exception {
    PortalClient agency = PortalClient.loggedIn(demo, name);
    for (String path : List.of("", "/overview/calls", "/overview/lists", "/overview/stores")) {
      assertThat(agency.get("admin" + path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(agency.get("").body()).doesNotContain("href=\"/admin\"");
  }

  private static long served(PortalClient auditor, String service) throws Exception {
    Matcher sum = SUM.matcher(auditor.get("admin/overview/calls?q=" + service).body());
    assertThat(sum.find()).isTrue();
    return Long.parseLong(sum.group(1).replace(",", ""));
  }

  private static long servedToday(PortalClient auditor) throws Exception {
    Matcher today =
        Pattern.compile("outcome=served\">([0-9,]+)</a>").matcher(auditor.get("admin").body());
    assertThat(today.find()).isTrue();
    return Long.parseLong(today.group(1).replace(",", ""));
  }
}
