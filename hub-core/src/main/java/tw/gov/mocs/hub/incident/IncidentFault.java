package tw.gov.mocs.hub.incident;

/**
 * One thing that is wrong with a report.
 *
 * @param place which component of {@link IncidentContent}, or {@code said} of a remark or an answer
 * @param reason what
 */
public record IncidentFault(String place, Reason reason) {

  /** What can be wrong. */
  public enum Reason {
    /** Required, but not given. */
    MISSING,
    /** More characters, or more attachments, than there may be. */
    TOO_LONG,
    /** Not of the form that such a thing has. */
    MALFORMED,
    /** An identity number in what leaves by mail. */
    NUMBER,
    /** A day or time that has not come. */
    FUTURE,
    /** A day longer ago than anybody can look into. */
    TOO_EARLY,
    /** The same attachment twice. */
    REPEATED,
    /** No service of the catalogue, or no application of this agency. */
    UNKNOWN
  }

  @Override
  public String toString() {
    return place + " " + reason;
  }
}
