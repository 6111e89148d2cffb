package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;

/**
 * Texts in the form in which every database gives them back: never empty, never longer than their
 * column, without what some database cannot hold. Only so can their digest be computed again.
 */
final class StoredText {

  private static final char REPLACEMENT = '\uFFFD';

  private StoredText() {}

  /** The text, cut to {@code max} UTF-16 units; null for null and for "". */
  static @Nullable String of(@Nullable String text, int max) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    String clean = isClean(text) ? text : cleaned(text);
    if (clean.length() <= max) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(max - 1)) ? max - 1 : max;
    return clean.substring(0, end);
  }

  /** The same for a column that is not null: "-" stands for nothing. */
  static String required(@Nullable String text, int max) {
    String stored = of(text, max);
    return stored == null ? "-" : stored;
  }

  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // PostgreSQL holds no U+0000; a lone surrogate has no UTF-8 form.
      if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? REPLACEMENT : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
