package tw.gov.mocs.hub.web.layout;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * A day as somebody typed it: {@code 115/12/01}, also {@code 115.12.1}, {@code 115-12-01} and with
 * the wide digits of a Chinese keyboard.
 *
 * @param typed the text, shown back as it was; "" for none
 * @param day what it says; null if nothing was typed or it cannot be read
 */
public record RocDay(String typed, @Nullable LocalDate day) {

  /** The key of what is said of a day that has the form of one but does not exist. */
  public static final String NONE = "form.day.none";

  /** The key of what is said of any other text that is no day. */
  public static final String MALFORMED = "form.day.malformed";

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
    return RocDate.hasForm(plain(typed)) ? NONE : MALFORMED;
  }

  private static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replace('.', '/').replace('-', '/');
  }
}
