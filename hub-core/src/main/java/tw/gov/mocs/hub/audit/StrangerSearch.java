package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.database.LikePattern;

/**
 * Which refusals of strangers an auditor looks for, in which order; what is null or empty does not
 * narrow it.
 *
 * @param address the beginning of whence they came
 * @param cause the code of the refusal
 * @param from in a minute that begins at this moment or later
 * @param before in a minute that begins before this moment
 * @param sort by what
 * @param descending whether the greatest comes first
 * @param page from 1
 * @param size lines on a page, up to {@link CallSearch#MAX_SIZE}
 */
public record StrangerSearch(
    String address,
    @Nullable String cause,
    @Nullable Instant from,
    @Nullable Instant before,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** What a list is ordered by; the newest first among equals. */
  public enum Sort {
    TIME,
    CAUSE,
    ADDRESS,
    TIMES
  }

  /** Refuses pages that cannot be. */
  public StrangerSearch {
    if (page < 1 || size < 1 || size > CallSearch.MAX_SIZE) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  long offset() {
    return (page - 1L) * size;
  }

  /** For LIKE with {@code !} as the escape character. */
  String addressPattern() {
    return LikePattern.beginning(address);
  }

  /** What is looked for, as the log says it. */
  String inWords() {
    String words =
        Stream.of(
                LogSearch.word("from", from),
                LogSearch.word("before", before),
                LogSearch.word("refusal", cause),
                LogSearch.word("address", address.isEmpty() ? null : address),
                LogSearch.word("page", page == 1 ? null : page))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "all" : words;
  }
}
