package tw.gov.mocs.hub.web.overview;

/**
 * A queue or a disk of this node, and how much of it is left.
 *
 * @param kind which of them
 * @param title what it is called in the language of the page
 * @param taken how many wait, or bytes that are taken
 * @param limit how many may wait, or bytes in all
 * @param left of a hundred
 * @param state whether it is full
 */
public record Store(Kind kind, String title, long taken, long limit, long left, State state) {

  /** What can be full. */
  public enum Kind {
    QUEUE,
    DISK
  }

  /** Whether it is full. */
  public enum State {
    /** No more can wait, or less is free than is warned of. */
    FULL,
    FREE
  }

  static Store of(Kind kind, String title, long taken, long limit, boolean full) {
    long left = limit == 0 ? 0 : Math.max(0, limit - taken) * 100 / limit;
    return new Store(kind, title, taken, limit, left, full ? State.FULL : State.FREE);
  }

  /** What is left, in the same unit. */
  public long free() {
    return Math.max(0, limit - taken);
  }
}
