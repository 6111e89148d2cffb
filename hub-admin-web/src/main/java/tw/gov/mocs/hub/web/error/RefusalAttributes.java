package tw.gov.mocs.hub.web.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.HubException;

/** What the page of errors knows: the status, and of a refusal its code and sentence. */
@Component
final class RefusalAttributes extends DefaultErrorAttributes {

  private final StoredFiles files;

  RefusalAttributes(StoredFiles files) {
    this.files = files;
  }

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    Map<String, Object> known = super.getErrorAttributes(request, options);
    known.put("kind", kind(known.get("status")));
    known.put("megabytes", files.maxBytes() / (1024 * 1024));
    if (request.getAttribute(ErrorPages.REFUSAL, RequestAttributes.SCOPE_REQUEST)
        instanceof HubException refusal) {
      if ("failed".equals(known.get("kind"))) {
        known.put("kind", "refused");
      }
      known.put("refusalCode", refusal.code().code());
      known.put("refusal", refusal.code().message(LocaleContextHolder.getLocale(), refusal.told()));
    }
    return known;
  }

  private static String kind(@Nullable Object status) {
    return switch (String.valueOf(status)) {
      case "403" -> "forbidden";
      case "404" -> "notFound";
      case "413" -> "large";
      case "415" -> "noFiles";
      default -> "failed";
    };
  }
}
