package tw.gov.mocs.hub.trust;

/** The three answers to "is it revoked?" (RFC 6960 §2.2 calls them good, revoked, unknown). */
public enum RevocationState {
  GOOD,
  REVOKED,
  /** No answer in time; it never reads as one of the others. */
  UNDETERMINED
}
