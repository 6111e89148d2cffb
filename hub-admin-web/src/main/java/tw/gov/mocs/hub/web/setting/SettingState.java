package tw.gov.mocs.hub.web.setting;

/** Where the value of a setting that may change comes from. */
public enum SettingState {
  /** An administrator changed it. */
  CHANGED,
  /** From the file, or the system's own. */
  DEFAULT
}
