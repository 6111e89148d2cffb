package tw.gov.mocs.hub.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with the places where the words of a search occur, for a page to mark.
 *
 * @param text plain
 * @param marks in order, not overlapping
 */
public record MarkedText(String text, List<Mark> marks) {

  /** UTF-16 units of an excerpt, without its ellipses. */
  static final int EXCERPT = 160;

  private static final int BEFORE = 40;
  private static final String ELLIPSIS = "…";

  /** A piece of the text: from the first unit to the one after the last. */
  public record Mark(int from, int to) {}

  /** A part of the text that is marked as a whole or not at all. */
  public record Piece(String text, boolean marked) {}

  /** Copies the marks. */
  public MarkedText {
    marks = List.copyOf(marks);
  }

  /** The whole text in parts, in order. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Mark mark : marks) {
      if (mark.from() > at) {
        pieces.add(new Piece(text.substring(at, mark.from()), false));
      }
      pieces.add(new Piece(text.substring(mark.from(), mark.to()), true));
      at = mark.to();
    }
    if (at < text.length()) {
      pieces.add(new Piece(text.substring(at), false));
    }
    return pieces;
  }

  /** The whole text. */
  static MarkedText of(String text, Keyword keyword) {
    List<Mark> marks = new ArrayList<>();
    Matcher matcher = pattern(keyword).matcher(text);
    while (matcher.find()) {
      marks.add(new Mark(matcher.start(), matcher.end()));
    }
    return new MarkedText(text, marks);
  }

  /** One line of a Markdown text, from a little before the first hit. */
  static MarkedText excerpt(String markdown, Keyword keyword) {
    String plain = plain(markdown);
    Matcher matcher = pattern(keyword).matcher(plain);
    int from = whole(plain, matcher.find() ? Math.max(0, matcher.start() - BEFORE) : 0);
    int to = whole(plain, Math.min(plain.length(), from + EXCERPT));
    return of(
        (from > 0 ? ELLIPSIS : "")
            + plain.substring(from, to)
            + (to < plain.length() ? ELLIPSIS : ""),
        keyword);
  }

  /** Whether a word occurs. */
  static boolean holds(String text, Keyword keyword) {
    return pattern(keyword).matcher(text).find();
  }

  /** Not between the two halves of one character. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  /** Without the signs of Markdown that would disturb a reader of one line. */
  private static String plain(String markdown) {
    return markdown
        .replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1")
        .replaceAll("(?m)^\\s*(#{1,6}|[-*+>]|\\d+\\.)\\s+", "")
        .replaceAll("\\*\\*|__|`", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Pattern pattern(Keyword keyword) {
    return Pattern.compile(
        keyword.forms().stream()
            .flatMap(List::stream)
            .map(Pattern::quote)
            .collect(Collectors.joining("|")),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
