package tw.gov.mocs.hub.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.setting.RuntimeSetting;
import tw.gov.mocs.hub.setting.SettingChange;
import tw.gov.mocs.hub.setting.SettingChangeSearch;
import tw.gov.mocs.hub.setting.SettingControl;
import tw.gov.mocs.hub.setting.SettingValue;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 系統參數: one setting that may change, with its newest changes, 變更 and 恢復預設. */
@Controller
final class SettingPages {

  private static final String PAGE = "/admin/settings/{name:hub[.][a-z0-9.-]{1,90}}";
  private static final int NEWEST = 5;
  private static final Set<String> TOLD = Set.of("change", "reset");

  private final SettingControl control;
  private final SettingLimits words;
  private final CallerAddress addresses;
  private final MessageSource messages;

  SettingPages(
      SettingControl control,
      SettingLimits words,
      CallerAddress addresses,
      MessageSource messages) {
    this.control = control;
    this.words = words;
    this.addresses = addresses;
    this.messages = messages;
  }

  @GetMapping(PAGE)
  String one(
      @PathVariable("name") String name,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    SettingValue now = known(name);
    model.addAttribute("told", TOLD.contains(String.valueOf(told)) ? told : null);
    return page(now, now.value(), "", new Faults(), model);
  }

  @PostMapping(PAGE)
  String change(
      @PathVariable("name") String name,
      @RequestParam(name = "version", defaultValue = "-1") int version,
      @RequestParam(name = "value", defaultValue = "") String value,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SettingValue before = known(name);
    Faults faults = wrong(before.setting(), value).addNumber("value", value, this::text);
    reason(reason).all().forEach(faults::add);
    if (faults.isEmpty()) {
      try {
        control.change(name, version, value, reason, actor(request));
      } catch (HubException e) {
        told(e, before, version, value.strip(), faults);
      }
    }
    if (faults.isEmpty()) {
      return "redirect:/admin/settings/" + name + "?told=change";
    }
    response.setStatus(422);
    return page(known(name), value, reason, faults, model);
  }

  @GetMapping(PAGE + "/reset")
  String ask(@PathVariable("name") String name, Model model) {
    SettingValue now = known(name);
    return now.changed()
        ? question(now, "", new Faults(), model)
        : "redirect:/admin/settings/" + name;
  }

  @PostMapping(PAGE + "/reset")
  String reset(
      @PathVariable("name") String name,
      @RequestParam(name = "version", defaultValue = "-1") int version,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SettingValue before = known(name);
    Faults faults = reason(reason);
    if (faults.isEmpty() && before.changed()) {
      try {
        control.reset(name, version, reason, actor(request));
      } catch (HubException e) {
        told(e, before, version, before.fileValue(), faults);
      }
    }
    if (faults.isEmpty()) {
      return "redirect:/admin/settings/" + name + "?told=reset";
    }
    response.setStatus(422);
    return question(known(name), reason, faults, model);
  }

  private void told(HubException e, SettingValue before, int version, String value, Faults faults) {
    Locale locale = LocaleContextHolder.getLocale();
    RuntimeSetting setting = before.setting();
    String title = words.title(setting, locale);
    switch (e.code()) {
      case SETTING_UNFIT -> {
        String why = words.contradicts(setting, locale);
        faults.add("value", "%s (%s)".formatted(why, e.code().code()));
      }
      case STATE_CONFLICT -> faults.add("value", text("settings.same", title));
      case CHANGED_MEANWHILE -> {
        // A second click finds what the first one did.
        if (version != before.version() - 1 || !before.value().equals(value)) {
          faults.add("value", text("settings.changed", title, before.value()));
        }
      }
      default -> throw e;
    }
  }

  private Faults wrong(RuntimeSetting setting, String typed) {
    Faults faults = new Faults();
    words
        .wrong(setting, typed, LocaleContextHolder.getLocale())
        .map(why -> "%s (%s)".formatted(why, ErrorCode.SETTING_UNFIT.code()))
        .ifPresent(why -> faults.add("value", why));
    return faults;
  }

  private Faults reason(String reason) {
    Faults faults = new Faults();
    faults.addReason(reason.strip(), SettingControl.LONGEST_REASON, this::text);
    return faults;
  }

  /** What cannot change has no page. */
  private SettingValue known(String name) {
    try {
      return control.get(name);
    } catch (HubException e) {
      throw e.code() == ErrorCode.SETTING_FIXED
          ? new HubException(ErrorCode.NOT_FOUND, e.detail(), name)
          : e;
    }
  }

  private String page(SettingValue now, String typed, String reason, Faults faults, Model model) {
    Page<SettingChange> newest =
        control.changes(SettingChangeSearch.newest(now.setting().name(), NEWEST));
    Locale locale = LocaleContextHolder.getLocale();
    model.addAttribute(
        "history", newest.items().stream().map(one -> ChangeLine.of(one, words, locale)).toList());
    model.addAttribute("changes", newest.total());
    model.addAttribute("typed", typed);
    return fill(now, reason, faults, model, "setting/page");
  }

  private String question(SettingValue now, String reason, Faults faults, Model model) {
    return fill(now, reason, faults, model, "setting/reset");
  }

  private static String fill(
      SettingValue now, String reason, Faults faults, Model model, String view) {
    model.addAttribute("one", now);
    model.addAttribute("reason", reason);
    model.addAttribute("faults", faults);
    model.addAttribute("limit", SettingControl.LONGEST_REASON);
    return view;
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  private String text(String key, Object... told) {
    Locale locale = LocaleContextHolder.getLocale();
    return messages.getMessage(key, told, locale);
  }
}
