package tw.gov.mocs.hub.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds what has the form of an identity number (國民身分證統一編號, 外來人口統一證號), also when it is written in
 * small or full-width letters or with separators.
 */
public final class IdentityForms {

  // National number: letter, 1 or 2, 8 digits. Resident certificate: of old two letters, the
  // second A to D, and 8 digits; since 2021 a letter, 8 or 9, and 8 digits.
  private static final Pattern PLAIN = Pattern.compile("[A-Z](?:[1289]|[A-D])[0-9]{8}");

  private static final Pattern WORD =
      Pattern.compile("(?<![A-Z0-9])" + PLAIN.pattern() + "(?![A-Z0-9])");

  private static final String GAP = "[\\s\\p{Pd}\\p{Pc}.,·/'、]{0,3}";

  // With separators a case number like FIN-20261123001 is near, so that here the letter must begin
  // a word and the digits must end a number.
  private static final Pattern SPACED =
      Pattern.compile(
          "(?<![A-Z])[A-Z]" + GAP + "(?:[1289]|[A-D])(?:" + GAP + "[0-9]){8}(?!" + GAP + "[0-9])");

  /** The letters in the order of the numbers that they stand for, from 10 on. */
  public static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

  private static final int FIRST_LETTER = 10;

  /** Of Hangul and of Braille. */
  private static final String FILLERS = "\u115f\u1160\u2800";

  private IdentityForms() {}

  /**
   * Whether the text is one whole identity number, of any of the forms and with the right check
   * digit; in capitals or not.
   */
  public static boolean isNumber(String text) {
    String number = normalised(text.strip());
    return PLAIN.matcher(number).matches()
        && checkDigit(number.substring(0, 9)) == number.charAt(9) - '0';
  }

  /**
   * The check digit of a number.
   *
   * @param body its first nine characters, in capitals
   */
  public static int checkDigit(String body) {
    int letter = LETTERS.indexOf(body.charAt(0)) + FIRST_LETTER;
    int sum = letter / 10 + letter % 10 * 9;
    for (int i = 1; i < 9; i++) {
      char c = body.charAt(i);
      // The second letter of an older resident certificate counts by the last digit of its number.
      int value = c >= 'A' ? (LETTERS.indexOf(c) + FIRST_LETTER) % 10 : c - '0';
      sum += value * (9 - i);
    }
    return (10 - sum % 10) % 10;
  }

  /** Whether something in the text has the form of an identity number. */
  public static boolean in(String text) {
    String plain = normalised(text);
    return PLAIN.matcher(plain).find() || SPACED.matcher(plain).find();
  }

  /**
   * Whether a whole word of an identifier is of that form; what one that was made at random holds
   * by chance within a word does not count.
   */
  public static boolean asWordIn(String identifier) {
    return WORD.matcher(normalised(identifier)).find();
  }

  /** What nobody sees between two characters, though it is no blank. */
  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> FILLERS.indexOf(c) >= 0;
    };
  }

  private static String normalised(String text) {
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(compatible.length());
    compatible
        .codePoints()
        .filter(c -> !isUnseen(c))
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
