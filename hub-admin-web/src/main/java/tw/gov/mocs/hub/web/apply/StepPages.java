package tw.gov.mocs.hub.web.apply;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.WizardStep;
import tw.gov.mocs.hub.web.apply.Wizard.Kept;
import tw.gov.mocs.hub.web.layout.Faults;

/** Steps one to five. */
@Controller
final class StepPages {

  private static final int REQUEST = WizardStep.REQUEST.number();
  private static final int CONFIRMATION = WizardStep.CONFIRMATION.number();
  private static final String NEXT = "next";
  private static final String TO_CONFIRMATION = "6";

  private final OwnDrafts drafts;
  private final CurrentApplicant applicants;
  private final Wizard wizard;
  private final Uploads uploads;
  private final StepView view;

  StepPages(
      OwnDrafts drafts,
      CurrentApplicant applicants,
      Wizard wizard,
      Uploads uploads,
      StepView view) {
    this.drafts = drafts;
    this.applicants = applicants;
    this.wizard = wizard;
    this.uploads = uploads;
    this.view = view;
  }

  /** Goes on where the draft was left. */
  @GetMapping("/apply/{draftId:[0-9]+}")
  String resume(@PathVariable String draftId, HttpServletRequest request) {
    Application draft = drafts.get(draftId, applicants.of(request));
    return redirect(draft, view.next(draft).number(), "");
  }

  @GetMapping("/apply/{draftId:[0-9]+}/{step:[1-5]}")
  String show(
      @PathVariable String draftId,
      @PathVariable int step,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Application draft = drafts.get(draftId, applicants.of(request));
    DeliveryMethod method = draft.content().method();
    if (step == REQUEST && method == null) {
      return redirect(draft, WizardStep.METHOD.number(), "?first");
    }
    StepAnswers answers = view.answers(step, method);
    Faults faults = wizard.wrong(draft, answers, locale);
    view.show(model, draft, answers, answers.kept(draft.content()), faults, locale);
    return StepView.TEMPLATE;
  }

  @PostMapping("/apply/{draftId:[0-9]+}/{step:[1-5]}")
  String keep(
      @PathVariable String draftId,
      @PathVariable int step,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Applicant applicant = applicants.of(request);
    Typed typed = Typed.of(request.getParameterMap());
    String action = typed.holds("action") ? typed.text("action") : NEXT;
    Application draft = drafts.get(draftId, applicant);
    DeliveryMethod method = draft.content().method();
    // The page that was filled in: the method may have been changed in another window.
    boolean conditions = typed.text("part").equals("apply/conditions");
    StepAnswers answers =
        view.answers(step, conditions ? DeliveryMethod.ONE_TIME_FILE : DeliveryMethod.WEB_SERVICE);
    Faults shown = new Faults();
    int version = number(typed.text("version"));
    if (step == REQUEST && conditions) {
      Application changed = uploads.change(draft, action, file, applicant, locale, shown);
      version = version == draft.version() ? changed.version() : version;
      draft = changed;
    }
    Kept kept = wizard.keep(draft, version, answers, typed, applicant, locale);
    Faults others = action.equals(NEXT) ? kept.faults() : kept.unkept();
    others.all().forEach(shown::add);
    if (kept.stale() || !shown.isEmpty()) {
      response.setStatus(kept.stale() ? 409 : 422);
      model.addAttribute("refused", true);
      if (kept.stale()) {
        TwoWindows both = TwoWindows.of(answers, typed, answers.kept(kept.draft().content()));
        view.show(model, kept.draft(), answers, both.merged(), shown, locale);
        view.showOther(model, kept.draft(), answers, both, locale);
      } else {
        view.show(model, kept.draft(), answers, typed, shown, locale);
        model.addAttribute("restKept", !action.equals(NEXT));
      }
      return StepView.TEMPLATE;
    }
    if (step == REQUEST && answers != view.answers(step, method)) {
      return redirect(kept.draft(), REQUEST, "?other");
    }
    return then(kept.draft(), step, action, typed.text("back"));
  }

  private String then(Application draft, int step, String action, String back) {
    boolean confirming = back.equals(TO_CONFIRMATION);
    String query = confirming ? "?back=6" : "";
    String also = confirming ? "&back=6" : "";
    if (action.startsWith("remove-")) {
      return redirect(draft, step, "?removed" + also);
    }
    return switch (action) {
      case "save" -> redirect(draft, step, "?saved" + also);
      case "upload" -> redirect(draft, step, "?uploaded" + also);
      case "previous" -> step == 1 ? "redirect:/apply" : redirect(draft, step - 1, query);
      default -> {
        int unfinished = view.next(draft).number();
        if (!confirming) {
          yield redirect(draft, step + 1, "");
        }
        yield redirect(draft, unfinished, unfinished < CONFIRMATION ? query : "");
      }
    };
  }

  private static String redirect(Application draft, int step, String query) {
    return "redirect:/apply/" + draft.id() + "/" + step + query;
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }
}
