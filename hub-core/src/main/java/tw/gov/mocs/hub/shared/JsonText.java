package tw.gov.mocs.hub.shared;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259) for people and digests: two spaces of indentation, members in their order,
 * Chinese as it is. Guarantee: different values never give the same text.
 */
public final class JsonText {

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /** The text of a map, a list, a string or a number, ended by LF. */
  public static String of(Object value) {
    JsonText text = new JsonText();
    text.write(value, 0);
    return text.out.append('\n').toString();
  }

  private void write(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      block('{', '}', map.entrySet().iterator(), depth);
    } else if (value instanceof List<?> list) {
      block('[', ']', list.iterator(), depth);
    } else if (value instanceof Map.Entry<?, ?> member) {
      string(member.getKey().toString());
      out.append(": ");
      write(member.getValue(), depth);
    } else if (value instanceof Number || value == null) {
      out.append(value);
    } else {
      string(value.toString());
    }
  }

  private void block(char open, char close, Iterator<?> elements, int depth) {
    out.append(open);
    boolean any = elements.hasNext();
    while (elements.hasNext()) {
      out.append('\n').append("  ".repeat(depth + 1));
      write(elements.next(), depth + 1);
      out.append(elements.hasNext() ? "," : "");
    }
    out.append(any ? "\n" + "  ".repeat(depth) : "").append(close);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
        // Half a pair has no UTF-8; two of them must not look the same.
        out.append("\\u%04x".formatted(c));
      } else {
        out.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    out.append('"');
  }
}
