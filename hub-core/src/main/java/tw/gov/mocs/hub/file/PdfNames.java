package tw.gov.mocs.hub.file;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The names in the objects of a PDF (ISO 32000-1 §7.3.5), byte by byte, to find those by which a
 * reader runs or opens something. It knows no strings and no comments, so nothing can be hidden in
 * what only looks like one.
 */
final class PdfNames {

  private static final Map<String, ErrorCode> REFUSED =
      Map.of(
          "JavaScript", ErrorCode.FILE_HOLDS_MACROS,
          "Launch", ErrorCode.FILE_HOLDS_MACROS,
          "Rendition", ErrorCode.FILE_HOLDS_MACROS,
          "RichMedia", ErrorCode.FILE_HOLDS_MACROS,
          "XFA", ErrorCode.FILE_HOLDS_MACROS,
          "EmbeddedFile", ErrorCode.FILE_HOLDS_ARCHIVE,
          "EmbeddedFiles", ErrorCode.FILE_HOLDS_ARCHIVE,
          "FileAttachment", ErrorCode.FILE_HOLDS_ARCHIVE,
          "GoToE", ErrorCode.FILE_HOLDS_ARCHIVE);

  private static final String OBJECTS = "ObjStm";

  /** These count as the kind of an action alone: a text names JavaScript, too. */
  private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "Rendition");

  private static final Pattern OBJECT = Pattern.compile("/.*|[-+.0-9]+|R|true|false|null|obj");

  private static final Pattern ESCAPED = Pattern.compile("#([0-9a-fA-F]{2})");

  private static final int LONGEST = 40;

  private final StringBuilder run = new StringBuilder();
  private String before = "";
  private boolean objects;

  /** The next byte, 0 to 255. */
  void take(int b) {
    if (b == '/') {
      end();
      before = run.toString();
      run.setLength(0);
      run.append('/');
    } else if (isRegular(b)) {
      if (run.length() < LONGEST) {
        run.append((char) b);
      }
    } else {
      end();
      before = "";
      run.setLength(0);
    }
  }

  /** Whether a stream of objects was named since this was asked last. */
  boolean tookObjects() {
    boolean taken = objects;
    objects = false;
    return taken;
  }

  private void end() {
    if (run.length() < 2 || run.charAt(0) != '/') {
      return;
    }
    String name = unescaped(run.substring(1));
    if (name.equals(OBJECTS)) {
      objects = true;
    }
    ErrorCode code = REFUSED.get(name);
    if (code != null && isPlaceOf(name)) {
      throw new HubException(code, "a PDF with " + name);
    }
  }

  /** Whether what stands right before it lets the name be one of an object. */
  private boolean isPlaceOf(String name) {
    if (ACTIONS.contains(name)) {
      return before.isEmpty() || before.equals("obj") || unescaped(before).equals("/S");
    }
    return before.isEmpty() || OBJECT.matcher(before).matches();
  }

  /** ISO 32000-1 §7.3.5: {@code #4a} stands for J. */
  private static String unescaped(String name) {
    return ESCAPED
        .matcher(name)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  /** ISO 32000-1 §7.2.2. */
  private static boolean isRegular(int b) {
    return switch (b) {
      case 0, '\t', '\n', '\f', '\r', ' ', '(', ')', '<', '>', '[', ']', '{', '}', '%' -> false;
      default -> true;
    };
  }
}
