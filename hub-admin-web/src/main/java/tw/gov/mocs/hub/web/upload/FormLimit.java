package tw.gov.mocs.hub.web.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.web.FormSize;
import tw.gov.mocs.hub.web.login.EndOfLogin;
import tw.gov.mocs.hub.web.login.FilterOrder;
import tw.gov.mocs.hub.web.login.LoginSession;

/**
 * Reads forms, before anything looks at a parameter. Guarantee: of a form with files nothing is
 * looked at or kept but from somebody who is logged in, to a page that takes files, and no more
 * than the limit; and a form that cannot be read is answered with a page.
 */
@Component
@Order(FilterOrder.FORMS)
final class FormLimit extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(FormLimit.class);

  /** A form that cannot be read is told to be too large from so many bytes on. */
  private static final long LARGE = 100_000;

  private static final String UNREADABLE = FormLimit.class.getName() + ".unreadable";

  /** 步驟五, 新增錯誤回報, 憑證提出, 來文, 匯出證據, 服務目錄, 匯入機關, 上傳憑證, cards of accounts, 網站內容. */
  private static final Pattern TAKES_FILES =
      Pattern.compile(
          "/apply/[0-9]+/5|/incidents/new/[0-9]+|/certificates/new(?:/[0-9a-f]+)?"
              + "|/admin/reviews/[A-Z0-9]+/letter|/admin/audit/calls/[0-9A-Z]+/evidence"
              + "|/admin/tables/file|/admin/agencies/import|/admin/certificates/new|/admin/trust/new"
              + "|/admin/accounts/new|/admin/accounts/of/[A-Za-z0-9._-]{1,60}/card"
              + "|/admin/content/[a-z]+/(?:new|[0-9]+/edit|[0-9]+/files)"
              + "|/admin/content/texts/[a-z]+/new");

  private final LoginSession sessions;
  private final StoredFiles files;
  private final EndOfLogin endOfLogin;

  FormLimit(LoginSession sessions, StoredFiles files, EndOfLogin endOfLogin) {
    this.sessions = sessions;
    this.files = files;
    this.endOfLogin = endOfLogin;
  }

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
    if (isMultipart(request)) {
      if (!sessions.isLogin(request)) {
        RefusedBody.drain(request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, endOfLogin.address(request));
        return;
      }
      if (!TAKES_FILES.matcher(request.getRequestURI()).matches()) {
        refuse(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, request, response);
        return;
      }
      if (request.getContentLengthLong() > 2 * files.maxBytes() + UploadConfiguration.TEXTS) {
        refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request, response);
        return;
      }
    }
    if (request.getContentLengthLong() > FormSize.MOST_OF_STRANGERS && !sessions.isLogin(request)) {
      refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request, response);
      return;
    }
    try {
      request.getParameterMap();
    } catch (RuntimeException e) {
      // Jetty's BadMessageException or IllegalStateException, which do not tell what is too much.
      LOG.info(
          "a form of {} bytes cannot be read: {}", request.getContentLengthLong(), e.getMessage());
      boolean large = request.getContentLengthLong() > LARGE || isMultipart(request);
      refuse(
          large
              ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
              : HttpServletResponse.SC_BAD_REQUEST,
          request,
          response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static void refuse(int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RefusedBody.drain(request);
    request.setAttribute(UNREADABLE, true);
    response.sendError(status);
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
