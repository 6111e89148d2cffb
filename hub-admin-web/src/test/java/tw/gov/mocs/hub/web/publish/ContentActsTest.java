package tw.gov.mocs.hub.web.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import tw.gov.mocs.hub.web.layout.RocFormat;

/** Histories of the content are in the language of the page. */
class ContentActsTest {

  private static final String LOGGED =
      """
      version: 2
      published: false
      title.zh: 標題
      title.en: null
      from: 2026-12-01
      body.zh: 內文
      note: 這是內文""";

  private final ContentActs acts;

  ContentActsTest() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("tw.gov.mocs.hub.web.publish.messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    acts = new ContentActs(messages, new RocFormat());
  }

  @Test
  void isSaidInWords() {
    assertThat(acts.of(LOGGED, Locale.TRADITIONAL_CHINESE))
        .isEqualTo(
            """
            版次：2
            已發布：否
            標題：標題
            標題（英文）：—
            起日：115/12/01
            內容：內文
            note: 這是內文""");
    assertThat(acts.of(LOGGED, Locale.ENGLISH)).contains("Published: no", "Title (English): —");
  }
}
