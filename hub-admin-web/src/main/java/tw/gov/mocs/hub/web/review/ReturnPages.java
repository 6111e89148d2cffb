package tw.gov.mocs.hub.web.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationSettings;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 退回補正, after a page that asks what is to be mended. */
@Controller
final class ReturnPages {

  private final ReviewedApplications applications;
  private final Reviews reviews;
  private final ReviewChanges changes;
  private final RuntimeSettings settings;
  private final CallerAddress addresses;
  private final MessageSource messages;

  ReturnPages(
      ReviewedApplications applications,
      Reviews reviews,
      ReviewChanges changes,
      RuntimeSettings settings,
      CallerAddress addresses,
      MessageSource messages) {
    this.applications = applications;
    this.reviews = reviews;
    this.changes = changes;
    this.settings = settings;
    this.addresses = addresses;
    this.messages = messages;
  }

  @GetMapping("/admin/reviews/{number}/return")
  String ask(@PathVariable("number") String number, HttpServletRequest request, Model model) {
    Application application = applications.get(number);
    if (application.status() != ApplicationStatus.PENDING) {
      return ReviewedApplications.page(application, "unfit");
    }
    return reviews.mayReview(application, actor(request))
        ? question(application, "", new Faults(), model)
        : ReviewedApplications.page(application);
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  @PostMapping("/admin/reviews/{number}/return")
  String sendBack(
      @PathVariable("number") String number,
      @RequestParam("version") int version,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Application application = applications.get(number);
    if (application.status() != ApplicationStatus.PENDING) {
      return ReviewedApplications.page(
          application, application.status() == ApplicationStatus.RETURNED ? "returned" : "state");
    }
    String typed = reason.replace("\r\n", "\n").strip();
    Faults faults = new Faults();
    faults.addReason(
        typed, Reviews.LONGEST_REASON, (key, told) -> messages.getMessage(key, told, locale));
    if (!faults.isEmpty()) {
      return question(application, typed, faults, model);
    }
    try {
      reviews.sendBack(application.number().orElseThrow(), version, typed, actor(request));
      return ReviewedApplications.page(application, "returned");
    } catch (HubException e) {
      if (e.code() != ErrorCode.CHANGED_MEANWHILE) {
        throw e;
      }
      Application now = applications.get(number);
      if (now.status() != ApplicationStatus.PENDING) {
        return ReviewedApplications.page(now, "state");
      }
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      model.addAttribute("changed", changes.since(now, request.getParameter("seen")));
      return question(now, typed, faults, model);
    }
  }

  private String question(Application application, String reason, Faults faults, Model model) {
    model.addAttribute("submitted", application);
    model.addAttribute("seen", changes.seen(application));
    model.addAttribute("number", application.number().orElseThrow());
    model.addAttribute("reason", reason);
    model.addAttribute("limit", Reviews.LONGEST_REASON);
    model.addAttribute("days", settings.current(ApplicationSettings.class).correctionDays());
    model.addAttribute("faults", faults);
    return "review/return";
  }
}
