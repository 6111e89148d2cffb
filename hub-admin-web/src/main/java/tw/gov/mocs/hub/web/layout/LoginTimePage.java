package tw.gov.mocs.hub.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tw.gov.mocs.hub.web.login.LoginSession;

/** How long a login lasts, for the pages that are shown in it. */
@Controller
final class LoginTimePage {

  private final LoginSession sessions;
  private final RocFormat moments;

  LoginTimePage(LoginSession sessions, RocFormat moments) {
    this.sessions = sessions;
    this.moments = moments;
  }

  /**
   * A page asks for this before a login ends, so that it goes on, and after it, whether the same
   * card has logged in anew. It says how long the login lasts, whether that is its last end, whose
   * it is, and the token that forms need in it: what any page of the same login says.
   */
  @GetMapping("/login/extend")
  ResponseEntity<Void> extend(HttpServletRequest request, CsrfToken token) {
    return ResponseEntity.noContent()
        .header("Login-Card", LoginSession.holder().orElseThrow().thumbprint())
        .header(
            "Login-Seconds",
            String.valueOf(sessions.left(request).orElse(Duration.ZERO).toSeconds()))
        .header("Login-Last", String.valueOf(sessions.isLast(request)))
        .header("Login-Latest", moments.moment(sessions.latest(request).orElse(null)))
        .header("Login-Token", token.getToken())
        .cacheControl(CacheControl.noStore())
        .build();
  }
}
