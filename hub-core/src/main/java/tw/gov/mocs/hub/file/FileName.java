package tw.gov.mocs.hub.file;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The name of a file as people see it: harmless on every system that it is saved on. */
public record FileName(String value) {

  /** Characters of a name at most. */
  public static final int MAX_LENGTH = 100;

  private static final String FORBIDDEN = "<>:\"|?*";

  /** Windows takes these for devices, whatever the extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\\$|CONOUT\\$)");

  /** What some system runs or renders when it is opened; a name may not have them within. */
  private static final Set<String> ACTIVE =
      Set.of(
          "app", "bat", "cmd", "com", "cpl", "dll", "exe", "hta", "htm", "html", "jar", "js", "jse",
          "jsp", "lnk", "msi", "php", "pif", "ps1", "py", "reg", "scr", "sh", "svg", "url", "vb",
          "vbe", "vbs", "wsf", "xhtml");

  /**
   * The name that a browser sent; some send the whole path, of which the last part counts.
   *
   * @throws HubException FILE_NAME_INVALID, FILE_NAME_TOO_LONG or FILE_EXTENSION_DOUBLE
   */
  public static FileName of(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String name = Normalizer.normalize(last, Normalizer.Form.NFC).strip();
    if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
      throw new HubException(
          ErrorCode.FILE_NAME_TOO_LONG, "a name too long", Integer.toString(MAX_LENGTH));
    }
    List<String> parts = Arrays.asList(name.split("\\.", -1));
    if (name.isEmpty()
        || name.codePoints().anyMatch(FileName::isForbidden)
        || DEVICE.matcher(parts.get(0).strip()).matches()
        || parts.stream().anyMatch(String::isBlank)) {
      throw new HubException(ErrorCode.FILE_NAME_INVALID, "a name that is not accepted");
    }
    if (parts.size() > 2 && parts.subList(1, parts.size() - 1).stream().anyMatch(FileName::runs)) {
      throw new HubException(ErrorCode.FILE_EXTENSION_DOUBLE, "a name with two extensions");
    }
    return new FileName(name);
  }

  /** What stands after the last dot, in lower case; "" without a dot. */
  public String extension() {
    int dot = value.lastIndexOf('.');
    return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether some system runs or renders a file of this name when it is opened. */
  static boolean runsWhenOpened(String name) {
    return runs(name.substring(name.lastIndexOf('.') + 1));
  }

  private static boolean runs(String part) {
    return ACTIVE.contains(part.strip().toLowerCase(Locale.ROOT));
  }

  /** Private use stays allowed: Taiwan's rare characters are often coded there. */
  private static boolean isForbidden(int c) {
    return switch (Character.getType(c)) {
      // FORMAT holds the marks that write a name backwards (U+202E) or hide in it (U+200B).
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> FORBIDDEN.indexOf(c) >= 0;
    };
  }
}
