package tw.gov.mocs.hub.web.error;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import tw.gov.mocs.hub.shared.HubException;

/** What the page of errors knows: the status, and of a refusal its code and sentence. */
@Component
final class RefusalAttributes extends DefaultErrorAttributes {

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    Map<String, Object> known = super.getErrorAttributes(request, options);
    if (request.getAttribute(ErrorPages.REFUSAL, RequestAttributes.SCOPE_REQUEST)
        instanceof HubException refusal) {
      known.put("refusalCode", refusal.code().code());
      known.put("refusal", refusal.code().message(LocaleContextHolder.getLocale(), refusal.told()));
    }
    return known;
  }
}
