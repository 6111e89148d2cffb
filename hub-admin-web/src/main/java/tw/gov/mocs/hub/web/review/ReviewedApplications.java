package tw.gov.mocs.hub.web.review;

import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The applications as addresses of the administration name them. */
@Component
public final class ReviewedApplications {

  private final Applications applications;

  ReviewedApplications(Applications applications) {
    this.applications = applications;
  }

  /** The application with this number; NOT_FOUND for any other text. */
  Application get(String number) {
    return applications.get(number(number));
  }

  /** What has the form of a number; NOT_FOUND for any other text. */
  public static ApplicationNumber number(String text) {
    if (!ApplicationNumber.matches(text)) {
      throw new HubException(ErrorCode.NOT_FOUND, "no number of an application", text);
    }
    return new ApplicationNumber(text);
  }

  /** Its page. */
  static String page(Application application) {
    return "redirect:/admin/reviews/" + application.name();
  }

  /** Its page, telling what was done. */
  static String page(Application application, String told) {
    return page(application) + "?told=" + told;
  }
}
