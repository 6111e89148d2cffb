package tw.gov.mocs.hub.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.ContentLimits;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.ContentPages;
import tw.gov.mocs.hub.content.PageKey;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.apply.CurrentApplicant;
import tw.gov.mocs.hub.web.content.Markdown;
import tw.gov.mocs.hub.web.layout.Faults;

/** 撤回申請 and 複製為新申請, each after a page that says what it does. */
@Controller
final class ApplicationActs {

  private static final String WITHDRAWN = "withdrawn";
  private static final String DECIDED = "decided";
  private static final List<String> TOLD = List.of(WITHDRAWN, DECIDED);

  private final ShownApplications shown;
  private final Applications applications;
  private final CurrentApplicant applicants;
  private final ContentPages pages;
  private final MessageSource messages;

  ApplicationActs(
      ShownApplications shown,
      Applications applications,
      CurrentApplicant applicants,
      ContentPages pages,
      MessageSource messages) {
    this.shown = shown;
    this.applications = applications;
    this.applicants = applicants;
    this.pages = pages;
    this.messages = messages;
  }

  /** What the detail page tells after an act; null for any other text. */
  static @Nullable String known(@Nullable String told) {
    return told != null && TOLD.contains(told) ? told : null;
  }

  @GetMapping("/progress/{number}/withdraw")
  String withdrawing(@PathVariable("number") String number, Model model) {
    Application application = own(number);
    return application.status().withdrawable()
        ? withdrawal(application, "", new Faults(), model)
        : meanwhile(application);
  }

  @PostMapping("/progress/{number}/withdraw")
  String withdraw(
      @PathVariable("number") String number,
      @RequestParam("version") int version,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Application application = own(number);
    if (!application.status().withdrawable()) {
      return meanwhile(application);
    }
    String typed = reason.replace("\r\n", "\n").strip();
    Faults faults = faults(typed, locale);
    if (!faults.isEmpty()) {
      return withdrawal(application, typed, faults, model);
    }
    try {
      applications.withdraw(
          application.number().orElseThrow(), version, typed, applicants.of(request));
      return detail(number, WITHDRAWN);
    } catch (HubException e) {
      if (e.code() != ErrorCode.CHANGED_MEANWHILE && e.code() != ErrorCode.STATE_CONFLICT) {
        throw e;
      }
    }
    Application now = own(number);
    if (!now.status().withdrawable()) {
      return meanwhile(now);
    }
    // Still to be withdrawn, with the reason that was typed.
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    faults.add("reason", text("progress.withdraw.changed", locale));
    return withdrawal(now, typed, faults, model);
  }

  /** A double click, or a reviewer was faster: what holds now is shown. */
  private static String meanwhile(Application now) {
    return detail(now.name(), now.status() == ApplicationStatus.WITHDRAWN ? WITHDRAWN : DECIDED);
  }

  @GetMapping("/progress/{number}/copy")
  String copying(@PathVariable("number") String number, Locale locale, Model model) {
    return consent(own(number), new Faults(), locale, model);
  }

  @PostMapping("/progress/{number}/copy")
  String copy(
      @PathVariable("number") String number,
      @RequestParam("terms") String version,
      @RequestParam(name = "agree", defaultValue = "false") boolean agreed,
      @RequestParam(name = "form", required = false) @Nullable String form,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Application original = own(number);
    Faults faults = new Faults();
    if (!agreed) {
      faults.add("agree", text("progress.copy.disagreed", locale));
    } else if (!version.equals(String.valueOf(pages.get(PageKey.TERMS_OF_USE).version()))) {
      faults.add("agree", text("progress.copy.changed", locale));
    }
    if (!faults.isEmpty()) {
      return consent(original, faults, locale, model);
    }
    try {
      Application draft =
          applications.copyAsDraft(
              form == null ? Applications.newFormKey() : form,
              original.number().orElseThrow(),
              version,
              applicants.of(request));
      return "redirect:/apply/" + draft.id() + "/1";
    } catch (HubException e) {
      if (e.code() != ErrorCode.STATE_CONFLICT) {
        throw e;
      }
      Object[] most = {ContentLimits.DRAFTS};
      faults.add("agree", messages.getMessage("progress.copy.tooMany", most, locale));
      return consent(original, faults, locale, model);
    }
  }

  /** An application of the agency's user; NOT_PERMITTED for the ministry's people. */
  private Application own(String number) {
    if (ShownApplications.agencyId() == null) {
      throw new HubException(ErrorCode.NOT_PERMITTED, "only an agency changes its application");
    }
    return shown.get(number);
  }

  private Faults faults(String reason, Locale locale) {
    Faults faults = new Faults();
    if (reason.isEmpty()) {
      faults.add("reason", text("progress.withdraw.reason.missing", locale));
    } else if (reason.length() > ContentLimits.WITHDRAWAL_REASON) {
      Object[] most = {ContentLimits.WITHDRAWAL_REASON};
      faults.add("reason", messages.getMessage("progress.withdraw.reason.long", most, locale));
    }
    return faults;
  }

  private static String withdrawal(
      Application application, String reason, Faults faults, Model model) {
    model.addAttribute("submitted", application);
    model.addAttribute("number", application.number().orElseThrow());
    model.addAttribute("reason", reason);
    model.addAttribute("limit", ContentLimits.WITHDRAWAL_REASON);
    model.addAttribute("faults", faults);
    return "progress/withdraw";
  }

  private String consent(Application application, Faults faults, Locale locale, Model model) {
    ContentPage current = pages.get(PageKey.TERMS_OF_USE);
    model.addAttribute("number", application.number().orElseThrow());
    model.addAttribute("termsOfUse", current);
    model.addAttribute("form", Applications.newFormKey());
    model.addAttribute("terms", Markdown.toHtml(current.body().in(locale)));
    model.addAttribute("faults", faults);
    return "progress/copy";
  }

  private static String detail(String number, String told) {
    return "redirect:/progress/" + number + "?told=" + told;
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
