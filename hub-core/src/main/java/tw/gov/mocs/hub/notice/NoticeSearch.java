package tw.gov.mocs.hub.notice;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which notices a list shows, in which order; what is null or empty does not narrow it.
 *
 * @param states where they stand
 * @param kinds what they tell
 * @param about the whole number of an application or incident, or a certificate's serial number
 * @param from put at this moment or later
 * @param before put before this moment
 * @param sort by what
 * @param descending whether the greatest comes first
 * @param page from 1
 * @param size notices on a page, up to 1,000
 */
public record NoticeSearch(
    Set<NoticeState> states,
    Set<NoticeKind> kinds,
    @Nullable String about,
    @Nullable Instant from,
    @Nullable Instant before,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** What a list is ordered by; the newest first among equals. */
  public enum Sort {
    CREATED,
    STATE,
    KIND,
    RECIPIENT,
    ABOUT,
    ATTEMPTS
  }

  /** Refuses pages that cannot be. */
  public NoticeSearch {
    states = Set.copyOf(states);
    kinds = Set.copyOf(kinds);
    if (page < 1 || size < 1 || size > 1_000) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  /** Of whatever time, the newest first. */
  public NoticeSearch(
      Set<NoticeState> states, Set<NoticeKind> kinds, @Nullable String about, int page, int size) {
    this(states, kinds, about, null, null, Sort.CREATED, true, page, size);
  }

  /** Those in this state. */
  public static NoticeSearch of(NoticeState state, int page, int size) {
    return new NoticeSearch(Set.of(state), Set.of(), null, page, size);
  }
}
