package tw.gov.mocs.hub.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.agency.AccountCard;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.AccountProfile;
import tw.gov.mocs.hub.agency.AgencyRegister;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.certificate.ShownCertificate;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 移除憑證 of an account, after a page that says what follows. */
@Controller
final class CardRemovalPages {

  private static final String PATH = AccountPages.ONE + "/cards/{thumbprint:[0-9a-f]{64}}/remove";

  private final AccountControl accounts;
  private final CertificateAttributes attributes;
  private final AccountTexts texts;
  private final CallerAddress addresses;

  CardRemovalPages(
      AccountControl accounts,
      CertificateAttributes attributes,
      AccountTexts texts,
      CallerAddress addresses) {
    this.accounts = accounts;
    this.attributes = attributes;
    this.texts = texts;
    this.addresses = addresses;
  }

  /** What was typed. */
  record Typed(@Nullable Long version, @Nullable String reason) {

    long seen() {
      return version == null ? 0 : version;
    }

    String words() {
      return reason == null ? "" : AccountTexts.words(reason);
    }
  }

  @GetMapping(PATH)
  String ask(
      @PathVariable("name") String name,
      @PathVariable("thumbprint") String thumbprint,
      Model model) {
    AccountProfile profile = accounts.get(name);
    return card(profile, thumbprint)
        .filter(card -> !card.last() && !isOwn(name))
        .map(card -> question(profile, card, "", new Faults(), model))
        .orElse(page(name));
  }

  @PostMapping(PATH)
  String remove(
      @PathVariable("name") String name,
      @PathVariable("thumbprint") String thumbprint,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    String done = page(name) + "?told=removed";
    Optional<AccountCard> card = card(accounts.get(name), thumbprint);
    if (card.isEmpty()) {
      // A second click finds what the first one did.
      return done;
    }
    String reason = typed.words();
    Faults faults = new Faults();
    texts.reason(reason, faults, locale);
    if (faults.isEmpty()) {
      try {
        accounts.removeCard(
            name,
            typed.seen(),
            thumbprint,
            reason,
            LoginSession.holder().orElseThrow().actor(addresses.of(request)));
        return done;
      } catch (HubException refusal) {
        texts.refusal(refusal, "reason", faults, locale);
      }
    }
    response.setStatus(422);
    return question(accounts.get(name), card.get(), reason, faults, model);
  }

  private String question(
      AccountProfile profile, AccountCard card, String reason, Faults faults, Model model) {
    model.addAttribute("profile", profile);
    model.addAttribute("card", ShownCertificate.of(card.certificate(), attributes));
    model.addAttribute("reason", reason);
    model.addAttribute("faults", faults);
    model.addAttribute("limit", AgencyRegister.LONGEST_REASON);
    return "account/remove-card";
  }

  private Optional<AccountCard> card(AccountProfile profile, String thumbprint) {
    return accounts.cardsOf(profile.account()).stream()
        .filter(one -> one.thumbprint().equals(thumbprint))
        .findFirst();
  }

  private static String page(String name) {
    return "redirect:/admin/accounts/of/" + name;
  }

  private static boolean isOwn(String name) {
    return LoginSession.holder().orElseThrow().name().equals(name);
  }
}
