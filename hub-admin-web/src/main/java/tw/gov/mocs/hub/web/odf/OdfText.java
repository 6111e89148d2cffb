package tw.gov.mocs.hub.web.odf;

import java.util.List;

/** What people typed, made fit for a document of XML: no line holds a forbidden character. */
public final class OdfText {

  private static final int REPLACEMENT = 0xFFFD;

  private OdfText() {}

  /** The lines; a text without any has one empty line. */
  public static List<String> lines(String typed) {
    List<String> lines = typed.lines().map(OdfText::clean).toList();
    return lines.isEmpty() ? List.of("") : lines;
  }

  /** The name of a table, without what spreadsheet programs refuse in it. */
  public static String tableName(String name) {
    return clean(name).replaceAll("[\\[\\]*?:/\\\\']", "_");
  }

  /** XML 1.0 §2.2: what is no character becomes visible as one that could not be shown. */
  private static String clean(String line) {
    StringBuilder clean = new StringBuilder(line.length());
    line.codePoints()
        .map(point -> point == '\t' ? ' ' : point)
        .map(point -> isAllowed(point) ? point : REPLACEMENT)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isAllowed(int point) {
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    // C1 controls are allowed by XML and shown by nobody.
    return !Character.isISOControl(point) && !surrogate && point != 0xFFFE && point != 0xFFFF;
  }
}
