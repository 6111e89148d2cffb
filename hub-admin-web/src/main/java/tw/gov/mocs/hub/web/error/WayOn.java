package tw.gov.mocs.hub.web.error;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** The page where somebody goes on whose request was refused. */
public final class WayOn {

  private static final String NAME = WayOn.class.getName();

  private WayOn() {}

  /** If this request is refused, the page of errors leads to that path. */
  public static void to(String path, HttpServletRequest request) {
    request.setAttribute(NAME, path);
  }

  static @Nullable Object of(WebRequest request) {
    return request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
  }
}
