package tw.gov.mocs.hub.web.content;

import java.util.Locale;
import tw.gov.mocs.hub.content.ContentSearch;
import tw.gov.mocs.hub.content.EntryState;
import tw.gov.mocs.hub.content.Keyword;
import tw.gov.mocs.hub.web.layout.ListQuery;

/** A page of what everybody sees, as an address asks for it. */
final class Published {

  private Published() {}

  /** The columns of the query are named as {@link ContentSearch.Sort}, in lower case. */
  static ContentSearch of(ListQuery query, Keyword keyword) {
    return new ContentSearch(
        EntryState.PUBLISHED,
        keyword,
        ContentSearch.Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        query.page(),
        query.size());
  }
}
