package tw.gov.mocs.hub.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationLine;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;

/**
 * The applications that the person of a request may see: an agency's user its own, the ministry's
 * people all. Guarantee: a number of another agency looks like one that does not exist.
 */
@Component
public final class ShownApplications {

  private final Applications applications;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final CallerAddress addresses;

  ShownApplications(
      Applications applications,
      AuditLog log,
      TransactionTemplate transactions,
      CallerAddress addresses) {
    this.applications = applications;
    this.log = log;
    this.transactions = transactions;
    this.addresses = addresses;
  }

  /** The application with this number; NOT_FOUND for any other text. */
  public Application get(String number) {
    if (!ApplicationNumber.matches(number)) {
      throw new HubException(ErrorCode.NOT_FOUND, "no number of an application", number);
    }
    Long agencyId = agencyId();
    ApplicationNumber known = new ApplicationNumber(number);
    return agencyId == null ? applications.get(known) : applications.get(known, agencyId);
  }

  /**
   * The same for somebody who reads what stands in it: it holds personal data, so that a look of
   * the ministry's people is an act in the log before they see it.
   *
   * @param what they look at, for the log
   */
  public Application look(String number, String what, HttpServletRequest request) {
    Application application = get(number);
    if (agencyId() == null) {
      Actor actor = LoginSession.holder().orElseThrow().actor(addresses.of(request));
      transactions.executeWithoutResult(
          status ->
              log.act(
                  new Act(
                      AuditAction.APPLICATION_SEEN,
                      actor,
                      application.name(),
                      application.agencyId(),
                      null,
                      what,
                      null)));
    }
    return application;
  }

  Page<ApplicationLine> search(ApplicationSearch search) {
    Long agencyId = agencyId();
    return agencyId == null ? applications.search(search) : applications.search(search, agencyId);
  }

  /** Whose applications are shown; null for those of all. */
  public static @Nullable Long agencyId() {
    CardHolder holder = LoginSession.holder().orElseThrow();
    return holder.role() == Role.AGENCY_USER ? holder.requireAgency() : null;
  }
}
