package tw.gov.mocs.hub.web.setting;

/** How a job stands on a node, in the order in which somebody has to look at it. */
public enum JobState {
  LATE,
  FAILED,
  /** It went through, and found what must not be. */
  FOUND,
  RUNNING,
  DONE,
  /** On no node yet. */
  NEVER
}
