package tw.gov.mocs.hub.web.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.CardSignature;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.apply.CurrentApplicant;

/** 確定提出申請 as it comes from a browser: submits, or says which page tells why not. */
@Component
final class SignedSubmission {

  private static final Logger LOG = LoggerFactory.getLogger(SignedSubmission.class);

  private final Applications applications;
  private final CurrentApplicant applicants;

  SignedSubmission(Applications applications, CurrentApplicant applicants) {
    this.applications = applications;
    this.applicants = applicants;
  }

  /**
   * Submits a draft.
   *
   * @return the page that comes next: step seven, or step six with the reason
   * @throws HubException if the draft is not that of the card
   */
  String next(long draftId, String nonce, CardSignature signature, HttpServletRequest request) {
    Applicant applicant = applicants.of(request);
    try {
      Application submitted = applications.submit(nonce, signature, applicant);
      return done(submitted.number().orElseThrow(), false);
    } catch (HubException e) {
      if (e.code() == ErrorCode.ALREADY_SUBMITTED) {
        return done(new ApplicationNumber(e.told().get(0)), true);
      }
      Optional<Refusal> refusal = Refusal.of(e.code());
      LOG.info("draft {} not submitted: {} {}", draftId, e.code(), e.detail());
      return refused(draftId, refusal.orElseThrow(() -> e));
    }
  }

  /** Step seven; {@code again} if it was submitted before. */
  static String done(ApplicationNumber number, boolean again) {
    return "/apply/done/" + number + (again ? "?again=true" : "");
  }

  /** Step six, saying why nothing was submitted. */
  static String refused(long draftId, Refusal refusal) {
    return "/apply/" + draftId + "/6?refused=" + refusal;
  }
}
