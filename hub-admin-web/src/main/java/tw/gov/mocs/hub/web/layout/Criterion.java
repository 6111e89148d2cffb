package tw.gov.mocs.hub.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One criterion of a list as its address says it. */
public final class Criterion {

  /** Characters of what is looked for in words of one's own. */
  public static final int LONGEST = 100;

  private Criterion() {}

  /** What was typed to be looked for ({@code q}), without what is too long; "" for nothing. */
  public static String words(HttpServletRequest request) {
    String typed = request.getParameter("q");
    String text = typed == null ? "" : typed.strip();
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /** Whether words are a part of one of these texts, whichever case; "" is of each. */
  public static boolean isIn(String words, String... texts) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return Stream.of(texts).anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** The one that was chosen; null for none, or for what is none. */
  public static <E extends Enum<E>> @Nullable E chosen(
      HttpServletRequest request, String name, E[] all) {
    String value = request.getParameter(name);
    return Arrays.stream(all).filter(one -> one.name().equals(value)).findFirst().orElse(null);
  }
}
