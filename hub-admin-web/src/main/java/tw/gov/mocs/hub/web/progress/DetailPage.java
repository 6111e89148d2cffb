package tw.gov.mocs.hub.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationEvidence;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.Consent;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.GrantUsage;
import tw.gov.mocs.hub.application.GrantUse;
import tw.gov.mocs.hub.application.Review;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.integration.IntegrationModules;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.answer.AnswerSheet;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 申請明細. */
@Controller
final class DetailPage {

  private final ShownApplications shown;
  private final Applications applications;
  private final ApplicationEvidence evidence;
  private final GrantUsage usage;
  private final AnswerSheet sheet;
  private final Reviews reviews;
  private final IntegrationModules modules;
  private final Clock clock;

  DetailPage(
      ShownApplications shown,
      Applications applications,
      ApplicationEvidence evidence,
      GrantUsage usage,
      AnswerSheet sheet,
      Reviews reviews,
      IntegrationModules modules,
      Clock clock) {
    this.shown = shown;
    this.applications = applications;
    this.evidence = evidence;
    this.usage = usage;
    this.sheet = sheet;
    this.reviews = reviews;
    this.modules = modules;
    this.clock = clock;
  }

  @GetMapping("/progress/{number}")
  String detail(
      @PathVariable("number") String number,
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Application application = shown.look(number, "details", request);
    ApplicationNumber known = application.number().orElseThrow();
    GrantUse use = grant(application, known);
    boolean expired = use != null && use.status() == GrantStatus.EXPIRED;
    model.addAttribute("submitted", application);
    model.addAttribute("number", known);
    model.addAttribute("answers", sheet.of(application, locale));
    model.addAttribute("state", expired ? "EXPIRED" : ProgressLine.shown(application.status()));
    model.addAttribute("decided", ProgressLine.shown(application.status()));
    model.addAttribute("notes", notes(application));
    model.addAttribute("withdrawal", applications.withdrawalReason(application).orElse(null));
    model.addAttribute("use", use);
    model.addAttribute("returns", reviews.returns(known));
    model.addAttribute("today", RocDate.dayOf(clock.instant()));
    model.addAttribute("correctable", isDraftOfHolder(application));
    model.addAttribute("signature", evidence.find(known).orElse(null));
    model.addAttribute("own", ShownApplications.agencyId() != null);
    model.addAttribute("module", use != null && IntegrationModuleFile.isOffered(use.grant()));
    model.addAttribute("moduleGiven", use == null ? 0 : modules.given(known));
    model.addAttribute("waits", waits(application));
    model.addAttribute("told", ApplicationActs.known(told));
    return "progress/detail";
  }

  /** Whether it was returned to the card of this login. */
  private static boolean isDraftOfHolder(Application application) {
    Consent consent = application.consent();
    String card = LoginSession.holder().orElseThrow().thumbprint();
    return application.status() == ApplicationStatus.RETURNED
        && consent != null
        && consent.thumbprint().equals(card);
  }

  /** Whether its agency can do nothing yet but finish its program. */
  private static boolean waits(Application application) {
    return application.status().withdrawable()
        && ShownApplications.agencyId() != null
        && application.content().method() == DeliveryMethod.WEB_SERVICE;
  }

  private @Nullable GrantUse grant(Application application, ApplicationNumber number) {
    return usage.of(application.agencyId()).stream()
        .filter(each -> each.grant().applicationNo().equals(number))
        .findFirst()
        .orElse(null);
  }

  /** 審核說明, once it is decided: until then a reviewer may still be overruled. */
  private static List<String> notes(Application application) {
    return application.status().withdrawable()
        ? List.of()
        : application.reviews().stream().map(Review::note).filter(note -> !note.isEmpty()).toList();
  }
}
