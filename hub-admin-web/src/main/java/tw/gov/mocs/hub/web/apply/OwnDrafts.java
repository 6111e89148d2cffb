package tw.gov.mocs.hub.web.apply;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The drafts of the card of the login, as an address names them. */
@Component
public final class OwnDrafts {

  /** What was a draft is an application by now. */
  public static final class SubmittedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String number;

    SubmittedException(ApplicationNumber number) {
      super(number.value());
      this.number = number.value();
    }

    /** Its 申請案號. */
    public String number() {
      return number;
    }
  }

  private final Applications applications;

  OwnDrafts(Applications applications) {
    this.applications = applications;
  }

  /**
   * The draft of this card.
   *
   * @param id as the address says it
   * @throws HubException NOT_FOUND for another card's, and for what is no draft
   * @throws SubmittedException if the agency has submitted it; its page leads to 進度查詢
   */
  public Application get(String id, Applicant applicant) {
    if (!id.matches("[0-9]{1,18}")) {
      throw new HubException(ErrorCode.NOT_FOUND, "no draft " + id, "草稿");
    }
    long key = Long.parseLong(id);
    try {
      return applications.draft(key, applicant);
    } catch (HubException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        submittedAs(key, applicant)
            .ifPresent(
                number -> {
                  throw new SubmittedException(number);
                });
      }
      // One sentence for another's draft and for none.
      throw e;
    }
  }

  private Optional<ApplicationNumber> submittedAs(long id, Applicant applicant) {
    try {
      Application found = applications.get(id);
      return found.agencyId() == applicant.agencyId() ? found.number() : Optional.empty();
    } catch (HubException e) {
      return Optional.empty();
    }
  }
}
