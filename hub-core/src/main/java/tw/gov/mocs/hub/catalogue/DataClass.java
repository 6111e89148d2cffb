package tw.gov.mocs.hub.catalogue;

/** How much a field tells of a person. */
public enum DataClass {
  NONE,
  PERSONAL,
  /** Tells which person it is. */
  IDENTIFIER,
  /** Needs a justification, and a second reviewer. */
  RESTRICTED
}
