package tw.gov.mocs.hub.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * The page of errors for a request that the server refuses before any page of ours sees it: an
 * address that cannot be read, or that is too long. Nobody is known there, so the frame is empty.
 */
@Component
final class UnreadRequestPage {

  private static final Logger LOG = LoggerFactory.getLogger(UnreadRequestPage.class);

  private final SpringTemplateEngine templates;
  private final ApplicationContext beans;

  UnreadRequestPage(SpringTemplateEngine templates, ApplicationContext beans) {
    this.templates = templates;
    this.beans = beans;
  }

  /**
   * Whether a page says more than the status: to a browser, or to whoever's first line could not be
   * read, for then nothing is known of what he accepts.
   */
  static boolean isFor(Request request, Response response) {
    HttpFields headers = request.getHeaders();
    return HttpStatus.isClientError(response.getStatus())
        && (headers.size() == 0
            || headers.getValuesList(HttpHeader.ACCEPT).stream()
                .anyMatch(accepted -> accepted.contains("text/html")));
  }

  /** Sets what the answer says of itself; its content, empty where no page can be made. */
  Optional<ByteBuffer> write(Request request, Response response) {
    try {
      String page = page(language(request));
      SecurityHeaders.OF_EVERY_ANSWER.forEach(response.getHeaders()::put);
      response.getHeaders().put("Content-Security-Policy", SecurityHeaders.ONLY_OURS);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=UTF-8");
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      return Optional.of(ByteBuffer.wrap(page.getBytes(UTF_8)));
    } catch (RuntimeException e) {
      LOG.warn("no page for status {}", response.getStatus(), e);
      return Optional.empty();
    }
  }

  String page(Locale locale) {
    Context context = new Context(locale);
    context.setVariable(
        ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
        new ThymeleafEvaluationContext(beans, null));
    context.setVariable("kind", "unread");
    return templates.process("error", context);
  }

  private static Locale language(Request request) {
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(WebConfiguration.LANGUAGE))
        .findFirst()
        .map(cookie -> Locale.forLanguageTag(cookie.getValue()))
        .orElseGet(() -> FirstLanguage.of(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE)));
  }
}
