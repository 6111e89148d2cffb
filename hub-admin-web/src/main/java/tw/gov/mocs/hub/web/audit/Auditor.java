package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.login.LoginSession;

/** Who looks, for the log. */
@Component
final class Auditor {

  private final CallerAddress addresses;

  Auditor(CallerAddress addresses) {
    this.addresses = addresses;
  }

  Actor of(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }
}
