package tw.gov.mocs.hub.web.act;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A form in which the core logs a state.
 *
 * @param key of its text
 * @param pattern its groups are told in the text
 * @param words for each group, how the keys of its words begin; "" where it is told as it is
 */
public record LoggedForm(String key, Pattern pattern, List<String> words) {

  /** SHA-256 of a certificate or a file. */
  public static final String DIGEST = "[0-9a-f]{64}";

  /** A day. */
  public static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

  /** Copies the words. */
  public LoggedForm {
    words = List.copyOf(words);
  }

  /** With words for the first groups. */
  public static LoggedForm of(String key, String pattern, String... words) {
    return new LoggedForm(key, Pattern.compile(pattern, Pattern.DOTALL), List.of(words));
  }
}
