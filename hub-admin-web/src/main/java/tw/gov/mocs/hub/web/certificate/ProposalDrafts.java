package tw.gov.mocs.hub.web.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The drafts of one login, each in an attribute of its own: two windows do not disturb another. */
@Component
final class ProposalDrafts {

  private static final String PREFIX = ProposalDraft.class.getName() + ".";

  /** So many at once: each holds a file, and all of them are read with the session. */
  private static final int MOST = 10;

  private final Clock clock;

  ProposalDrafts(Clock clock) {
    this.clock = clock;
  }

  /** Keeps one, and forgets those whose time is over and the oldest of too many. */
  void keep(ProposalDraft draft, HttpServletRequest request) {
    HttpSession session = request.getSession();
    List<ProposalDraft> open =
        Collections.list(session.getAttributeNames()).stream()
            .filter(name -> name.startsWith(PREFIX))
            .map(session::getAttribute)
            .map(ProposalDraft.class::cast)
            .sorted(Comparator.comparing(ProposalDraft::until).reversed())
            .toList();
    for (int i = 0; i < open.size(); i++) {
      if (i >= MOST - 1 || !isOpen(open.get(i))) {
        forget(open.get(i), request);
      }
    }
    session.setAttribute(PREFIX + draft.nonce(), draft);
  }

  /** One whose time is not over. */
  Optional<ProposalDraft> find(String nonce, HttpServletRequest request) {
    return request.getSession().getAttribute(PREFIX + nonce) instanceof ProposalDraft draft
            && isOpen(draft)
        ? Optional.of(draft)
        : Optional.empty();
  }

  void forget(ProposalDraft draft, HttpServletRequest request) {
    request.getSession().removeAttribute(PREFIX + draft.nonce());
  }

  private boolean isOpen(ProposalDraft draft) {
    return draft.until().isAfter(clock.instant());
  }
}
