package tw.gov.mocs.hub.shared;

import java.util.regex.Pattern;

/**
 * The true reason of a refusal as a log may hold it. It can name what a stranger wrote, who would
 * like to write lines of his own, and what a caller wrote in the wrong place.
 */
final class LogDetail {

  private static final int LONGEST = 1_000;

  private static final String HIDDEN = "* (of the form of an identity number)";

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private LogDetail() {}

  /** On one line, of at most 1,000 characters; hidden if a word of it may be an identity number. */
  static String of(String reason) {
    int points = reason.codePointCount(0, reason.length());
    int end = reason.offsetByCodePoints(0, Math.min(points, LONGEST));
    String line = UNSEEN.matcher(reason.substring(0, end)).replaceAll(" ");
    return IdentityForms.asWordIn(line) ? HIDDEN : line;
  }
}
