package tw.gov.mocs.hub.web.grant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.GrantLine;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.AuditAction;

/** What became of a grant since somebody looked at it. */
@Component
final class GrantChanges {

  /** Each makes one version of the grant. */
  private static final Set<AuditAction> VERSIONS =
      EnumSet.range(AuditAction.GRANT_MADE, AuditAction.GRANT_EXPIRED);

  private final ActHistory history;

  GrantChanges(ActHistory history) {
    this.history = history;
  }

  /** The acts that followed this version, in their order. */
  List<ActLine> since(int version, GrantLine now) {
    List<ActLine> acts =
        history.of(now.applicationNo()).stream()
            .filter(act -> VERSIONS.contains(act.action()))
            .toList();
    int newer = Math.max(0, Math.min(now.versionNo() - version, acts.size()));
    return acts.subList(acts.size() - newer, acts.size());
  }

  /** Whether all that followed this version is this act of this person: his first click. */
  boolean isOnly(GrantAct act, int version, GrantLine now, String person) {
    List<ActLine> acts = since(version, now);
    return acts.size() == 1
        && acts.get(0).action() == act.logged()
        && acts.get(0).actor().equals(person);
  }
}
