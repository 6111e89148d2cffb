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
  private static final Pattern TOTAL = Pattern.compile("共 ([0-9,]+) 筆");

  private static RunningDemo demo;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
  }

  @ParameterizedTest
  @CsvSource({"reviewer, 7", "auditor, 10", "admin, 4"})
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
      Matcher total = TOTAL.matcher(somebody.get(figure[0]).body());
      assertThat(total.find()).as(figure[0]).isTrue();
      assertThat(total.group(1)).as(figure[0]).isEqualTo(figure[1]);
    }
  }

  @Test
  void countsTheCallsOfToday() throws Exception {
    PortalClient auditor = PortalClient.loggedIn(demo, "auditor");
    long before = servedToday(auditor);
    AuditIT.call(demo, "SQ_TA_001");
    assertThat(servedToday(auditor)).isEqualTo(before + 1);
  }

  @Test
  void saysWhoseListItIsWhereTheReaderHasNone() throws Exception {
    String shown = PortalClient.loggedIn(demo, "admin").get("admin").body();
    assertThat(shown)
        .contains("清單：", "審核人員", "昨日 ")
        .containsPattern("href=\"#lists\"><b>[0-9]")
        .contains("呼叫佇列（本節點）", "稽核紀錄佇列（本節點）", "可用空間低於 10% 時警示")
        .contains("登入資訊</h2>")
        .doesNotContain("file:", "機關認證</h2>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency-a", "agency-b"})
  void isNothingForAgencies(String name) throws Exception {
    PortalClient agency = PortalClient.loggedIn(demo, name);
    assertThat(agency.get("admin").statusCode()).isEqualTo(403);
    assertThat(agency.get("").body()).doesNotContain("href=\"/admin\"");
  }

  private static long servedToday(PortalClient auditor) throws Exception {
    Matcher today =
        Pattern.compile("outcome=served\">([0-9,]+)</a>").matcher(auditor.get("admin").body());
    assertThat(today.find()).isTrue();
    return Long.parseLong(today.group(1).replace(",", ""));
  }
}
