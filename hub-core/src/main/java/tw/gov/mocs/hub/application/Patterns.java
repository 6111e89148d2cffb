package tw.gov.mocs.hub.application;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.database.LikePattern;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What is typed into a criterion, as SQL compares it. */
final class Patterns {

  /** What no number continues with: they hold capital letters and digits. */
  private static final String LAST = "ZZZZZZZZZZZZ";

  private Patterns() {}

  /** What begins so, in capitals; null if nothing was typed. */
  static @Nullable String beginning(@Nullable String text) {
    String typed = typed(text);
    return typed == null ? null : LikePattern.beginning(typed.toUpperCase(Locale.ROOT));
  }

  /** What holds it. */
  static @Nullable String within(@Nullable String text) {
    String typed = typed(text);
    return typed == null ? null : LikePattern.within(typed);
  }

  /** The least number that begins so. */
  static @Nullable String from(@Nullable String text) {
    String typed = typed(text);
    return typed == null ? null : typed.toUpperCase(Locale.ROOT);
  }

  /** The greatest number that begins so. */
  static @Nullable String to(@Nullable String text) {
    String typed = typed(text);
    return typed == null ? null : typed.toUpperCase(Locale.ROOT) + LAST;
  }

  private static @Nullable String typed(@Nullable String text) {
    String typed = Texts.tidy(text);
    if (typed.length() > ApplicationSearch.LONGEST_TEXT) {
      throw new HubException(
          ErrorCode.VALUE_INVALID,
          "a criterion of " + typed.length(),
          "查詢條件",
          "超過 " + ApplicationSearch.LONGEST_TEXT + " 字");
    }
    return typed.isEmpty() ? null : typed;
  }
}
