package tw.gov.mocs.hub.web.submit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationEvidence;
import tw.gov.mocs.hub.application.WizardStep;
import tw.gov.mocs.hub.web.answer.AnswerSheet;
import tw.gov.mocs.hub.web.apply.StepLink;
import tw.gov.mocs.hub.web.apply.StepLink.State;
import tw.gov.mocs.hub.web.apply.StepList;
import tw.gov.mocs.hub.web.progress.ShownApplications;

/** 步驟七：線上申請完成，下載介接申請書. */
@Controller
final class DonePage {

  private final ShownApplications shown;
  private final ApplicationEvidence evidence;
  private final AnswerSheet sheet;

  DonePage(ShownApplications shown, ApplicationEvidence evidence, AnswerSheet sheet) {
    this.shown = shown;
    this.evidence = evidence;
    this.sheet = sheet;
  }

  @GetMapping("/apply/done/{number}")
  String done(
      @PathVariable("number") String number,
      @RequestParam(name = "again", defaultValue = "false") String again,
      Locale locale,
      Model model) {
    Application application = shown.get(number);
    model.addAttribute("submitted", application);
    model.addAttribute("steps", steps(application));
    model.addAttribute("again", again.equals("true"));
    model.addAttribute("answers", sheet.of(application, locale));
    model.addAttribute("signed", evidence.find(application.number().orElseThrow()).orElse(null));
    return "submit/done";
  }

  /** All behind it; none of them can be gone back to. */
  private static List<StepLink> steps(Application application) {
    return Arrays.stream(WizardStep.values())
        .map(
            step ->
                new StepLink(
                    step.number(),
                    StepList.titleKey(step, application.content().method()),
                    null,
                    step == WizardStep.DONE ? State.CURRENT : State.DONE))
        .toList();
  }
}
