package tw.gov.mocs.hub.ws;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The door of the endpoint: a POST is a call and goes on to CXF; a GET gets the contract and
 * nothing else, so that no unsigned request ever comes near the Provider. Below and beside its path
 * there is nothing, whatever the method.
 */
final class ExchangeServlet extends CXFNonSpringServlet {

  private static final long serialVersionUID = 1L;

  private final transient Supplier<Publication> published;
  private final transient Refusals refusals;
  private final transient CallerAddress addresses;
  private final String path;

  ExchangeServlet(
      Bus bus,
      String path,
      Supplier<Publication> published,
      Refusals refusals,
      CallerAddress addresses) {
    this.path = path;
    this.published = published;
    this.refusals = refusals;
    this.addresses = addresses;
    setBus(bus);
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String below = http.getPathInfo();
    if (!http.getServletPath().equals(path) || (below != null && !below.equals("/"))) {
      answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    switch (http.getMethod()) {
      case "POST" -> super.service(new Undecoded(http), response);
      case "GET", "HEAD" -> contract(http, answer);
      default -> refuse(http, answer);
    }
  }

  private void contract(HttpServletRequest http, HttpServletResponse answer) throws IOException {
    Publication.Document document = find(http.getQueryString());
    if (document == null) {
      refuse(http, answer);
      return;
    }
    answer.setHeader("ETag", document.etag());
    answer.setHeader("Cache-Control", "no-cache");
    if (document.etag().equals(http.getHeader("If-None-Match"))) {
      answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    answer.setContentType("text/xml; charset=utf-8");
    if (http.getMethod().equals("HEAD")) {
      answer.setContentLength(document.content().length);
    } else {
      LeavingAnswer.of(answer).give(document.content());
    }
  }

  private Publication.@Nullable Document find(@Nullable String query) {
    return query == null ? null : published.get().document(query.toLowerCase(Locale.ROOT));
  }

  private void refuse(HttpServletRequest http, HttpServletResponse answer) throws IOException {
    answer.setHeader("Allow", "POST, GET, HEAD");
    refusals.answer(
        new HubException(ErrorCode.METHOD_NOT_ALLOWED, http.getMethod()),
        new Call(addresses.of(http), Instant.EPOCH),
        answer);
  }

  /**
   * A call whose charset nobody looks up: Jetty and CXF throw at one that they do not know. What
   * was really declared is judged in the chain, from the header.
   */
  private static final class Undecoded extends HttpServletRequestWrapper {

    Undecoded(HttpServletRequest call) {
      super(call);
    }

    @Override
    public String getContentType() {
      return SoapVersion.V11.contentType();
    }

    @Override
    public String getCharacterEncoding() {
      return "utf-8";
    }
  }
}
