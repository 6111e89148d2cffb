package tw.gov.mocs.hub.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.AccountProfile;
import tw.gov.mocs.hub.agency.AgencyRegister;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 變更角色, 加入憑證, 停用, 啟用, 關閉 of an account, each after a page that says what follows. */
@Controller
final class AccountActPages {

  private static final String PATH = AccountPages.ONE + "/{act:role|card|disable|enable|close}";

  private final AccountControl accounts;
  private final CardChoice cards;
  private final AccountTexts texts;
  private final CallerAddress addresses;

  AccountActPages(
      AccountControl accounts, CardChoice cards, AccountTexts texts, CallerAddress addresses) {
    this.accounts = accounts;
    this.cards = cards;
    this.texts = texts;
    this.addresses = addresses;
  }

  /** What was typed. */
  record Typed(
      @Nullable String reason,
      @Nullable String role,
      @Nullable String cardNumber,
      @Nullable Long version,
      @Nullable MultipartFile file) {

    String words() {
      return reason == null ? "" : AccountTexts.words(reason);
    }

    Optional<Role> chosen() {
      return Arrays.stream(Role.values()).filter(one -> one.name().equals(role)).findFirst();
    }
  }

  @GetMapping(PATH)
  String ask(@PathVariable("name") String name, @PathVariable("act") String path, Model model) {
    AccountAct act = AccountAct.named(path);
    AccountProfile profile = accounts.get(name);
    return act.fits(profile, isOwn(name))
        ? question(profile, act, "", "", new Faults(), model)
        : "redirect:/admin/accounts/of/" + name;
  }

  @PostMapping(PATH)
  String act(
      @PathVariable("name") String name,
      @PathVariable("act") String path,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    AccountAct act = AccountAct.named(path);
    AccountProfile profile = accounts.get(name);
    String done = "redirect:/admin/accounts/of/" + name + "?told=" + act.path();
    boolean already =
        (act == AccountAct.DISABLE && profile.disabled())
            || (act == AccountAct.ENABLE && !profile.disabled())
            || (act == AccountAct.ROLE
                && typed.chosen().filter(role -> role == profile.account().role()).isPresent());
    if (already) {
      // A second click finds what the first one did.
      return done;
    }
    Faults faults = new Faults();
    if (act == AccountAct.ROLE && typed.chosen().isEmpty()) {
      faults.add("role", texts.text("accounts.fault.role", locale));
    }
    Optional<X509Certificate> card =
        act == AccountAct.CARD
            ? cards.read(
                typed.file(), typed.cardNumber() == null ? "" : typed.cardNumber(), faults, locale)
            : Optional.empty();
    texts.reason(typed.words(), faults, locale);
    if (faults.isEmpty()) {
      try {
        Actor actor = LoginSession.holder().orElseThrow().actor(addresses.of(request));
        boolean waits = apply(name, act, typed, card, actor);
        if (act == AccountAct.CLOSE) {
          return "redirect:/admin/accounts?told=close";
        }
        return waits ? "redirect:/admin/accounts?told=proposed" : done;
      } catch (HubException refusal) {
        if (!cards.addTaken(refusal, card, faults, locale)) {
          texts.refusal(refusal, "reason", faults, locale);
        }
      }
    }
    response.setStatus(422);
    String role = typed.role() == null ? "" : typed.role();
    return question(accounts.get(name), act, typed.words(), role, faults, model);
  }

  /** Whether it waits for a second person. */
  private boolean apply(
      String name, AccountAct act, Typed typed, Optional<X509Certificate> card, Actor actor) {
    long version = typed.version() == null ? 0 : typed.version();
    String reason = typed.words();
    switch (act) {
      case ROLE -> {
        return accounts
            .changeRole(name, version, typed.chosen().orElseThrow(), reason, actor)
            .isPresent();
      }
      case CARD -> {
        return accounts.addCard(name, version, card.orElseThrow(), reason, actor).isPresent();
      }
      case DISABLE -> accounts.disable(name, version, reason, actor);
      case ENABLE -> accounts.enable(name, version, reason, actor);
      case CLOSE -> accounts.close(name, version, reason, actor);
    }
    return false;
  }

  private String question(
      AccountProfile profile,
      AccountAct act,
      String reason,
      String role,
      Faults faults,
      Model model) {
    model.addAttribute("profile", profile);
    model.addAttribute("act", act);
    model.addAttribute(
        "lonely", act.mayEndAnAdministrator() && accounts.leavesOneAdministrator(profile));
    model.addAttribute("reason", reason);
    model.addAttribute("role", role);
    model.addAttribute("roles", List.of(Role.ADMINISTRATOR, Role.REVIEWER, Role.AUDITOR));
    model.addAttribute("faults", faults);
    model.addAttribute("kilobytes", CertificateProposals.MAX_CERTIFICATE_BYTES / 1024);
    model.addAttribute("limit", AgencyRegister.LONGEST_REASON);
    return "account/act";
  }

  private static boolean isOwn(String name) {
    return LoginSession.holder().orElseThrow().name().equals(name);
  }
}
