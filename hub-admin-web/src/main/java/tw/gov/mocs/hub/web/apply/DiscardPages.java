package tw.gov.mocs.hub.web.apply;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 刪除 of a draft, after one more question. */
@Controller
final class DiscardPages {

  private final Applications applications;
  private final OwnDrafts drafts;
  private final DraftFiles files;
  private final CurrentApplicant applicants;

  DiscardPages(
      Applications applications, OwnDrafts drafts, DraftFiles files, CurrentApplicant applicants) {
    this.applications = applications;
    this.drafts = drafts;
    this.files = files;
    this.applicants = applicants;
  }

  @GetMapping("/apply/{draftId:[0-9]+}/discard")
  String ask(@PathVariable String draftId, HttpServletRequest request, Model model) {
    return question(drafts.get(draftId, applicants.of(request)), model);
  }

  @PostMapping("/apply/{draftId:[0-9]+}/discard")
  String discard(
      @PathVariable String draftId,
      @RequestParam(defaultValue = "0") int version,
      HttpServletRequest request,
      Model model) {
    Applicant applicant = applicants.of(request);
    Application draft = drafts.get(draftId, applicant);
    try {
      applications.discard(draft.id(), version, applicant);
    } catch (HubException e) {
      if (e.code() != ErrorCode.CHANGED_MEANWHILE) {
        throw e;
      }
      model.addAttribute("changed", true);
      return question(drafts.get(draftId, applicant), model);
    }
    files.removeAll(draft.id());
    return "redirect:/apply?discarded";
  }

  private static String question(Application draft, Model model) {
    model.addAttribute("draft", draft);
    return "apply/discard";
  }
}
