package tw.gov.mocs.hub.web.layout;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tw.gov.mocs.hub.web.Addresses;

/**
 * The way from one thing back to the list it stands in, as that was left: with its criteria, order
 * and page. Templates ask {@code @wayBack} in th:with: Thymeleaf lets no address call it.
 */
@Component("wayBack")
public final class WayBack {

  private final Addresses addresses;

  WayBack(Addresses addresses) {
    this.addresses = addresses;
  }

  /** The list as the browser left it for this page; all of it where it came from elsewhere. */
  public String to(String list) {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
        ? addresses
            .cameFrom(servlet.getRequest())
            .filter(page -> page.startsWith(list + "?"))
            .orElse(list)
        : list;
  }
}
