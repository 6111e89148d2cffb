package tw.gov.mocs.hub.web.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

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

  /** How many acts have changed it by now; a form carries that number, {@code seen}. */
  int seen(Application application) {
    return changing(application).size();
  }

  /**
   * The acts on it that the reader of a form is to know of, in their order.
   *
   * @param seen what the form carried; of any other text the newest acts are told
   */
  List<ActLine> since(Application application, @Nullable String seen) {
    return since(changing(application), seen, LoginSession.holder().orElseThrow().name());
  }

  /** Those of others; all where the reader himself made the last one. */
  static List<ActLine> since(List<ActLine> all, @Nullable String seen, String reader) {
    int from =
        seen != null && NUMBER.matcher(seen).matches()
            ? Integer.parseInt(seen)
            : all.size() - NEWEST;
    List<ActLine> since = all.subList(Math.max(0, Math.min(from, all.size())), all.size());
    // In another window he overtook himself.
    boolean own = !since.isEmpty() && since.get(since.size() - 1).actor().equals(reader);
    return own ? since : since.stream().filter(act -> !act.actor().equals(reader)).toList();
  }

  private List<ActLine> changing(Application application) {
    return history.of(application.name()).stream()
        .filter(act -> !LOOKS.contains(act.action()))
        .toList();
  }
}
