package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AgencySearch;
import tw.gov.mocs.hub.agency.SeenSearch;
import tw.gov.mocs.hub.agency.SeenSearch.Sort;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list of unregistered certificates as its address says them.
 *
 * @param text as typed
 * @param use shown at a login or in a call; null for either
 * @param proposed whether it waits for a second person; null for both
 */
record SeenCriteria(String text, @Nullable CertificateUse use, @Nullable Boolean proposed) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"-last", "first", "times", "agency"};

  static final String PROPOSED = "proposed";
  static final String UNREGISTERED = "unregistered";

  /** What one can be shown for. */
  static final List<CertificateUse> USES = List.of(CertificateUse.LOGIN, CertificateUse.CALL);

  static SeenCriteria of(HttpServletRequest request) {
    String typed = request.getParameter("q");
    String text = typed == null ? "" : typed.strip();
    return new SeenCriteria(
        text.substring(0, Math.min(text.length(), AgencySearch.LONGEST_TEXT)),
        USES.stream()
            .filter(use -> use.name().equals(request.getParameter("use")))
            .findFirst()
            .orElse(null),
        proposed(request.getParameter("state")));
  }

  private static @Nullable Boolean proposed(@Nullable String state) {
    boolean known = PROPOSED.equals(state) || UNREGISTERED.equals(state);
    return known ? PROPOSED.equals(state) : null;
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || use != null || proposed != null;
  }

  SeenSearch search(ListQuery query, int page, int size) {
    Sort sort = Sort.valueOf(query.sort().toUpperCase(Locale.ROOT));
    return new SeenSearch(text, use, proposed, sort, query.descending(), page, size);
  }
}
