package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tw.gov.mocs.hub.audit.StrangerSearch;
import tw.gov.mocs.hub.shared.IdentityForms;
import tw.gov.mocs.hub.web.layout.Criterion;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the refusals of strangers, as the address says them.
 *
 * @param text the beginning of the address whence they came, as typed
 * @param cause the code of the refusal; "" for any
 * @param days on which they were, by Taipei time
 */
record StrangerCriteria(String text, String cause, DayRange days) {

  /** The columns that the list can be sorted by; the newest first. */
  static final String[] COLUMNS = {"-time", "cause", "address", "times"};

  static StrangerCriteria of(HttpServletRequest request) {
    return new StrangerCriteria(
        Criterion.words(request), Typed.text(request, "cause"), DayRange.of(request));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || !cause.isEmpty() || !days.isEmpty();
  }

  /** What is wrong with them; each look stands in the log as it was typed. */
  Faults faults(MessageSource messages, Locale locale) {
    Faults faults = days.faults(messages, locale);
    if (IdentityForms.asWordIn(text) || IdentityForms.asWordIn(cause)) {
      faults.add("q", messages.getMessage("audit.number.here", null, locale));
    }
    return faults;
  }

  /**
   * A page of them.
   *
   * @param begun refused before this moment; null for any
   */
  StrangerSearch search(ListQuery query, @Nullable Instant begun, int page, int size) {
    return new StrangerSearch(
        text,
        Typed.orNull(cause),
        days.begin(),
        days.endBy(begun),
        StrangerSearch.Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        page,
        size);
  }
}
