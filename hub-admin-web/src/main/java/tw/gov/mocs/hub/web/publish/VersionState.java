package tw.gov.mocs.hub.web.publish;

/** Where a version of a single text stands. */
public enum VersionState {
  /** Its day has not come. */
  COMING,
  /** It counts today. */
  PRESENT,
  /** Another one took its place. */
  FORMER
}
