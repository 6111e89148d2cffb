package tw.gov.mocs.hub.web.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.web.login.LoginSession;

/** What became of an application while somebody had a form of it open. */
@Component
final class ReviewChanges {

  private static final int NEWEST = 3;

  /** Acts that leave an application as it was. */
  private static final Set<AuditAction> LOOKS =
      EnumSet.of(
          AuditAction.APPLICATION_SEEN,
          AuditAction.EXTRACT_PREVIEWED,
          AuditAction.CONTRACT_EXPORTED,
          AuditAction.INTEGRATION_MODULE_GIVEN);

  private final ActHistory history;

  ReviewChanges(ActHistory history) {
    this.history = history;
  }

  /** The newest acts on it that the reader is to know of, in their order. */
  List<ActLine> of(Application application) {
    return of(history.of(application.name()), LoginSession.holder().orElseThrow().name());
  }

  /** Those that changed something, of others; of all where the reader himself made the last one. */
  static List<ActLine> of(List<ActLine> acts, String reader) {
    List<ActLine> all = acts.stream().filter(act -> !LOOKS.contains(act.action())).toList();
    // In another window he overtook himself.
    boolean own = !all.isEmpty() && all.get(all.size() - 1).actor().equals(reader);
    List<ActLine> told =
        own ? all : all.stream().filter(act -> !act.actor().equals(reader)).toList();
    return told.subList(Math.max(0, told.size() - NEWEST), told.size());
  }
}
