package tw.gov.mocs.hub.exchange;

/** The characters that XML 1.0 can carry (§2.2, production Char). */
final class XmlText {

  private static final char REPLACEMENT = '\uFFFD';

  private XmlText() {}

  /** Whether the code point may stand in a document. A lone surrogate may not. */
  static boolean isAllowed(int c) {
    return c >= 0x20
        ? c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
        : c == '\t' || c == '\n' || c == '\r';
  }

  /**
   * The text with U+FFFD for each character that no XML document can hold. One spoilt character in
   * a remark must not keep 10,000 rows from their reader, and dropping it would hide that something
   * was there.
   */
  static String carriable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Nearly all text passes here, without a look at surrogates.
      if (c < 0x20 ? !isAllowed(c) : c >= 0xD800 && (c <= 0xDFFF || c >= 0xFFFE)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> isAllowed(c) ? c : REPLACEMENT).forEach(out::appendCodePoint);
    return out.toString();
  }
}
