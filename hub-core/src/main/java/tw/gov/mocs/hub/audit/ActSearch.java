package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.database.LikePattern;

/**
 * Which acts an auditor looks for; what is null does not narrow the search.
 *
 * @param from done at this moment or later
 * @param before done before this moment
 * @param action what was done
 * @param actor who did it, whole
 * @param subject on what: the beginning of it
 * @param agency the agency concerned
 * @param oldestFirst the oldest first instead of the newest
 * @param page from 1
 * @param size lines on a page, up to {@link CallSearch#MAX_SIZE}
 */
public record ActSearch(
    @Nullable Instant from,
    @Nullable Instant before,
    @Nullable AuditAction action,
    @Nullable String actor,
    @Nullable String subject,
    @Nullable SoughtAgency agency,
    boolean oldestFirst,
    int page,
    int size) {

  /** Refuses pages that cannot be. */
  public ActSearch {
    if (page < 1 || size < 1 || size > CallSearch.MAX_SIZE) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  /** All acts, the newest first. */
  public static ActSearch all(int page, int size) {
    return new ActSearch(null, null, null, null, null, null, false, page, size);
  }

  /** By which the log finds it; null for every agency. */
  @Nullable Long agencyId() {
    return agency == null ? null : agency.id();
  }

  long offset() {
    return (page - 1L) * size;
  }

  /** For LIKE with {@code !} as the escape character. */
  @Nullable String subjectPattern() {
    return subject == null ? null : LikePattern.beginning(subject);
  }

  /** What is looked for, as the log says it. */
  String inWords() {
    String words =
        Stream.of(
                LogSearch.word("from", from),
                LogSearch.word("before", before),
                LogSearch.word("action", action),
                LogSearch.word("actor", actor),
                LogSearch.word("subject", subject),
                LogSearch.word("agency", agency == null ? null : agency.code()),
                LogSearch.word("page", page == 1 ? null : page))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "all" : words;
  }
}
