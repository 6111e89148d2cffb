package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form. */
final class Typed {

  private Typed() {}

  /** The text without blanks around it; "" for none. */
  static String text(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null ? "" : text.strip();
  }

  /** The text; null for "". */
  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
