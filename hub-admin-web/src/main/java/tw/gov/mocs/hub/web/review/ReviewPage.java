package tw.gov.mocs.hub.web.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationEvidence;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Letters;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.answer.AnswerSheet;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.progress.ShownApplications;

/** One application for the reviewer: answers, signed document, checklist, letter, history. */
@Controller
final class ReviewPage {

  private static final List<String> TOLD =
      List.of(
          "letter",
          "returned",
          "decided",
          "second",
          "confirmed",
          "rejected",
          "state",
          "unreviewed",
          "unfit",
          "unneeded");

  private final ShownApplications shown;
  private final AnswerSheet sheet;
  private final ApplicationEvidence evidence;
  private final Letters letters;
  private final Reviews reviews;
  private final Checklist checklist;
  private final TermsSheet terms;
  private final ActHistory history;
  private final CallerAddress addresses;

  ReviewPage(
      ShownApplications shown,
      AnswerSheet sheet,
      ApplicationEvidence evidence,
      Letters letters,
      Reviews reviews,
      Checklist checklist,
      TermsSheet terms,
      ActHistory history,
      CallerAddress addresses) {
    this.shown = shown;
    this.sheet = sheet;
    this.evidence = evidence;
    this.letters = letters;
    this.reviews = reviews;
    this.checklist = checklist;
    this.terms = terms;
    this.history = history;
    this.addresses = addresses;
  }

  @GetMapping("/admin/reviews/{number}")
  String show(
      @PathVariable("number") String number,
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Application application = shown.look(number, "review", request);
    ApplicationNumber known = application.number().orElseThrow();
    var signed = evidence.document(known);
    var letter = letters.find(known);
    model.addAttribute("submitted", application);
    model.addAttribute("number", known);
    model.addAttribute("answers", sheet.of(application, locale));
    model.addAttribute("signed", signed.orElse(null));
    model.addAttribute("letter", letter.orElse(null));
    model.addAttribute("points", checklist.of(application, signed, letter, locale));
    model.addAttribute("returns", reviews.returns(known));
    model.addAttribute("decisions", terms.of(application, locale));
    model.addAttribute("history", history.of(known.value()));
    model.addAttribute("decided", DecisionFile.isDecided(application));
    model.addAttribute("reviewer", isReviewer());
    model.addAttribute("first", application.isFirstReviewer(actor(request)));
    model.addAttribute("barred", isBarred(application, request));
    model.addAttribute("told", told != null && TOLD.contains(told) ? told : null);
    return "review/page";
  }

  private boolean isBarred(Application application, HttpServletRequest request) {
    return isReviewer()
        && application.status().undecided()
        && !reviews.mayReview(application, actor(request));
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  private static boolean isReviewer() {
    return LoginSession.holder().orElseThrow().role() == Role.REVIEWER;
  }
}
