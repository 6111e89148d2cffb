package tw.gov.mocs.hub.agency;

/**
 * What is wrong with the data of an agency.
 *
 * @param field of which
 * @param kind what
 */
public record AgencyFault(AgencyField field, Kind kind) {

  /** What can be wrong. */
  public enum Kind {
    /** It is needed. */
    MISSING,
    /** It is longer than {@link AgencyField#longest}. */
    TOO_LONG,
    /** It has not the form of such a thing. */
    FORM,
    /** Another agency has it. */
    TAKEN,
    /** Registered certificates of the agency name another OID. */
    OTHER_IN_CERTIFICATES,
    /** It would be removed, and registered certificates of the agency name it. */
    NAMED_IN_CERTIFICATES,
    /** The same stands in an earlier line of the file. */
    REPEATED
  }
}
