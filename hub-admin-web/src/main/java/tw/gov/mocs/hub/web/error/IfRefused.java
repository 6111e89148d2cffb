package tw.gov.mocs.hub.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What a request leaves for the answer to it, should it be refused. */
public final class IfRefused {

  private static final String WAY_ON = IfRefused.class.getName() + ".wayOn";
  private static final String RANGE = IfRefused.class.getName() + ".range";

  private IfRefused() {}

  /** The page of errors leads to that path. */
  public static void leadTo(String path, HttpServletRequest request) {
    request.setAttribute(WAY_ON, path);
  }

  /** The answer tells how long the file is of which a range was asked for (RFC 9110 §15.5.17). */
  public static void tellSize(long bytes, HttpServletRequest request) {
    request.setAttribute(RANGE, "bytes */" + bytes);
  }

  static @Nullable Object wayOn(WebRequest request) {
    return request.getAttribute(WAY_ON, RequestAttributes.SCOPE_REQUEST);
  }

  /** A refusal takes back the headers that were set before it. */
  static void headers(HttpServletRequest request, HttpServletResponse response) {
    if (response.getStatus() == HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE
        && request.getAttribute(RANGE) instanceof String range) {
      response.setHeader(HttpHeaders.CONTENT_RANGE, range);
    }
  }
}
