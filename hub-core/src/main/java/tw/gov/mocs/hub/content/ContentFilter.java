package tw.gov.mocs.hub.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link ContentSearch} as it is bound. */
record ContentFilter(
    @Nullable String state,
    LocalDate today,
    List<List<String>> patterns,
    String sort,
    boolean descending,
    long offset,
    int size) {

  static ContentFilter of(ContentSearch search, LocalDate today) {
    EntryState state = search.state();
    return new ContentFilter(
        state == null ? null : state.name(),
        today,
        search.keyword().patterns(),
        search.sort().name(),
        search.descending(),
        (search.page() - 1L) * search.size(),
        search.size());
  }
}
