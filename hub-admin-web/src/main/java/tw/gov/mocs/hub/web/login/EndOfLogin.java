package tw.gov.mocs.hub.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tw.gov.mocs.hub.web.Addresses;

/** Where a request leads whose login has ended: what it is told, and the page after a new login. */
@Component
public final class EndOfLogin {

  /** Says that a form was sent, which nobody took. */
  static final String SENT = "sent";

  private final Function<HttpServletRequest, Optional<String>> forms;

  @Autowired
  EndOfLogin(Addresses addresses) {
    this(addresses::cameFrom);
  }

  /**
   * @param forms the page that a sent form stands on
   */
  EndOfLogin(Function<HttpServletRequest, Optional<String>> forms) {
    this.forms = forms;
  }

  /** The page that says so, and leads to the page that was asked for or that the form stands on. */
  public String address(HttpServletRequest request) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(LoginPage.ENDED);
    if (request.getMethod().equals("GET")) {
      return leading(address, asked(request));
    }
    boolean logout = request.getRequestURI().equals("/logout");
    return leading(logout ? address : address.queryParam(SENT), forms.apply(request).orElse("/"));
  }

  /** The page with the button, and after the login the page that was asked for. */
  static String login(HttpServletRequest request) {
    return leading(UriComponentsBuilder.fromPath(LoginPage.LOGIN), asked(request));
  }

  private static String asked(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  /** To pages of ours alone; what is said of logins is none to come back to. */
  private static String leading(UriComponentsBuilder address, String then) {
    String own = Addresses.own(then);
    return address
        .queryParam("then", "{then}")
        .encode()
        .buildAndExpand(own.matches("/login([/?].*)?") ? "/" : own)
        .toUriString();
  }
}
