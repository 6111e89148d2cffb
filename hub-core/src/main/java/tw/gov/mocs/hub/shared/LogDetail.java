package tw.gov.mocs.hub.shared;

import java.util.regex.Pattern;

/**
 * The true reason of a refusal as a log may hold it. It can name what a stranger wrote, who would
 * like to write lines of his own, and what a caller wrote in the wrong place.
 */
final class LogDetail {

  private static final int LONGEST = 1_000;

  /**
   * A number that begins before the cut ends before this, some unseen characters in it included.
   */
  private static final int LOOKED_AT = LONGEST + 100;

  private static final String HIDDEN = "* (of the form of an identity number)";

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private LogDetail() {}

  /** On one line, of at most 1,000 characters; hidden if a word of it may be an identity number. */
  static String of(String reason) {
    String line = UNSEEN.matcher(cut(reason, LONGEST)).replaceAll(" ");
    // What is unseen may stand within a number, and the end be cut through one.
    String looked = cut(reason, LOOKED_AT);
    String seen = UNSEEN.matcher(looked).replaceAll("");
    // Without it words are joined, so that a number need not be one by itself.
    boolean joined = !seen.equals(looked) && IdentityForms.in(seen);
    return joined || IdentityForms.asWordIn(line) || IdentityForms.asWordIn(seen) ? HIDDEN : line;
  }

  private static String cut(String text, int atMost) {
    int points = text.codePointCount(0, text.length());
    return text.substring(0, text.offsetByCodePoints(0, Math.min(points, atMost)));
  }
}
