package tw.gov.mocs.hub.web.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The drafts of one login, each in an attribute of its own: two windows do not disturb another. */
@Component
final class ProposalDrafts {

  private static final String PREFIX = ProposalDraft.class.getName() + ".";

  private final Clock clock;

  ProposalDrafts(Clock clock) {
    this.clock = clock;
  }

  /** Keeps one, and forgets those whose time is over. */
  void keep(ProposalDraft draft, HttpServletRequest request) {
    HttpSession session = request.getSession();
    List<String> names = Collections.list(session.getAttributeNames());
    names.stream()
        .filter(name -> name.startsWith(PREFIX))
        .filter(
            name -> !(session.getAttribute(name) instanceof ProposalDraft known && isOpen(known)))
        .forEach(session::removeAttribute);
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
