package tw.gov.mocs.hub.web.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationSettings;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.CardSignature;
import tw.gov.mocs.hub.application.WizardProgress;
import tw.gov.mocs.hub.application.WizardStep;
import tw.gov.mocs.hub.web.Addresses;
import tw.gov.mocs.hub.web.answer.AnswerSheet;
import tw.gov.mocs.hub.web.apply.CurrentApplicant;
import tw.gov.mocs.hub.web.apply.FaultTexts;
import tw.gov.mocs.hub.web.apply.OwnDrafts;
import tw.gov.mocs.hub.web.apply.OwnDrafts.SubmittedException;
import tw.gov.mocs.hub.web.apply.Returned;
import tw.gov.mocs.hub.web.apply.StepList;

/** 步驟六：確定提出申請: everything that was filled in, and its signature. */
@Controller
final class ConfirmationPages {

  /** More than any card's signature with its chain. */
  private static final int LONGEST_SIGNATURE = 100_000;

  private final Applications applications;
  private final ApplicationSettings settings;
  private final OwnDrafts drafts;
  private final CurrentApplicant applicants;
  private final SignedSubmission submission;
  private final FaultTexts texts;
  private final AnswerSheet sheet;
  private final Returned returned;
  private final Addresses addresses;

  ConfirmationPages(
      Applications applications,
      ApplicationSettings settings,
      OwnDrafts drafts,
      CurrentApplicant applicants,
      SignedSubmission submission,
      FaultTexts texts,
      AnswerSheet sheet,
      Returned returned,
      Addresses addresses) {
    this.applications = applications;
    this.settings = settings;
    this.drafts = drafts;
    this.applicants = applicants;
    this.submission = submission;
    this.texts = texts;
    this.sheet = sheet;
    this.returned = returned;
    this.addresses = addresses;
  }

  @GetMapping("/apply/{draftId:[0-9]{1,18}}/6")
  String confirm(
      @PathVariable("draftId") long draftId,
      @RequestParam(name = "refused", required = false) @Nullable String refused,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Applicant applicant = applicants.of(request);
    Application draft;
    try {
      draft = drafts.get(String.valueOf(draftId), applicant);
    } catch (SubmittedException e) {
      return "redirect:" + SignedSubmission.done(new ApplicationNumber(e.number()), true);
    }
    WizardProgress progress = applications.progress(draft);
    model.addAttribute("draft", draft);
    model.addAttribute("returned", returned.why(draft));
    model.addAttribute("answers", sheet.of(draft, locale));
    model.addAttribute("steps", StepList.of(draft, progress, WizardStep.CONFIRMATION));
    model.addAttribute("faults", faults(draft, progress, locale));
    model.addAttribute("refusal", Refusal.named(refused).orElse(null));
    if (progress.faults().isEmpty()) {
      model.addAttribute("signing", applications.prepare(draft.id(), draft.version(), applicant));
      model.addAttribute("card", applicant.thumbprint());
      model.addAttribute("byHandshake", settings.handshakeSignature());
      model.addAttribute("door", addresses.certificate(request, HandshakeDoor.PATH));
    }
    return "submit/confirm";
  }

  @PostMapping("/apply/{draftId:[0-9]{1,18}}/6")
  String submit(
      @PathVariable("draftId") long draftId,
      @RequestParam(name = "nonce", defaultValue = "") String nonce,
      @RequestParam(name = "signature", defaultValue = "") String signature,
      @RequestParam(name = "step", defaultValue = "") String step,
      HttpServletRequest request) {
    if (step.equals("back")) {
      return "redirect:/apply/" + draftId + "/5";
    }
    if (signature.isBlank()) {
      return "redirect:" + SignedSubmission.refused(draftId, Refusal.UNSIGNED);
    }
    return "redirect:"
        + decoded(signature)
            .map(cms -> submission.next(draftId, nonce, new CardSignature.Cms(cms), request))
            .orElse(SignedSubmission.refused(draftId, Refusal.SIGNATURE_STRUCTURE));
  }

  /** What must still be mended, each with the address of what mends it, by step. */
  private List<Mending> faults(Application draft, WizardProgress progress, Locale locale) {
    return Arrays.stream(WizardStep.values())
        .flatMap(step -> progress.faultsOf(step).stream())
        .map(
            fault ->
                new Mending(
                    "/apply/%d/%d?back=6#%s"
                        .formatted(
                            draft.id(), fault.step().number(), FaultTexts.field(fault.place())),
                    texts.text(fault, locale)))
        .toList();
  }

  /** A fault as step six shows it. */
  record Mending(String href, String text) {}

  private static Optional<byte[]> decoded(String signature) {
    if (signature.length() > LONGEST_SIGNATURE) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getMimeDecoder().decode(signature));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
