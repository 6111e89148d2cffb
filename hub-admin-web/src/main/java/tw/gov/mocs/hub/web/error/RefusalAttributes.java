package tw.gov.mocs.hub.web.error;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.Addresses;
import tw.gov.mocs.hub.web.login.LoginSession;

/**
 * What the page of errors knows: the status, of a refusal its code and sentence, and the page of
 * the form that was sent.
 */
@Component
final class RefusalAttributes extends DefaultErrorAttributes {

  private final StoredFiles files;
  private final Addresses addresses;

  RefusalAttributes(StoredFiles files, Addresses addresses) {
    this.files = files;
    this.addresses = addresses;
  }

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    Map<String, Object> known = super.getErrorAttributes(request, options);
    known.put("kind", kind(known.get("status")));
    known.put("megabytes", files.maxBytes() / (1024 * 1024));
    // The page of errors itself is asked for by GET (Servlet 6.1 §10.9.2).
    if (request instanceof ServletWebRequest web
        && "POST".equals(web.getRequest().getAttribute(RequestDispatcher.ERROR_METHOD))
        && LoginSession.holder().isPresent()) {
      addresses.cameFrom(web.getRequest()).ifPresent(form -> known.put("form", form));
    }
    known.put("wayOn", IfRefused.wayOn(request));
    if (request.getAttribute(ErrorPages.REFUSAL, RequestAttributes.SCOPE_REQUEST)
        instanceof HubException refusal) {
      if ("failed".equals(known.get("kind"))) {
        known.put("kind", "refused");
      }
      known.put("refusalCode", refusal.code().code());
      known.put("refusal", refusal.code().message(LocaleContextHolder.getLocale(), refusal.told()));
    } else if ("forbidden".equals(known.get("kind"))
        && request instanceof ServletWebRequest web
        && !"GET".equals(web.getRequest().getAttribute(RequestDispatcher.ERROR_METHOD))) {
      // It may be its token that has ended, too.
      known.put("kind", "forbiddenForm");
    } else if (Integer.valueOf(HttpStatus.BAD_REQUEST.value()).equals(known.get("status"))
        && request instanceof ServletWebRequest web
        && "GET".equals(web.getRequest().getAttribute(RequestDispatcher.ERROR_METHOD))) {
      // Of what is only read, nothing but its address can be wrong.
      known.put("kind", "unread");
    }
    return known;
  }

  private static String kind(@Nullable Object status) {
    return switch (String.valueOf(status)) {
      case "403" -> "forbidden";
      // 405: the address of a form that somebody opened as a page.
      case "404", "405" -> "notFound";
      case "413" -> "large";
      case "415" -> "noFiles";
      default -> "failed";
    };
  }
}
