package tw.gov.mocs.hub.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a form that cannot be read, most often because it is too large, with a page. Without it
 * each look at a parameter would fail, that of the page of errors too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class FormLimit extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(FormLimit.class);

  /** No form of ours has as many bytes that are not a file. */
  private static final long LARGE = 100_000;

  private static final String UNREADABLE = FormLimit.class.getName() + ".unreadable";

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(UNREADABLE) != null) {
      chain.doFilter(new WithoutForm(request), response);
      return;
    }
    try {
      request.getParameterMap();
    } catch (RuntimeException e) {
      // Jetty's BadMessageException or IllegalStateException, which do not tell what is too much.
      LOG.info(
          "a form of {} bytes cannot be read: {}", request.getContentLengthLong(), e.getMessage());
      request.setAttribute(UNREADABLE, true);
      boolean large = request.getContentLengthLong() > LARGE;
      response.sendError(
          large
              ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
              : HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    chain.doFilter(request, response);
  }

  private static final class WithoutForm extends HttpServletRequestWrapper {

    WithoutForm(HttpServletRequest request) {
      super(request);
    }

    /** Else its parts would be looked for. */
    @Override
    public @Nullable String getContentType() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }
  }
}
