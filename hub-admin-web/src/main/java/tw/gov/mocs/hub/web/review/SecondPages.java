package tw.gov.mocs.hub.web.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Review;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Barred;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 複審: another reviewer sees what the first one granted, and consents or rejects. */
@Controller
final class SecondPages {

  private static final int LONGEST_NOTE = 1_000;

  private final ReviewedApplications applications;
  private final Reviews reviews;
  private final TermsSheet sheet;
  private final ReviewChanges changes;
  private final CallerAddress addresses;
  private final MessageSource messages;

  SecondPages(
      ReviewedApplications applications,
      Reviews reviews,
      TermsSheet sheet,
      ReviewChanges changes,
      CallerAddress addresses,
      MessageSource messages) {
    this.applications = applications;
    this.reviews = reviews;
    this.sheet = sheet;
    this.changes = changes;
    this.addresses = addresses;
    this.messages = messages;
  }

  @GetMapping("/admin/reviews/{number}/second")
  String look(
      @PathVariable("number") String number,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Application application = applications.get(number);
    return application.status() == ApplicationStatus.SECOND_REVIEW
        ? show(application, barred(application, request, locale), "", new Faults(), locale, model)
        : ReviewedApplications.page(application, unfit(application));
  }

  private static String unfit(Application application) {
    return application.status() == ApplicationStatus.PENDING ? "unreviewed" : "unfit";
  }

  private @Nullable String barred(
      Application application, HttpServletRequest request, Locale locale) {
    return Barred.by(() -> reviews.requireMaySecond(application, actor(request)), locale);
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  /** What was typed, and which button was pressed. */
  record Typed(int version, @Nullable String action, @Nullable String note) {}

  @PostMapping("/admin/reviews/{number}/second")
  String decide(
      @PathVariable("number") String number,
      Typed sent,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Application application = applications.get(number);
    String note = sent.note();
    String typed = note == null ? "" : note.replace("\r\n", "\n").strip();
    boolean consent = "confirm".equals(sent.action());
    if (application.status() != ApplicationStatus.SECOND_REVIEW) {
      return ReviewedApplications.page(application, told(application, consent));
    }
    String barred = barred(application, request, locale);
    if (barred != null) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return show(application, barred, "", new Faults(), locale, model);
    }
    Faults faults = new Faults();
    if (!consent && typed.isEmpty()) {
      faults.add("note", text("review.note.missing", locale));
    } else if (typed.length() > LONGEST_NOTE) {
      faults.add("note", text("review.note.long", locale, LONGEST_NOTE));
    }
    faults.addNumber("note", typed, (key, told) -> text(key, locale, told));
    if (faults.isEmpty()) {
      try {
        Actor actor = actor(request);
        ApplicationNumber known = application.number().orElseThrow();
        Application decided =
            consent
                ? reviews.confirm(known, sent.version(), typed, actor)
                : reviews.reject(known, sent.version(), typed, actor);
        return ReviewedApplications.page(
            decided, decided.status() == ApplicationStatus.REJECTED ? "rejected" : "confirmed");
      } catch (HubException e) {
        if (e.code() == ErrorCode.CHANGED_MEANWHILE || e.code() == ErrorCode.STATE_CONFLICT) {
          model.addAttribute("changed", changes.since(application, request.getParameter("seen")));
          return overtaken(number, typed, response, locale, model);
        }
        if (e.code() != ErrorCode.LETTER_MISSING && e.code() != ErrorCode.VALUE_INVALID) {
          throw e;
        }
        faults.add("note", e.sentence(locale));
      }
    }
    response.setStatus(422);
    return show(application, null, typed, faults, locale, model);
  }

  /** A second click of the same button finds what the first one decided. */
  private static String told(Application decided, boolean consent) {
    String name = LoginSession.holder().orElseThrow().name();
    boolean own =
        decided.reviews().stream()
            .anyMatch(
                review -> review.stage() == Review.Stage.SECOND && review.reviewer().equals(name));
    boolean rejected = decided.status() == ApplicationStatus.REJECTED;
    if (!own || consent == rejected) {
      return "state";
    }
    return rejected ? "rejected" : "confirmed";
  }

  private String overtaken(
      String number, String note, HttpServletResponse response, Locale locale, Model model) {
    Application now = applications.get(number);
    if (now.status() != ApplicationStatus.SECOND_REVIEW) {
      return ReviewedApplications.page(now, "state");
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    return show(now, null, note, new Faults(), locale, model);
  }

  private String show(
      Application application,
      @Nullable String barred,
      String note,
      Faults faults,
      Locale locale,
      Model model) {
    model.addAttribute("barred", barred);
    model.addAttribute("submitted", application);
    model.addAttribute("seen", changes.seen(application));
    model.addAttribute("number", application.number().orElseThrow());
    model.addAttribute("decisions", sheet.of(application, locale));
    model.addAttribute("note", note);
    model.addAttribute("faults", faults);
    return "review/second";
  }

  private String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }
}
