package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class ChineseTextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<dd th:text='${typed}'></dd> | <dd lang=\"zh-Hant-TW\">無法下載𠮷</dd>",
        "<p><b>1</b> [[${typed}]]</p> | <p><b>1</b><span lang=\"zh-Hant-TW\"> 無法下載𠮷</span></p>",
        "<p>[[${typed}]]<b>1</b></p> | <p><span lang=\"zh-Hant-TW\">無法下載𠮷</span><b>1</b></p>",
        "<textarea th:text='${typed}'></textarea> | <textarea lang=\"zh-Hant-TW\">無法下載𠮷</textarea>",
        "<input th:value='${typed}'> | <input value=\"無法下載𠮷\" lang=\"zh-Hant-TW\">",
        "<p lang='zh-Hant-TW'>下載<b>檔</b></p> | <p lang=\"zh-Hant-TW\">下載<b>檔</b></p>",
        "<p>The agency 考選部 has applied for it.</p> | <p>The agency 考選部 has applied for it.</p>",
        "<p>Download<br>it</p> | <p>Download<br>it</p>"
      })
  void marksWhatIsChineseOnAnEnglishPage(String template, String page) {
    assertThat(written("en", template)).isEqualTo("<html lang=\"en\">" + page + "</html>");
  }

  @Test
  void leavesAChinesePageAsItIs() {
    assertThat(written("zh-Hant-TW", "<dd th:text='${typed}'></dd>")).contains("<dd>無法下載𠮷</dd>");
  }

  private static String written(String language, String template) {
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(new StringTemplateResolver());
    engine.addDialect(new TableCells());
    engine.addDialect(new ChineseTexts());
    Context texts = new Context();
    texts.setVariable("typed", "無法下載𠮷");
    return engine
        .process("<html lang=\"" + language + "\">" + template + "</html>", texts)
        .replace('\'', '"');
  }
}
