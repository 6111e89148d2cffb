package tw.gov.mocs.hub.catalogue;

/** How a field may be searched. */
public enum CriterionKind {
  /** One or more values; any of them. */
  EQ,
  /** From and to. */
  RANGE
}
