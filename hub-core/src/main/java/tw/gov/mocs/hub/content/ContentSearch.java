package tw.gov.mocs.hub.content;

/**
 * Which announcements, questions or downloads a list shows.
 *
 * @param visibility to whom
 * @param keyword whose words must all occur in the text; {@link Keyword#NONE} does not narrow it
 * @param sort by what
 * @param descending the greatest first
 * @param page from 1
 * @param size lines on a page, up to {@value #MAX_SIZE}
 */
public record ContentSearch(
    Visibility visibility, Keyword keyword, Sort sort, boolean descending, int page, int size) {

  /** Lines on a page at most. */
  public static final int MAX_SIZE = 100;

  /** By what a list is sorted. */
  public enum Sort {
    /** The arranged order of questions; announcements: the pinned first, then by date. */
    PLACE,
    /** The day of publication, or of the last change. */
    DATE,
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
    return new ContentSearch(Visibility.PUBLISHED, keyword, Sort.PLACE, false, page, size);
  }
}
