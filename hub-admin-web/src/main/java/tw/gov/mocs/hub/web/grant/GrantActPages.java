package tw.gov.mocs.hub.web.grant;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.GrantLine;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Barred;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.review.ReviewedApplications;

/** 暫停, 恢復使用, 廢止, 展延, 年度複核: each after a page that says what it does. */
@Controller
final class GrantActPages {

  private static final String PATH =
      "/admin/grants/{number}/{act:certify|extend|suspend|resume|revoke}";

  private final GrantControl grants;
  private final GrantChanges changes;
  private final CallerAddress addresses;
  private final MessageSource messages;
  private final RocFormat roc;

  GrantActPages(
      GrantControl grants,
      GrantChanges changes,
      CallerAddress addresses,
      MessageSource messages,
      RocFormat roc) {
    this.grants = grants;
    this.changes = changes;
    this.addresses = addresses;
    this.messages = messages;
    this.roc = roc;
  }

  @GetMapping(PATH)
  String ask(
      @PathVariable("number") String number,
      @PathVariable("act") String name,
      HttpServletRequest request,
      Model model) {
    GrantAct act = GrantAct.named(name).orElseThrow();
    GrantLine line = grants.line(ReviewedApplications.number(number));
    return act.fits(line)
        ? question(line, act, new Typed("", ""), new Faults(), request, model)
        : page(number, GrantPages.UNFIT + act.path());
  }

  /** What was typed. */
  record Typed(String reason, String to) {}

  @PostMapping(PATH)
  String act(
      @PathVariable("number") String number,
      @PathVariable("act") String name,
      @RequestParam(name = "version", defaultValue = "0") int version,
      Typed sent,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Locale locale = LocaleContextHolder.getLocale();
    GrantAct act = GrantAct.named(name).orElseThrow();
    ApplicationNumber known = ReviewedApplications.number(number);
    GrantLine line = grants.line(known);
    Typed typed =
        new Typed(text(sent.reason()).replace("\r\n", "\n").strip(), text(sent.to()).strip());
    if (version != line.versionNo() || !act.fits(line)) {
      return overtaken(known, act, version, typed, request, response, model);
    }
    RocDay to = RocDay.of(typed.to());
    Faults faults = faults(act, typed, to, line, locale);
    if (faults.isEmpty()) {
      try {
        apply(act, known, version, typed.reason(), to, actor(request));
        return page(number, act.path());
      } catch (HubException e) {
        if (e.code() == ErrorCode.CHANGED_MEANWHILE || e.code() == ErrorCode.STATE_CONFLICT) {
          return overtaken(known, act, version, typed, request, response, model);
        }
        if (e.code() != ErrorCode.DUTIES_NOT_SEPARATE) {
          throw e;
        }
      }
    }
    response.setStatus(422);
    return question(grants.line(known), act, typed, faults, request, model);
  }

  /** What the first of two clicks did, or what others did since the page was opened. */
  private String overtaken(
      ApplicationNumber number,
      GrantAct act,
      int version,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    GrantLine line = grants.line(number);
    if (changes.isOnly(act, version, line, actor(request).name())) {
      return page(number.value(), act.path());
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    model.addAttribute("changed", changes.since(version, line));
    return question(line, act, typed, new Faults(), request, model);
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  private void apply(
      GrantAct act, ApplicationNumber number, int version, String reason, RocDay to, Actor actor) {
    switch (act) {
      case CERTIFY -> grants.certify(number, version, reason, actor);
      case EXTEND -> grants.extend(number, version, requireNonNull(to.day(), "to"), reason, actor);
      case SUSPEND -> grants.suspend(number, version, reason, actor);
      case RESUME -> grants.resume(number, version, reason, actor);
      case REVOKE -> grants.revoke(number, version, reason, actor);
    }
  }

  private Faults faults(GrantAct act, Typed typed, RocDay to, GrantLine line, Locale locale) {
    Faults faults = new Faults();
    if (act == GrantAct.EXTEND) {
      LocalDate latest = grants.latestExtension(line.periodTo());
      LocalDate day = to.day();
      if (to.isUnread()) {
        faults.add("to", message(to.wrong(), locale, to.told()));
      } else if (day == null || !day.isAfter(line.periodTo()) || day.isAfter(latest)) {
        faults.add(
            "to",
            message(
                "grant.extend.to.wrong",
                locale,
                roc.day(line.periodTo().plusDays(1)),
                roc.day(latest)));
      }
    }
    faults.addReason(
        typed.reason(), GrantControl.LONGEST_REASON, (key, told) -> message(key, locale, told));
    return faults;
  }

  private String question(
      GrantLine line,
      GrantAct act,
      Typed typed,
      Faults faults,
      HttpServletRequest request,
      Model model) {
    ApplicationNumber number = ReviewedApplications.number(line.applicationNo());
    model.addAttribute("line", line);
    model.addAttribute("act", act);
    model.addAttribute("fits", act.fits(line));
    model.addAttribute("barred", act.approves() ? barred(number, request) : null);
    model.addAttribute("typed", typed);
    model.addAttribute("faults", faults);
    model.addAttribute("limit", GrantControl.LONGEST_REASON);
    model.addAttribute("latest", grants.latestExtension(line.periodTo()));
    return "grant/act";
  }

  private @Nullable String barred(ApplicationNumber number, HttpServletRequest request) {
    return Barred.by(
        () -> grants.requireMayApprove(number, actor(request)), LocaleContextHolder.getLocale());
  }

  private static String page(String number, String told) {
    return "redirect:/admin/grants/" + number + "?told=" + told;
  }

  private String message(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent;
  }
}
