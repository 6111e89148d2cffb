package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.AgencyEntry;
import tw.gov.mocs.hub.agency.AgencyFault;
import tw.gov.mocs.hub.agency.AgencyField;
import tw.gov.mocs.hub.agency.AgencyProfile;
import tw.gov.mocs.hub.agency.AgencyRegister;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 新增機關 and 修改機關. */
@Controller
final class AgencyFormPages {

  private static final String NEW = "/admin/agencies/new";
  private static final String EDIT = AgencyPages.ONE + "/edit";

  private final AgencyRegister register;
  private final AgencyTexts texts;
  private final CallerAddress addresses;

  AgencyFormPages(AgencyRegister register, AgencyTexts texts, CallerAddress addresses) {
    this.register = register;
    this.texts = texts;
    this.addresses = addresses;
  }

  /** What was typed. */
  record Typed(
      @Nullable String code,
      @Nullable String name,
      @Nullable String nameEn,
      @Nullable String oid,
      @Nullable String contactName,
      @Nullable String contactPhone,
      @Nullable String contactMail) {

    AgencyEntry entry(@Nullable String fixedCode) {
      String typed = code == null ? "" : code;
      return new AgencyEntry(
          fixedCode == null ? typed : fixedCode,
          name == null ? "" : name,
          nameEn,
          oid,
          contactName,
          contactPhone,
          contactMail);
    }
  }

  @GetMapping(NEW)
  String begin(Model model) {
    AgencyEntry empty = new AgencyEntry("", "", null, null, null, null, null);
    return form(null, empty, new Faults(), model);
  }

  @PostMapping(NEW)
  String add(
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    AgencyEntry entry = typed.entry(null);
    List<AgencyFault> found = register.faults(entry);
    if (isDone(entry, found)) {
      return page(entry.code(), "added");
    }
    if (found.isEmpty()) {
      register.add(entry, actor(request));
      return page(entry.code(), "added");
    }
    response.setStatus(422);
    return form(null, entry, texts.of(found, locale), model);
  }

  /** A second click finds what the first one did. */
  private boolean isDone(AgencyEntry entry, List<AgencyFault> found) {
    return found.stream().anyMatch(fault -> fault.kind() == AgencyFault.Kind.TAKEN)
        && register.list().stream().anyMatch(one -> one.entry().equals(entry));
  }

  @GetMapping(EDIT)
  String edit(@PathVariable("code") String code, Model model) {
    AgencyProfile profile = register.get(new AgencyCode(code));
    return form(profile, profile.entry(), new Faults(), model);
  }

  @PostMapping(EDIT)
  String change(
      @PathVariable("code") String code,
      @RequestParam(name = "version", defaultValue = "0") long version,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    AgencyEntry entry = typed.entry(code);
    AgencyProfile profile = register.get(new AgencyCode(code));
    if (profile.entry().equals(entry)) {
      // A second click finds what the first one did; its version is the one before.
      return page(code, profile.version() == version ? "same" : "changed");
    }
    List<AgencyFault> found = register.faults(profile, entry);
    Faults faults = texts.of(found, locale);
    if (found.isEmpty()) {
      try {
        register.change(new AgencyCode(code), version, entry, actor(request));
        return page(code, "changed");
      } catch (HubException refusal) {
        if (refusal.code() != ErrorCode.CHANGED_MEANWHILE) {
          throw refusal;
        }
        profile = register.get(new AgencyCode(code));
        faults.add("changed", texts.text("agencies.changed", locale));
      }
    }
    response.setStatus(422);
    return form(profile, entry, faults, model);
  }

  private static String form(
      @Nullable AgencyProfile profile, AgencyEntry typed, Faults faults, Model model) {
    model.addAttribute("profile", profile);
    model.addAttribute("typed", typed);
    model.addAttribute("faults", faults);
    // Only after somebody else has changed it: what stands there now, where it is not what was
    // typed.
    model.addAttribute(
        "differing",
        profile == null || faults.of("changed") == null
            ? List.of()
            : Arrays.stream(AgencyField.values())
                .filter(field -> !Objects.equals(profile.entry().of(field), typed.of(field)))
                .toList());
    return "agency/form";
  }

  private static String page(String code, String told) {
    return "redirect:/admin/agencies/" + code + "?told=" + told;
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }
}
