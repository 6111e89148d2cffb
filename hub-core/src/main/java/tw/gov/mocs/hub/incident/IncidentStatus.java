package tw.gov.mocs.hub.incident;

/** 處理狀態. */
public enum IncidentStatus {
  /** 處理中. */
  IN_PROGRESS,
  /** 已結案. */
  CLOSED
}
