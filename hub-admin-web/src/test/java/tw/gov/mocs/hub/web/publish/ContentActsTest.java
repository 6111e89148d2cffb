package tw.gov.mocs.hub.web.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.web.act.PortalTexts;

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

  ContentActsTest() throws IOException {
    acts = new ContentActs(PortalTexts.messages(), PortalTexts.words());
  }

  @Test
  void isSaidInWords() {
    assertThat(acts.state(AuditAction.CONTENT_CHANGED, LOGGED, Locale.TRADITIONAL_CHINESE))
        .isEqualTo(
            """
            版次：2
            已發布：否
            標題：標題
            標題（英文）：—
            起日：115/12/01
            內容：內文
            note: 這是內文""");
    assertThat(acts.state(AuditAction.CONTENT_CHANGED, LOGGED, Locale.ENGLISH))
        .contains("Published: no", "Title (English): —");
  }
}
