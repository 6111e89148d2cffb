package tw.gov.mocs.hub.application;

/**
 * One thing that is wrong with the content of an application.
 *
 * @param place where, as a path: {@code contactName}, {@code services.SQ_TA_001.justification}
 * @param reason what
 */
public record ContentFault(String place, Reason reason) {

  /** What can be wrong. */
  public enum Reason {
    /** Required, but not given. */
    MISSING,
    /** More characters, or more entries, than there may be. */
    TOO_LONG,
    /** Addresses of more than the agency's systems. */
    TOO_WIDE,
    /** Not of the form that such a thing has. */
    MALFORMED,
    /** A day that has passed. */
    PAST,
    /** A first day too long ago. */
    TOO_EARLY,
    /** Named twice. */
    REPEATED,
    /** Not on offer now. */
    NOT_OFFERED,
    /** It cannot be changed any more. */
    FIXED
  }

  /** The step of the wizard in which it is mended. */
  public WizardStep step() {
    return WizardStep.of(place);
  }

  /** Whether it is only not given yet. */
  public boolean isMissing() {
    return reason == Reason.MISSING;
  }

  @Override
  public String toString() {
    return place + " " + reason;
  }
}
