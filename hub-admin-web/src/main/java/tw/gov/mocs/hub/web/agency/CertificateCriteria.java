package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AgencySearch;
import tw.gov.mocs.hub.agency.CertificateSearch;
import tw.gov.mocs.hub.agency.CertificateSearch.Sort;
import tw.gov.mocs.hub.agency.CertificateState;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list of certificates as its address says them.
 *
 * @param text as typed
 * @param use that may be used for this; null for any
 * @param states in one of these; empty for any
 * @param ends over within so many days; null for any
 */
record CertificateCriteria(
    String text,
    @Nullable CertificateUse use,
    Set<CertificateState> states,
    @Nullable Integer ends) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"agency", "ends", "since", "state"};

  /** Days that can be chosen. */
  static final List<Integer> WITHINS = List.of(7, 30, 60, 90);

  static CertificateCriteria of(HttpServletRequest request) {
    String typed = request.getParameter("q");
    String text = typed == null ? "" : typed.strip();
    String[] values = request.getParameterValues("state");
    List<String> names = values == null ? List.of() : Arrays.asList(values);
    Set<CertificateState> states = EnumSet.allOf(CertificateState.class);
    states.removeIf(one -> !names.contains(one.name()));
    String within = request.getParameter("ends");
    return new CertificateCriteria(
        text.substring(0, Math.min(text.length(), AgencySearch.LONGEST_TEXT)),
        Arrays.stream(CertificateUse.values())
            .filter(use -> use.name().equals(request.getParameter("use")))
            .findFirst()
            .orElse(null),
        states,
        WITHINS.stream()
            .filter(days -> String.valueOf(days).equals(within))
            .findFirst()
            .orElse(null));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || use != null || !states.isEmpty() || ends != null;
  }

  CertificateSearch search(ListQuery query, int page, int size) {
    Sort sort = Sort.valueOf(query.sort().toUpperCase(Locale.ROOT));
    return new CertificateSearch(text, use, states, ends, sort, query.descending(), page, size);
  }
}
