package tw.gov.mocs.hub.web.content;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.content.Keyword;
import tw.gov.mocs.hub.shared.HubException;

/**
 * A search box after it was sent.
 *
 * @param typed what stood in it, cut where nobody would read on
 * @param keyword what is searched for
 * @param fault key of what is wrong with it, in the messages; null if nothing is
 */
record KeywordBox(String typed, Keyword keyword, @Nullable String fault) {

  private static final int SHOWN = 2 * Keyword.MAX_LENGTH;

  static KeywordBox of(String typed) {
    if (typed.length() > Keyword.MAX_LENGTH) {
      String shown = typed.substring(0, Math.min(SHOWN, typed.length()));
      return new KeywordBox(shown, Keyword.NONE, "keyword.tooLong");
    }
    try {
      return new KeywordBox(typed, Keyword.of(typed), null);
    } catch (HubException e) {
      return new KeywordBox(typed, Keyword.NONE, "keyword.tooManyWords");
    }
  }

  /** How many characters may be typed. */
  public int limit() {
    return Keyword.MAX_LENGTH;
  }

  /** How many words may be typed. */
  public int words() {
    return Keyword.MAX_WORDS;
  }
}
