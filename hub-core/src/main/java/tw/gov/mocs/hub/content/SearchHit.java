package tw.gov.mocs.hub.content;

/**
 * 搜尋結果.
 *
 * @param kind what was found
 * @param id key of it
 * @param title its title, or the question
 * @param excerpt of its text, around the first hit
 */
public record SearchHit(Kind kind, long id, MarkedText title, MarkedText excerpt) {

  /** What can be found. */
  public enum Kind {
    ANNOUNCEMENT,
    DOWNLOAD,
    FAQ
  }
}
