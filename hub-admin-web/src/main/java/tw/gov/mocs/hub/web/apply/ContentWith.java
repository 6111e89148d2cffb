package tw.gov.mocs.hub.web.apply;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.Attachment;
import tw.gov.mocs.hub.application.Audience;
import tw.gov.mocs.hub.application.ConnectingSystem;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.application.ServiceRequest;

/** The content of a draft with one step's part exchanged. */
final class ContentWith {

  private ContentWith() {}

  /** Step one; the texts by the names of their inputs. */
  static ApplicationContent agency(
      ApplicationContent old, Typed typed, @Nullable ServicePeriod period) {
    return new ApplicationContent(
        typed.text("contactName"),
        typed.text("contactPhone"),
        typed.text("contactMail"),
        period,
        typed.text("purpose"),
        typed.text("legalBasis"),
        typed.text("specificPurpose"),
        old.system(),
        old.audiences(),
        old.method(),
        old.specialConditions(),
        old.attachments(),
        old.services());
  }

  static ApplicationContent system(ApplicationContent old, ConnectingSystem system) {
    return rest(old, system, old.audiences(), old.method(), old.services());
  }

  static ApplicationContent audiences(ApplicationContent old, Set<Audience> audiences) {
    return rest(old, old.system(), audiences, old.method(), old.services());
  }

  static ApplicationContent method(ApplicationContent old, @Nullable DeliveryMethod method) {
    return rest(old, old.system(), old.audiences(), method, old.services());
  }

  static ApplicationContent services(ApplicationContent old, List<ServiceRequest> services) {
    return rest(old, old.system(), old.audiences(), old.method(), services);
  }

  static ApplicationContent conditions(
      ApplicationContent old, String conditions, List<Attachment> attachments) {
    return new ApplicationContent(
        old.contactName(),
        old.contactPhone(),
        old.contactMail(),
        old.period(),
        old.purpose(),
        old.legalBasis(),
        old.specificPurpose(),
        old.system(),
        old.audiences(),
        old.method(),
        conditions,
        attachments,
        old.services());
  }

  private static ApplicationContent rest(
      ApplicationContent old,
      ConnectingSystem system,
      Set<Audience> audiences,
      @Nullable DeliveryMethod method,
      List<ServiceRequest> services) {
    return new ApplicationContent(
        old.contactName(),
        old.contactPhone(),
        old.contactMail(),
        old.period(),
        old.purpose(),
        old.legalBasis(),
        old.specificPurpose(),
        system,
        audiences,
        method,
        old.specialConditions(),
        old.attachments(),
        services);
  }
}
