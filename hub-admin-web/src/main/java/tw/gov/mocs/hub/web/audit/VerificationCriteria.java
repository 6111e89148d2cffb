package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.LogVerification.Outcome;
import tw.gov.mocs.hub.audit.VerificationSearch;
import tw.gov.mocs.hub.web.layout.Criterion;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the verifications that have ended, as the address says them.
 *
 * @param text a part of the name of who started it or of its node, as typed
 * @param state how it ended; null for any
 * @param days on which it was started, by Taipei time
 */
record VerificationCriteria(String text, @Nullable Outcome state, DayRange days) {

  /** The columns that the list can be sorted by; the newest first. */
  static final String[] COLUMNS = {"-started", "by", "state", "rows"};

  static VerificationCriteria of(HttpServletRequest request) {
    return new VerificationCriteria(
        Criterion.words(request),
        Criterion.chosen(request, "state", Outcome.values()),
        DayRange.of(request));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || state != null || !days.isEmpty();
  }

  /**
   * A page of them.
   *
   * @param begun started before this moment; null for any
   */
  VerificationSearch search(ListQuery query, @Nullable Instant begun, int page, int size) {
    return new VerificationSearch(
        text,
        state,
        days.begin(),
        days.endBy(begun),
        VerificationSearch.Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        page,
        size);
  }
}
