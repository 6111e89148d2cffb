package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.AgencyProfile;
import tw.gov.mocs.hub.agency.AgencyRegister;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 暫停 and 恢復使用 of an agency, each after a page that says what follows. */
@Controller
final class AgencyActPages {

  private static final String PATH = AgencyPages.ONE + "/{act:suspend|resume}";
  private static final String SUSPEND = "suspend";
  private static final Set<ErrorCode> TOLD =
      Set.of(ErrorCode.CHANGED_MEANWHILE, ErrorCode.STATE_CONFLICT);

  private final AgencyRegister register;
  private final AgencyTexts texts;
  private final CallerAddress addresses;

  AgencyActPages(AgencyRegister register, AgencyTexts texts, CallerAddress addresses) {
    this.register = register;
    this.texts = texts;
    this.addresses = addresses;
  }

  @GetMapping(PATH)
  String ask(@PathVariable("code") String code, @PathVariable("act") String act, Model model) {
    AgencyProfile profile = register.get(new AgencyCode(code));
    return isDone(profile, act)
        ? "redirect:/admin/agencies/" + code
        : question(profile, act, "", new Faults(), model);
  }

  /** What was typed, and which version somebody looked at. */
  record Typed(@Nullable Long version, @Nullable String reason) {

    String words() {
      return reason == null ? "" : reason.replace("\r\n", "\n").strip();
    }

    long seen() {
      return version == null ? 0 : version;
    }
  }

  @PostMapping(PATH)
  String act(
      @PathVariable("code") String code,
      @PathVariable("act") String act,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    String reason = typed.words();
    AgencyCode known = new AgencyCode(code);
    AgencyProfile profile = register.get(known);
    if (isDone(profile, act)) {
      return page(code, act);
    }
    Faults faults = new Faults();
    faults.addReason(
        reason, AgencyRegister.LONGEST_REASON, (key, told) -> texts.text(key, locale, told));
    if (faults.isEmpty()) {
      try {
        apply(known, act, typed.seen(), reason, request);
        return page(code, act);
      } catch (HubException refusal) {
        if (!TOLD.contains(refusal.code())) {
          throw refusal;
        }
        faults.add("reason", refusal.sentence(locale));
      }
    }
    response.setStatus(422);
    return question(register.get(known), act, reason, faults, model);
  }

  private void apply(
      AgencyCode code, String act, long version, String reason, HttpServletRequest request) {
    Actor actor = LoginSession.holder().orElseThrow().actor(addresses.of(request));
    if (act.equals(SUSPEND)) {
      register.suspend(code, version, reason, actor);
    } else {
      register.resume(code, version, reason, actor);
    }
  }

  private static boolean isDone(AgencyProfile profile, String act) {
    return profile.agency().suspended() == act.equals(SUSPEND);
  }

  private static String question(
      AgencyProfile profile, String act, String reason, Faults faults, Model model) {
    model.addAttribute("profile", profile);
    model.addAttribute("act", act);
    model.addAttribute("reason", reason);
    model.addAttribute("faults", faults);
    model.addAttribute("limit", AgencyRegister.LONGEST_REASON);
    return "agency/act";
  }

  private static String page(String code, String told) {
    return "redirect:/admin/agencies/" + code + "?told=" + told;
  }
}
