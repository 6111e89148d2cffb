package tw.gov.mocs.hub.exchange;

/** Strings of JSON (RFC 8259 §7). */
final class Json {

  private Json() {}

  /** The text as a JSON string, with its quotes. */
  static String string(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
