package tw.gov.mocs.hub.web.review;

/**
 * One point of the reviewer's checklist.
 *
 * @param key of its name in the messages
 * @param mark what was found
 * @param finding the same in words, in the language of the page
 */
public record Point(String key, Mark mark, String finding) {

  /** What was found. */
  public enum Mark {
    /** As it should be. */
    GOOD,
    /** To be looked at. */
    NOTE,
    /** Not as it should be. */
    BAD
  }
}
