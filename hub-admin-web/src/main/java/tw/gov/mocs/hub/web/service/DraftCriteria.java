package tw.gov.mocs.hub.web.service;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.web.service.DraftLine.State;

/**
 * The criteria of the list of drafts as its address says them.
 *
 * @param text a part of a code, name, table or account as typed
 * @param state only these; null for all
 */
record DraftCriteria(String text, @Nullable State state) {

  static DraftCriteria of(HttpServletRequest request) {
    String typed = request.getParameter("q");
    String text = typed == null ? "" : typed.strip();
    String state = request.getParameter("state");
    return new DraftCriteria(
        text.substring(0, Math.min(text.length(), ServiceCriteria.LONGEST)),
        Stream.of(State.values()).filter(one -> one.name().equals(state)).findFirst().orElse(null));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || state != null;
  }

  boolean means(DraftLine line) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return (state == null || state == line.state())
        && Stream.of(
                line.draft().code(),
                line.draft().name(),
                line.draft().table(),
                line.draft().savedBy())
            .filter(Objects::nonNull)
            .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
