package tw.gov.mocs.hub.web.layout;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * A day as somebody typed it: {@code 115/12/01}, also {@code 115.12.1}, {@code 115-12-01}, {@code
 * 民國115年12月1日} and with the wide digits of a Chinese keyboard.
 *
 * @param typed the text, shown back as it was; "" for none
 * @param day what it says; null if nothing was typed or it cannot be read
 */
public record RocDay(String typed, @Nullable LocalDate day) {

  /** The key of what is said of a day that has the form of one but does not exist. */
  public static final String NONE = "form.day.none";

  /** The key of what is said of any other text that is no day. */
  public static final String MALFORMED = "form.day.malformed";

  /** The key of what is said of a day of a western year: {@link #told} says which. */
  public static final String WESTERN = "form.day.western";

  private static final Pattern OF_WESTERN_YEAR = Pattern.compile("([1-9]\\d{3})/\\d{1,2}/\\d{1,2}");

  private static final Pattern IN_WORDS =
      Pattern.compile("(?:民國)?\\s*(\\d+)\\s*年\\s*(\\d+)\\s*月\\s*(\\d+)\\s*日");

  private static final int BEFORE_ROC = 1911;

  /** Reads a text; null is nothing typed. */
  public static RocDay of(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return new RocDay("", null);
    }
    try {
      return new RocDay(typed, RocDate.parse(plain(typed)).day());
    } catch (DateTimeException e) {
      return new RocDay(typed, null);
    }
  }

  /** Whether something was typed that is no day. */
  public boolean isUnread() {
    return !typed.isEmpty() && day == null;
  }

  /** The key of what is wrong with a text that is no day. */
  public String wrong() {
    if (RocDate.hasForm(plain(typed))) {
      return NONE;
    }
    return westernYear() > BEFORE_ROC ? WESTERN : MALFORMED;
  }

  /** What stands in the sentence of that key: the western year and the same as a ROC year. */
  public Object[] told() {
    int year = westernYear();
    return year > BEFORE_ROC
        ? new Object[] {String.valueOf(year), String.valueOf(year - BEFORE_ROC)}
        : new Object[0];
  }

  private int westernYear() {
    Matcher matcher = OF_WESTERN_YEAR.matcher(plain(typed));
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static String plain(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    Matcher words = IN_WORDS.matcher(text);
    return words.matches()
        ? words.replaceFirst("$1/$2/$3")
        : text.replace('.', '/').replace('-', '/');
  }
}
