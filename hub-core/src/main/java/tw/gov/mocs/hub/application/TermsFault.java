package tw.gov.mocs.hub.application;

/**
 * One thing that is wrong with what a reviewer would grant.
 *
 * @param place {@code period}, {@code services}, a service or table, or a field of it: {@code
 *     SQ_TA_001.idNo}; of a row condition the field that it names
 * @param reason what
 * @param text the same in words, for the log
 */
public record TermsFault(String place, Reason reason, String text) {

  /** What can be wrong. */
  public enum Reason {
    /** The period is not within what was asked. */
    PERIOD_OUTSIDE,
    /** The period has passed. */
    PERIOD_PAST,
    /** Nothing is granted. */
    NOTHING,
    /** The catalogue does not know it. */
    UNKNOWN,
    /** It was not asked for. */
    NOT_ASKED,
    /** No field of it is returned. */
    NO_FIELD,
    /** The service has no such field. */
    NOT_OFFERED,
    /** The field cannot be searched. */
    NOT_SEARCHABLE,
    /** No call could narrow itself as the service requires. */
    UNCALLABLE,
    /** A row condition does not fit its field. */
    CONDITION,
    /** A row condition ends before it begins. */
    CONDITION_ORDER,
    /** The purpose does not say what the service requires of it. */
    PURPOSE,
    /** An extract for a web service, or services for a file. */
    WRONG_METHOD;

    /** Whether it is wrong with one row condition, whatever else is granted. */
    public boolean ofCondition() {
      return this == CONDITION || this == CONDITION_ORDER;
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
