package tw.gov.mocs.hub.content;

import java.time.LocalDate;
import java.util.List;

/** A {@link ContentSearch} as it is bound. */
record ContentFilter(
    boolean publishedOnly,
    LocalDate today,
    List<String> patterns,
    String sort,
    boolean descending,
    long offset,
    int size) {

  static ContentFilter of(ContentSearch search, LocalDate today) {
    return new ContentFilter(
        search.visibility() == Visibility.PUBLISHED,
        today,
        search.keyword().patterns(),
        search.sort().name(),
        search.descending(),
        (search.page() - 1L) * search.size(),
        search.size());
  }
}
