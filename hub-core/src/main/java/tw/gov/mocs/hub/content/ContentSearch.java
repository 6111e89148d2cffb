package tw.gov.mocs.hub.content;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of a kind a list shows.
 *
 * @param state only those that stand so today, by Taipei time; null for all
 * @param keyword whose words must all occur in the text; {@link Keyword#NONE} does not narrow it
 * @param sort by what
 * @param descending the greatest first
 * @param page from 1
 * @param size lines on a page, up to {@value #MAX_SIZE}
 */
public record ContentSearch(
    @Nullable EntryState state,
    Keyword keyword,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** Lines on a page at most. */
  public static final int MAX_SIZE = 100;

  /** By what a list is sorted. */
  public enum Sort {
    /** The arranged order; announcements: the pinned first, then by date. */
    PLACE,
    /** What readers take for its date: an announcement's first day, else the last change. */
    DATE,
    /** The first day on which it is shown. */
    FROM,
    /** The last change. */
    CHANGED,
    TITLE
  }

  /** Refuses pages that cannot be. */
  public ContentSearch {
    if (page < 1 || size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  /** What everybody sees, in the order that the ministry means. */
  public static ContentSearch published(Keyword keyword, int page, int size) {
    return new ContentSearch(EntryState.PUBLISHED, keyword, Sort.PLACE, false, page, size);
  }
}
