package tw.gov.mocs.hub.content;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tw.gov.mocs.hub.database.LikePattern;

/**
 * What somebody typed into a search box: words that must all occur, whatever their case, their
 * width and whether they write 台 or 臺.
 *
 * @param words in lower case; none for an empty box
 */
public record Keyword(List<String> words) {

  /** Characters that may be typed. */
  public static final int MAX_LENGTH = 100;

  /** Words that may be typed. */
  public static final int MAX_WORDS = 10;

  /** Nothing was typed. */
  public static final Keyword NONE = new Keyword(List.of());

  /** Blanks of every script, for example U+3000. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  /** Copies the words. */
  public Keyword {
    words = List.copyOf(words);
  }

  /** Splits it on blanks; VALUE_INVALID if it is too long or has too many words. */
  public static Keyword of(String typed) {
    if (typed.length() > MAX_LENGTH) {
      throw ContentLimits.invalid("關鍵字", "超過 " + MAX_LENGTH + " 字");
    }
    List<String> words =
        Arrays.stream(BLANKS.split(Normalizer.normalize(typed, Normalizer.Form.NFC), -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    if (words.size() > MAX_WORDS) {
      throw ContentLimits.invalid("關鍵字", "超過 " + MAX_WORDS + " 個詞");
    }
    return new Keyword(words);
  }

  /** Whether nothing was typed. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** The forms of each word: as typed and in narrow letters, both with 台 and with 臺. */
  List<List<String>> forms() {
    return words.stream().map(Keyword::forms).toList();
  }

  private static List<String> forms(String word) {
    String narrow = Normalizer.normalize(word, Normalizer.Form.NFKC).strip();
    return Stream.of(word, narrow)
        .flatMap(form -> Stream.of(form, form.replace('台', '臺'), form.replace('臺', '台')))
        .filter(form -> !form.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * The forms of each word for LIKE with {@code !} as the escape character: what was typed is meant
   * literally.
   */
  List<List<String>> patterns() {
    return forms().stream().map(word -> word.stream().map(LikePattern::within).toList()).toList();
  }
}
