package tw.gov.mocs.hub.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tw.gov.mocs.hub.web.Addresses;

/**
 * 憑證登入: the page with the button, and what is said when a certificate was refused. It never leads
 * to the certificate port by itself, because a browser would log in again in silence.
 */
@Controller
public final class LoginPage {

  static final String LOGIN = "/login";
  static final String REFUSED = "/login/refused";

  /** What is said to somebody whose login has ended. */
  public static final String ENDED = "/login/ended";

  static final String LOGGED_OUT = "/login/logged-out";

  private final Addresses addresses;
  private final VerdictCookie verdicts;

  LoginPage(Addresses addresses, VerdictCookie verdicts) {
    this.addresses = addresses;
    this.verdicts = verdicts;
  }

  @GetMapping(LOGIN)
  String login(
      HttpServletRequest request,
      @RequestParam(name = "then", required = false) @Nullable String then,
      Model model) {
    return page("asked", then, request, model);
  }

  @GetMapping(ENDED)
  String ended(
      HttpServletRequest request,
      @RequestParam(name = "then", required = false) @Nullable String then,
      @RequestParam(name = EndOfLogin.SENT, required = false) @Nullable String sent,
      Model model) {
    model.addAttribute("sent", sent != null);
    return page("ended", then, request, model);
  }

  @GetMapping(LOGGED_OUT)
  String loggedOut(HttpServletRequest request, Model model) {
    return page("loggedOut", "/", request, model);
  }

  @GetMapping(REFUSED)
  String refused(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    Optional<RefusedCard> refused =
        verdicts.take(request, response).filter(given -> given.verdict() != CardVerdict.KNOWN);
    if (refused.isEmpty()) {
      return page("asked", "/", request, model);
    }
    CardVerdict verdict = refused.get().verdict();
    response.setStatus(HttpStatus.FORBIDDEN.value());
    model.addAttribute("verdict", verdict.inCookie());
    model.addAttribute("refusal", verdict.refusal().message(locale, List.of()));
    model.addAttribute("refusalCode", verdict.refusal().code());
    model.addAttribute("number", refused.get().number());
    model.addAttribute("numberKind", refused.get().kind().inCookie());
    return page("refused", "/", request, model);
  }

  private String page(String why, @Nullable String then, HttpServletRequest request, Model model) {
    String path =
        UriComponentsBuilder.fromPath(LOGIN)
            .queryParam("then", "{then}")
            .encode()
            .buildAndExpand(Addresses.own(then))
            .toUriString();
    model.addAttribute("why", why);
    model.addAttribute("door", addresses.certificate(request, path));
    return "login/login";
  }
}
