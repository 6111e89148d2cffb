package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
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
        .contains("<a href=\"#from\">服務使用起迄 起：查無此日期</a>");
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
    engine.setTemplateResolver(new StringTemplateResolver());
    engine.addDialect(new SummaryLabels());
    return engine;
  }
}
