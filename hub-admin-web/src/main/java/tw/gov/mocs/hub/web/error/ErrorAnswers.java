package tw.gov.mocs.hub.web.error;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tw.gov.mocs.hub.shared.HubException;

/**
 * What is answered when something was refused or failed: to a browser a page; to any other program,
 * as it asks for a file by its ticket, the same sentence as text in both languages.
 */
@Controller
@RequestMapping("/error")
final class ErrorAnswers extends AbstractErrorController {

  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

  private final MessageSource messages;

  ErrorAnswers(ErrorAttributes attributes, MessageSource messages) {
    super(attributes);
    this.messages = messages;
  }

  @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
    HttpStatus status = getStatus(request);
    response.setStatus(status.value());
    IfRefused.headers(request, response);
    return new ModelAndView("error", known(request), status);
  }

  @RequestMapping
  ResponseEntity<String> text(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(getStatus(request).value());
    IfRefused.headers(request, response);
    Map<String, Object> known = known(request);
    String text =
        request.getAttribute(ErrorPages.REFUSAL) instanceof HubException refusal
            ? refusal.sentence(Locale.TRADITIONAL_CHINESE)
                + "\n"
                + refusal.sentence(Locale.ENGLISH)
                + "\n"
            : text(known, Locale.TRADITIONAL_CHINESE) + text(known, Locale.ENGLISH);
    return ResponseEntity.status(getStatus(request)).contentType(TEXT).body(text);
  }

  private Map<String, Object> known(HttpServletRequest request) {
    return getErrorAttributes(request, ErrorAttributeOptions.defaults());
  }

  private String text(Map<String, Object> known, Locale locale) {
    Object[] told = {known.get("megabytes")};
    return messages.getMessage("error." + known.get("kind") + ".what", told, locale) + "\n";
  }
}
