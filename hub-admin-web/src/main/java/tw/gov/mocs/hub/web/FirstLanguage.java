package tw.gov.mocs.hub.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The language of a visitor who has not chosen one: Chinese, unless his browser asks for English
 * and for no Chinese at all. Browsers in Taiwan that are in English ask for Chinese, too.
 */
final class FirstLanguage {

  /** Enough for any browser; strangers may send more. */
  private static final int LONGEST = 500;

  private FirstLanguage() {}

  /**
   * The language.
   *
   * @param accepted as the browser says it (Accept-Language, RFC 9110 §12.5.4); null for nothing
   */
  static Locale of(@Nullable String accepted) {
    return accepted != null && accepted.length() <= LONGEST && isEnglish(accepted)
        ? Locale.ENGLISH
        : Locale.TRADITIONAL_CHINESE;
  }

  private static boolean isEnglish(String accepted) {
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
      return any(ranges, "en") && !any(ranges, "zh");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean any(List<Locale.LanguageRange> ranges, String language) {
    return ranges.stream()
        .filter(range -> range.getWeight() > 0)
        .anyMatch(range -> range.getRange().split("-", 2)[0].equals(language));
  }
}
