package tw.gov.mocs.hub.catalogue;

/** What a change of the source does to calls, the least first. */
public enum Harm {
  /** All are answered as before. */
  NONE,
  /** They are answered until a value comes that does not fit, or a row stands there twice. */
  MAY_FAIL,
  /** Each one for it fails. */
  FAILS;

  Harm or(Harm other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
