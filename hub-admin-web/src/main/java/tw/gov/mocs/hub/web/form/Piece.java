package tw.gov.mocs.hub.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a line, up to a blank or a sign between words. Chinese may be broken after any
 * character; short words and names are read more easily whole.
 *
 * @param text as it is printed
 * @param whole whether it is not broken
 */
public record Piece(String text, boolean whole) {

  /**
   * After what stands behind a word, unless more of that follows; before a bracket that holds a
   * word.
   */
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[\\s、，；：。)）」~])(?![\\s、，；：。)）」~])|(?=[（「(][^）」)]{3})");

  /** Where faces begin to draw characters as wide as they are high. */
  private static final int FIRST_WIDE = 0x2000;

  /**
   * A line in pieces.
   *
   * @param widest in characters as wide as they are high: what is wider may be broken
   */
  static List<Piece> of(String line, int widest) {
    return BETWEEN.splitAsStream(line).map(text -> new Piece(text, width(text) <= widest)).toList();
  }

  /**
   * The same, with a name in Chinese that is wider in even parts: most words have two characters.
   */
  static List<Piece> ofLabel(String line, int widest) {
    return of(line, widest).stream()
        .flatMap(
            piece ->
                piece.whole() || !isChinese(piece.text())
                    ? Stream.of(piece)
                    : piece.parts(widest).stream())
        .toList();
  }

  private static boolean isChinese(String text) {
    return text.codePoints().allMatch(one -> one >= FIRST_WIDE);
  }

  private List<Piece> parts(int widest) {
    int[] all = text.codePoints().toArray();
    int most = widest / 2 * 2;
    int lines = (all.length + most - 1) / most;
    int each = (all.length + 2 * lines - 1) / (2 * lines) * 2;
    List<Piece> parts = new ArrayList<>();
    for (int from = 0; from < all.length; from += each) {
      parts.add(new Piece(new String(all, from, Math.min(each, all.length - from)), true));
    }
    return parts;
  }

  private static double width(String text) {
    return text.strip().codePoints().mapToDouble(one -> one < FIRST_WIDE ? 0.5 : 1).sum();
  }
}
