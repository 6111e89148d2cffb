package tw.gov.mocs.hub.content;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text in both languages of the portal.
 *
 * @param zh in Chinese, always there
 * @param en in English; null where nobody wrote one
 */
public record Bilingual(String zh, @Nullable String en) {

  /** Strips both; an empty English text counts as none. */
  public Bilingual {
    zh = tidy(zh);
    en = en == null || en.isBlank() ? null : tidy(en);
  }

  /** In the language of the reader, else in Chinese. */
  public String in(Locale reader) {
    String english = en;
    return english != null && reader.getLanguage().equals("en") ? english : zh;
  }

  private static String tidy(String typed) {
    return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
