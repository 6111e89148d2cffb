package tw.gov.mocs.hub.web.service;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.application.GrantedServices;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.PlannedSwitch;
import tw.gov.mocs.hub.catalogue.ServiceRegister;
import tw.gov.mocs.hub.catalogue.ServiceState;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.notice.NoticeRules;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 開放及關閉: now or on an announced day, with what callers are told. */
@Controller
final class StatePages {

  private static final String PATH = ServicePages.ONE + "/state";
  private static final int LONGEST_NOTICE = 400;

  private final Catalogue catalogue;
  private final ServiceRegister register;
  private final GrantedServices granted;
  private final RuntimeSettings settings;
  private final ServiceTexts texts;
  private final RocFormat roc;
  private final CallerAddress addresses;

  StatePages(
      Catalogue catalogue,
      ServiceRegister register,
      GrantedServices granted,
      RuntimeSettings settings,
      ServiceTexts texts,
      RocFormat roc,
      CallerAddress addresses) {
    this.catalogue = catalogue;
    this.register = register;
    this.granted = granted;
    this.settings = settings;
    this.texts = texts;
    this.roc = roc;
    this.addresses = addresses;
  }

  /**
   * What was typed.
   *
   * @param version the state that somebody looked at
   * @param act {@code now} to change it now, {@code plan} on the day, {@code keep} to leave it
   */
  record Inputs(
      @Nullable String version,
      @Nullable String act,
      @Nullable String day,
      @Nullable String notice,
      @Nullable String reason) {

    private static String words(@Nullable String text) {
      return text == null ? "" : text.replace("\r\n", "\n").strip();
    }
  }

  /** What was done, by its name in the messages. */
  enum Told {
    CLOSED,
    OPENED,
    PLANNED,
    CANCELLED,
    NOTICED;

    static Told of(Inputs typed, boolean open, String seen) {
      return switch (Inputs.words(typed.act())) {
        case "now" -> open ? CLOSED : OPENED;
        case "plan" -> PLANNED;
        // The mark of a state names the day that is announced.
        default -> seen.matches("(?s).*; (OPEN|CLOSED) on [0-9-]{10}.*") ? CANCELLED : NOTICED;
      };
    }
  }

  @GetMapping(PATH)
  String ask(@PathVariable("code") String code, Model model) {
    ExchangeService service = register.get(code);
    PlannedSwitch planned = service.planned();
    String mark = ServiceState.of(service).toString();
    Inputs inputs =
        planned == null
            ? new Inputs(mark, "", "", service.notice(), "")
            : new Inputs(mark, "plan", roc.day(planned.day()), planned.notice(), "");
    return page(service, inputs, new Faults(), model);
  }

  @PostMapping(PATH)
  String arrange(
      @PathVariable("code") String code,
      Inputs typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    ExchangeService service = register.get(code);
    Faults faults = new Faults();
    String seen = Inputs.words(typed.version());
    // What was looked at, so that a second click means what the first one did.
    boolean open = seen.startsWith(ServiceStatus.OPEN.name());
    ServiceState next = next(service, open, typed, faults, locale);
    reason(typed, faults, locale);
    if (faults.isEmpty()) {
      if (next.equals(ServiceState.of(service)) && !next.toString().equals(seen)) {
        // A second click finds what the first one has done.
        return done(code, Told.of(typed, open, seen));
      }
      try {
        catalogue.arrange(
            service.code(),
            seen,
            next,
            Inputs.words(typed.reason()),
            LoginSession.holder().orElseThrow().actor(addresses.of(request)));
        return done(code, Told.of(typed, open, seen));
      } catch (HubException refusal) {
        if (refusal.code() != ErrorCode.CHANGED_MEANWHILE) {
          throw refusal;
        }
        service = register.get(code);
        faults.add("changed", texts.text("composing.changed", locale));
      }
    }
    response.setStatus(422);
    String mark = faults.of("changed") == null ? seen : ServiceState.of(service).toString();
    return page(
        service,
        new Inputs(mark, typed.act(), typed.day(), typed.notice(), typed.reason()),
        faults,
        model);
  }

  private ServiceState next(
      ExchangeService service, boolean open, Inputs typed, Faults faults, Locale locale) {
    String notice = Inputs.words(typed.notice());
    if (notice.length() > LONGEST_NOTICE) {
      faults.add("notice", texts.text("composing.state.long", locale, LONGEST_NOTICE));
    }
    faults.addNumber("notice", notice, (key, told) -> texts.text(key, locale, told));
    String act = Inputs.words(typed.act());
    RocDay day = RocDay.of(typed.day());
    switch (act) {
      case "now" -> {
        return open
            ? new ServiceState(ServiceStatus.CLOSED, notice, null)
            : new ServiceState(ServiceStatus.OPEN, "", null);
      }
      case "keep" -> {
        return new ServiceState(service.status(), open ? "" : notice, null);
      }
      case "plan" -> {
        if (day.day() == null) {
          String wrong = day.isUnread() ? day.wrong() : "composing.state.noDay";
          faults.add("day", texts.text(wrong, locale, day.told()));
        } else if (!day.day().isAfter(register.today())) {
          faults.add("day", texts.text("composing.state.past", locale));
        } else {
          return open
              ? new ServiceState(
                  service.status(), service.notice(), new PlannedSwitch(day.day(), notice))
              : new ServiceState(service.status(), notice, new PlannedSwitch(day.day(), ""));
        }
      }
      default -> faults.add("act", texts.text("composing.state.noAct", locale));
    }
    return ServiceState.of(service);
  }

  private void reason(Inputs typed, Faults faults, Locale locale) {
    String reason = Inputs.words(typed.reason());
    int limit = ServiceRegister.LONGEST_REASON;
    faults.addReason(reason, limit, (key, told) -> texts.text(key, locale, told));
  }

  private static String done(String code, Told told) {
    return "redirect:/admin/services/of/" + code + "?told=" + told.name();
  }

  private String page(ExchangeService service, Inputs typed, Faults faults, Model model) {
    model.addAttribute("service", service);
    model.addAttribute("typed", typed);
    model.addAttribute("faults", faults);
    model.addAttribute("mails", settings.current(NoticeRules.class).services());
    model.addAttribute("noticeLimit", LONGEST_NOTICE);
    model.addAttribute("reasonLimit", ServiceRegister.LONGEST_REASON);
    model.addAttribute("grantCount", granted.counts().getOrDefault(service.code().value(), 0L));
    return "service/state";
  }
}
