package tw.gov.mocs.hub.web.apply;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import tw.gov.mocs.hub.web.apply.OwnDrafts.SubmittedException;

/** Leads from a page of what was a draft to its page in 進度查詢. */
@ControllerAdvice
final class SubmittedAdvice {

  @ExceptionHandler(SubmittedException.class)
  String submitted(SubmittedException submitted) {
    return "redirect:/progress/" + submitted.number();
  }
}
