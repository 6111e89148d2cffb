package tw.gov.mocs.hub.web.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @Test
  void writesWhatMarkdownMeans() {
    assertThat(Markdown.toHtml("一、**重要**\n\n* 甲\n* 乙"))
        .isEqualTo("<p>一、<strong>重要</strong></p>\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n");
  }

  @ParameterizedTest
  @CsvSource({"# 題, <h2>題</h2>", "### 題, <h2>題</h2>", "###### 題, <h2>題</h2>"})
  void putsHeadingsBelowTheTitleOfThePage(String markdown, String html) {
    assertThat(Markdown.toHtml(markdown).strip()).isEqualTo(html);
  }

  @Test
  void leavesNoLevelOfHeadingsOut() {
    assertThat(Markdown.toHtml("## 甲\n#### 乙\n## 丙"))
        .isEqualTo("<h2>甲</h2>\n<h3>乙</h3>\n<h2>丙</h2>\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.gov.tw/",
        "http://example.gov.tw/a?b=c#d",
        "mailto:service@mocs.gov.tw",
        "/announcements/1",
        "faq#2",
        "?page=2",
        "https://zh.example.tw/%E4%B8%AD"
      })
  void keepsLinksThatLeadSomewhereHarmless(String address) {
    assertThat(Markdown.toHtml("[連結](" + address + ")"))
        .contains("href=\"" + address + "\"")
        .contains("rel=\"noopener noreferrer\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x1;javascript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "//evil.example/",
        "\\\\\\\\evil.example/",
        "/\\\\evil.example/"
      })
  void leadsNowhereElse(String address) {
    assertThat(Markdown.toHtml("看[連*結*](<" + address + ">)。")).isEqualTo("<p>看連<em>結</em>。</p>\n");
    assertThat(Markdown.toHtml("看![圖](<" + address + ">)。")).isEqualTo("<p>看圖。</p>\n");
  }

  @Test
  void leadsNowhereFromAnAutolinkOrAReference() {
    assertThat(Markdown.toHtml("<javascript:alert(1)>")).isEqualTo("<p>javascript:alert(1)</p>\n");
    assertThat(Markdown.toHtml("[a]\n\n[a]: javascript:alert(1)")).isEqualTo("<p>a</p>\n");
  }

  @Test
  void takesPicturesFromThePortalAlone() {
    assertThat(Markdown.toHtml("![圖](https://evil.example/a.png)")).doesNotContain("<img");
    assertThat(Markdown.toHtml("![圖](/files/1)")).contains("src=\"/files/1\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<svg/onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<style>*{display:none}</style>",
        "<!-- <script>alert(1)</script> -->",
        "<iframe src=//evil.example></iframe>",
        "`<script>alert(1)</script>`",
        "    <script>alert(1)</script>",
        "```\"><script>alert(1)</script>\n<b>\n```",
        "# <script>alert(1)</script>",
        "[<script>alert(1)</script>](/a)",
        "![<script>](/a \"<script>alert(1)</script>\")"
      })
  void showsHtmlAsText(String markdown) {
    assertThat(Markdown.toHtml(markdown))
        .doesNotContain("<script", "<img src=x", "<svg", "<style", "<iframe", "<!--", "<b>")
        .doesNotContain("<a href=\"javascript");
  }

  @Test
  void letsNoTitleEndItsAttribute() {
    assertThat(Markdown.toHtml("[a](/b '\" onmouseover=\"alert(1)')"))
        .contains("title=\"&quot; onmouseover=&quot;alert(1)\"");
  }
}
