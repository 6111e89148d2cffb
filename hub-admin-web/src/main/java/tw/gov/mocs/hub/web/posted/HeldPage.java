package tw.gov.mocs.hub.web.posted;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An answer whose page is held back; whatever is no page of a form goes on at once. */
final class HeldPage extends HttpServletResponseWrapper {

  /** As it was asked for, not accepted, or not any more what it was. */
  private static final Set<Integer> OF_FORMS = Set.of(200, 409, 422);

  private @Nullable CharArrayWriter held;
  private @Nullable PrintWriter writer;

  HeldPage(HttpServletResponse response) {
    super(response);
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    String type = getContentType();
    if (writer == null) {
      if (type != null && type.startsWith("text/html") && OF_FORMS.contains(getStatus())) {
        held = new CharArrayWriter();
        writer = new PrintWriter(held);
      } else {
        writer = super.getWriter();
      }
    }
    return writer;
  }

  @Override
  public void flushBuffer() throws IOException {
    if (held == null) {
      super.flushBuffer();
    }
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    if (held != null) {
      held.reset();
    }
  }

  /** The page in UTF-8; null where nothing was held. */
  byte @Nullable [] html() {
    if (held == null || writer == null) {
      return null;
    }
    writer.flush();
    return held.size() == 0 ? null : held.toString().getBytes(StandardCharsets.UTF_8);
  }
}
