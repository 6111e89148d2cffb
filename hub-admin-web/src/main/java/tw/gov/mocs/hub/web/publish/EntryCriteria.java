package tw.gov.mocs.hub.web.publish;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.content.ContentSearch;
import tw.gov.mocs.hub.content.EntryState;
import tw.gov.mocs.hub.content.Keyword;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of a list as its address says them.
 *
 * @param text as typed
 * @param keyword what is searched for
 * @param tooMuch whether there are too many words to search for
 * @param state only those that stand so; null for all
 */
record EntryCriteria(String text, Keyword keyword, boolean tooMuch, @Nullable EntryState state) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"place", "title", "from", "changed"};

  static EntryCriteria of(HttpServletRequest request) {
    String typed = request.getParameter("q");
    String text = typed == null ? "" : typed.strip();
    String cut = text.substring(0, Math.min(text.length(), Keyword.MAX_LENGTH));
    EntryState state =
        Arrays.stream(EntryState.values())
            .filter(one -> one.name().equals(request.getParameter("state")))
            .findFirst()
            .orElse(null);
    try {
      return new EntryCriteria(cut, Keyword.of(cut), false, state);
    } catch (HubException tooManyWords) {
      return new EntryCriteria(cut, Keyword.NONE, true, state);
    }
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || state != null;
  }

  ContentSearch search(ListQuery query, int page, int size) {
    return new ContentSearch(
        state,
        keyword,
        ContentSearch.Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        page,
        size);
  }
}
