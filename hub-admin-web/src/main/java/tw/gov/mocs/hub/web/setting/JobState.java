package tw.gov.mocs.hub.web.setting;

/** How a job stands on a node, in the order in which somebody has to look at it. */
public enum JobState {
  LATE,
  FAILED,
  RUNNING,
  DONE,
  /** On no node yet. */
  NEVER
}
