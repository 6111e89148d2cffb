package tw.gov.mocs.hub.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.AgencyRegister;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 新增帳號, bound to a card; an administrator's waits for a second person. */
@Controller
final class AccountNewPages {

  private static final String NEW = "/admin/accounts/new";
  private static final int LONGEST_NAME = 100;

  private final AccountControl accounts;
  private final Agencies agencies;
  private final CardChoice cards;
  private final AccountTexts texts;
  private final CallerAddress addresses;

  AccountNewPages(
      AccountControl accounts,
      Agencies agencies,
      CardChoice cards,
      AccountTexts texts,
      CallerAddress addresses) {
    this.accounts = accounts;
    this.agencies = agencies;
    this.cards = cards;
    this.texts = texts;
    this.addresses = addresses;
  }

  /** What was typed, without spaces around it; empty where nothing was sent. */
  record Typed(
      String name,
      String displayName,
      String role,
      String agency,
      String cardNumber,
      String reason) {

    /** Tidies it; the form may lack any of them. */
    Typed {
      name = text(name);
      displayName = text(displayName);
      role = text(role);
      agency = text(agency);
      cardNumber = text(cardNumber);
      reason = text(reason);
    }

    private static String text(@Nullable String typed) {
      return typed == null ? "" : AccountTexts.words(typed);
    }
  }

  @GetMapping(NEW)
  String begin(Model model) {
    return form(new Typed("", "", "", "", "", ""), new Faults(), model);
  }

  @PostMapping(NEW)
  String add(
      Typed typed,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    Faults faults = new Faults();
    Optional<Role> role = role(typed);
    Optional<AgencyCode> agency = agency(typed);
    check(typed, role, agency, faults, locale);
    Optional<X509Certificate> card = cards.read(file, typed.cardNumber(), faults, locale);
    if (faults.isEmpty()) {
      try {
        boolean waits =
            accounts
                .create(
                    typed.name(),
                    typed.displayName(),
                    role.orElseThrow(),
                    agency.orElse(null),
                    card.orElseThrow(),
                    typed.reason(),
                    LoginSession.holder().orElseThrow().actor(addresses.of(request)))
                .isPresent();
        return waits
            ? "redirect:/admin/accounts?told=proposed"
            : "redirect:/admin/accounts/of/" + typed.name() + "?told=created";
      } catch (HubException refusal) {
        boolean named = refusal.told().stream().anyMatch(told -> told.startsWith("帳號"));
        if (named || !cards.addTaken(refusal, card, faults, locale)) {
          texts.refusal(refusal, named ? "name" : "file", faults, locale);
        }
      }
    }
    response.setStatus(422);
    return form(typed, faults, model);
  }

  private void check(
      Typed typed, Optional<Role> role, Optional<AgencyCode> agency, Faults faults, Locale locale) {
    if (!typed.name().matches("[A-Za-z0-9._-]{1,60}")) {
      faults.add("name", texts.text("accounts.fault.name", locale));
    }
    if (typed.displayName().isEmpty() || typed.displayName().length() > LONGEST_NAME) {
      faults.add("displayName", texts.text("accounts.fault.displayName", locale, LONGEST_NAME));
    }
    if (role.isEmpty()) {
      faults.add("role", texts.text("accounts.fault.role", locale));
    }
    boolean ofAgency = role.filter(one -> one == Role.AGENCY_USER).isPresent();
    if (role.isPresent() && ofAgency != agency.isPresent()) {
      faults.add(
          "agency", texts.text("accounts.fault.agency." + (ofAgency ? "none" : "other"), locale));
    }
    texts.reason(typed.reason(), faults, locale);
  }

  private static Optional<Role> role(Typed typed) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(typed.role()))
        .findFirst();
  }

  private Optional<AgencyCode> agency(Typed typed) {
    String code = typed.agency().toUpperCase(Locale.ROOT);
    return code.matches("[A-Z0-9]{3,10}")
        ? agencies.find(new AgencyCode(code)).map(one -> one.code())
        : Optional.empty();
  }

  private static String form(Typed typed, Faults faults, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("faults", faults);
    model.addAttribute("roles", Role.values());
    model.addAttribute("kilobytes", CertificateProposals.MAX_CERTIFICATE_BYTES / 1024);
    model.addAttribute("limit", AgencyRegister.LONGEST_REASON);
    return "account/new";
  }
}
