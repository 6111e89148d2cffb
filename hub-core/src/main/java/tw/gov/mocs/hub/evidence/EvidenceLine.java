package tw.gov.mocs.hub.evidence;

/**
 * One thing that a package proves, or does not.
 *
 * @param state whether it holds
 * @param chinese in words
 * @param english in words
 */
public record EvidenceLine(State state, String chinese, String english) {

  /** Whether it holds. */
  public enum State {
    HOLDS,
    FAILS,
    /** Neither: what is not in the package, or must be known otherwise. */
    NOTE
  }

  static EvidenceLine holds(String chinese, String english) {
    return new EvidenceLine(State.HOLDS, chinese, english);
  }

  static EvidenceLine fails(String chinese, String english) {
    return new EvidenceLine(State.FAILS, chinese, english);
  }

  static EvidenceLine note(String chinese, String english) {
    return new EvidenceLine(State.NOTE, chinese, english);
  }
}
