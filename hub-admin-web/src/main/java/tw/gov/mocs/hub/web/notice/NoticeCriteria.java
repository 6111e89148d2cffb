package tw.gov.mocs.hub.web.notice;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeSearch;
import tw.gov.mocs.hub.notice.NoticeState;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list as its address says them.
 *
 * @param states 寄送狀態; empty for any
 * @param kind 通知種類; null for any
 * @param about the number of an application or incident, or a certificate's serial number, as typed
 * @param days on which it was put, by Taipei time
 */
record NoticeCriteria(
    Set<NoticeState> states, @Nullable NoticeKind kind, String about, DayRange days) {

  /** The columns that the list can be sorted by; the newest first. */
  static final String[] COLUMNS = {"-created", "state", "kind", "recipient", "about", "attempts"};

  /** Characters of what a notice is about. */
  static final int LONGEST = 100;

  static NoticeCriteria of(HttpServletRequest request) {
    String[] values = request.getParameterValues("state");
    List<String> names = values == null ? List.of() : Arrays.asList(values);
    Set<NoticeState> states = EnumSet.allOf(NoticeState.class);
    states.removeIf(one -> !names.contains(one.name()));
    String typed = request.getParameter("about");
    String about = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
    return new NoticeCriteria(
        states,
        Arrays.stream(NoticeKind.values())
            .filter(kind -> kind.name().equals(request.getParameter("kind")))
            .findFirst()
            .orElse(null),
        about.substring(0, Math.min(about.length(), LONGEST)),
        DayRange.of(request));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !states.isEmpty() || kind != null || !about.isEmpty() || !days.isEmpty();
  }

  /**
   * A page of them.
   *
   * @param begun put before this moment; null for any
   */
  NoticeSearch search(ListQuery query, @Nullable Instant begun, int page, int size) {
    return new NoticeSearch(
        states,
        kind == null ? Set.of() : Set.of(kind),
        about,
        days.begin(),
        days.endBy(begun),
        NoticeSearch.Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        page,
        size);
  }
}
