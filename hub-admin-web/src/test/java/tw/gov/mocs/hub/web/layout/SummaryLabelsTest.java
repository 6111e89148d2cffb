package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Each line at the top of a form says which input it is about. */
class SummaryLabelsTest {

  private static final String SUMMARY =
      "<section id=\"summary\"><h2>有 1 個項目需要修正</h2>"
          + "<ul><li><a href=\"#%s\">%s</a></li></ul></section>";

  @Test
  void namesTheInputByItsLabel() {
    assertThat(
            shown(
                "name",
                "此項必填",
                "<label for=\"name\"><span>機關名稱</span> <span class=\"optional\">（可不填）</span></label>"
                    + "<p class=\"fault\">此項必填</p><input id=\"name\" value=\"\">"))
        .contains("<a href=\"#name\">機關名稱：此項必填</a>", "<p class=\"fault\">此項必填</p>");
  }

  @Test
  void namesOneOfSeveralInputsByItsGroupToo() {
    assertThat(
            shown(
                "from",
                "查無此日期",
                "<fieldset><legend>服務使用起迄</legend>"
                    + "<label for=\"from\">起</label><input id=\"from\"></fieldset>"))
        .contains("<a href=\"#from\">服務使用起迄（起）：查無此日期</a>");
  }

  @Test
  void namesAChoiceByWhatItIsOneOf() {
    assertThat(
            shown(
                "use-LOGIN",
                "至少選擇一項",
                "<fieldset><legend>用途</legend><label for=\"use-LOGIN\">登入</label>"
                    + "<input type=\"checkbox\" id=\"use-LOGIN\"></fieldset>"))
        .contains("<a href=\"#use-LOGIN\">用途：至少選擇一項</a>");
  }

  @Test
  void leavesASentenceThatNamesItsInput() {
    assertThat(shown("no", "請填寫文號", "<label for=\"no\">文號</label><input id=\"no\">"))
        .contains("<a href=\"#no\">請填寫文號</a>");
  }

  @Test
  void looksInASentenceForALabelWithoutItsBrackets() {
    assertThat(shown("no", "請填寫文號", "<label for=\"no\">文號（來文）</label><input id=\"no\">"))
        .contains("<a href=\"#no\">請填寫文號</a>");
  }

  @Test
  void leavesASentenceWhoseLinkSaysThatItNamesItsInput() {
    String page =
        "<section id=\"summary\"><a href=\"#no\" data-named=\"true\">請選取需要的服務</a></section>"
            + "<label for=\"no\">申請之服務</label><input id=\"no\">";
    assertThat(engine().process(page, new Context(Locale.TRADITIONAL_CHINESE)))
        .contains("<a href=\"#no\">請選取需要的服務</a>");
  }

  @Test
  void takesTheWordOfAFaultForIt() {
    Context context = new Context(Locale.TRADITIONAL_CHINESE);
    context.setVariable("faults", new Faults().addNamed("no", "請選取需要的服務").add("name", "此項必填"));
    String page =
        "<th:block th:replace=\"~{layout/forms :: wrong(${faults})}\"></th:block>"
            + "<label for=\"no\">申請之服務</label><input id=\"no\">"
            + "<label for=\"name\">機關名稱</label><input id=\"name\">";
    assertThat(engine().process(page, context))
        .contains("<a href=\"#no\">請選取需要的服務</a>", "<a href=\"#name\">機關名稱：此項必填</a>");
  }

  @Test
  void namesOneOfSeveralInputsInEnglishToo() {
    String page =
        SUMMARY.formatted("from", "is no day")
            + "<fieldset><legend>Period of use</legend>"
            + "<label for=\"from\">from</label><input id=\"from\"></fieldset>";
    assertThat(engine().process(page, new Context(Locale.ENGLISH)))
        .contains("<a href=\"#from\">Period of use from: is no day</a>");
  }

  @Test
  void leavesALineOfNoInput() {
    assertThat(shown("changed", "資料已變更", "<div id=\"changed\"></div>"))
        .contains("<a href=\"#changed\">資料已變更</a>");
  }

  @Test
  void writesItAsThePageDoes() {
    String page =
        SUMMARY.formatted("name", "is empty") + "<label for=\"name\">Name &amp; code</label>";
    assertThat(engine().process(page, new Context(Locale.ENGLISH)))
        .contains("<a href=\"#name\">Name &amp; code: is empty</a>");
  }

  @Test
  void changesNoPageWithoutASummary() {
    String page = "<p><a href=\"#name\">x</a></p><label for=\"name\">Name</label>";
    assertThat(engine().process(page, new Context(Locale.ENGLISH))).isEqualTo(page);
  }

  private static String shown(String input, String fault, String form) {
    return engine()
        .process(SUMMARY.formatted(input, fault) + form, new Context(Locale.TRADITIONAL_CHINESE));
  }

  private static SpringTemplateEngine engine() {
    SpringTemplateEngine engine = new SpringTemplateEngine();
    ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
    files.setPrefix("tw/gov/mocs/hub/web/");
    files.setSuffix(".html");
    files.setCheckExistence(true);
    files.setOrder(1);
    StringTemplateResolver pages = new StringTemplateResolver();
    pages.setOrder(2);
    engine.setTemplateResolvers(Set.of(files, pages));
    StaticMessageSource texts = new StaticMessageSource();
    texts.setUseCodeAsDefaultMessage(true);
    engine.setMessageSource(texts);
    engine.addDialect(new SummaryLabels());
    return engine;
  }
}
