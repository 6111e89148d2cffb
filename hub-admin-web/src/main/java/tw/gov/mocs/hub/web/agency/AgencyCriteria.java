package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AgencySearch;
import tw.gov.mocs.hub.agency.AgencySearch.Sort;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list of agencies as its address says them.
 *
 * @param text code, name or OID as typed
 * @param suspended only these; null for all
 */
record AgencyCriteria(String text, @Nullable Boolean suspended) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"code", "name", "oid", "registered"};

  static AgencyCriteria of(HttpServletRequest request) {
    String typed = request.getParameter("q");
    String text = typed == null ? "" : typed.strip();
    String state = request.getParameter("state");
    Boolean suspended =
        state != null && state.matches("in-use|suspended") ? state.equals("suspended") : null;
    return new AgencyCriteria(
        text.substring(0, Math.min(text.length(), AgencySearch.LONGEST_TEXT)), suspended);
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || suspended != null;
  }

  AgencySearch search(ListQuery query, int page, int size) {
    Sort sort = Sort.valueOf(query.sort().toUpperCase(Locale.ROOT));
    return new AgencySearch(text, suspended, sort, query.descending(), page, size);
  }
}
